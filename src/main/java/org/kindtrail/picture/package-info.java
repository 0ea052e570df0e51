/** Photographs and stories: cleaned when they come in, shown only to whom a recorded consent says, gone when it is withdrawn. */
package org.kindtrail.picture;
