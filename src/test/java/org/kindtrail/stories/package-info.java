/**
 * The stories that the house must be able to tell, from the first bag to the page that its donor reads, and what holds for
 * every page and every door.
 */
package org.kindtrail.stories;
