/** Where goods can be: sites and shelves of an organisation, consignments on the road, and the boundaries of the house. */
package org.kindtrail.place;
