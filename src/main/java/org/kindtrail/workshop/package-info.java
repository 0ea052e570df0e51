/** Workshops: kits, refurbishing, and looking at lots anew. */
package org.kindtrail.workshop;
