/** Sales: a table where things are sold for a fund, what was taken there, and what is passed on to another charity. */
package org.kindtrail.sale;
