/** Goods coming in: donations with their labels and tracking codes, and the sorting of bags. */
package org.kindtrail.intake;
