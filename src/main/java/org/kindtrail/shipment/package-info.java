/**
 * Goods from one organisation to another, from hand to hand: partners without an account, what is agreed, packing lists, legs,
 * receipts, what differs, and who has it now.
 */
package org.kindtrail.shipment;
