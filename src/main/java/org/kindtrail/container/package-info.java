/** Boxes, pallets and freight containers: packed, moved whole, sealed, labelled, and what is in them. */
package org.kindtrail.container;
