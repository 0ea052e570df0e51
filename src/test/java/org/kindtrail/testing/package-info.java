/**
 * What tests of all rooms share: the database they run on, and the counting of what goes to it.
 */
package org.kindtrail.testing;
