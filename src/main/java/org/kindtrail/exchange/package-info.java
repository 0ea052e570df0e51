/** What is brought in from spreadsheets and from other systems: columns matched, a dry run, taken in, reversed whole. */
package org.kindtrail.exchange;
