/** What things are: standard items and an organisation's own, with their sizes, wearers, units and grades. */
package org.kindtrail.catalogue;
