/** Who gave: how the house knows a giver. The ledger knows no donor, so erasing one leaves every number as it was. */
package org.kindtrail.donor;
