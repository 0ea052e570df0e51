/** Everything of an organisation to take away: tables with their description (Frictionless Data Package), and the ledger as EPCIS 2.0 events. */
package org.kindtrail.archive;
