/** Sales: prices, what is sold at a table, takings, and what is passed on to others. */
package org.kindtrail.sale;
