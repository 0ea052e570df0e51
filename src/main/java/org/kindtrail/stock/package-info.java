/**
 * The ledger: lots, movements, balances, allocations and conversions. The only writer of stock; it knows no donor, no
 * recipient and no screen. Goods are never edited, they move.
 */
package org.kindtrail.stock;
