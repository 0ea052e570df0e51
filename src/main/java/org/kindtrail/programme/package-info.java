/** Programmes: funded undertakings to which needs, dispatches, purchases and funds are charged, and for which goods can be kept. */
package org.kindtrail.programme;
