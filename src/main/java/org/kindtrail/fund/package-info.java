/** Funds: what money is held for what, what earned it, and what became of it: purchases, pay-outs, transfers, exchanges. */
package org.kindtrail.fund;
