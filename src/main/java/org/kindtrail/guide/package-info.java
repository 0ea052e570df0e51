/** The guides for each role, in the program itself. */
package org.kindtrail.guide;
