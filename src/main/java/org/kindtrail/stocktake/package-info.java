/** Stocktakes and write-offs: what is there is counted blind and settled with the ledger; what is of no use is let go with its reason. */
package org.kindtrail.stocktake;
