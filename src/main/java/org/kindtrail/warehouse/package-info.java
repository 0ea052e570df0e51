/** The warehouse's daily work: moves, what is set apart, what expires, and what there should always be of a thing. */
package org.kindtrail.warehouse;
