/**
 * One application for H2 and PostgreSQL: the JDBC URL it is started with decides which of the two it works on.
 * Driver, dialect and migrations follow that one choice; no other room needs to know it.
 */
package org.kindtrail.database;
