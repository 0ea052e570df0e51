/** Reports that a funder accepts, and the overview of a coordinator: totals told by the ledger, nobody exposed. */
package org.kindtrail.report;
