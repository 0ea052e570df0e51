package org.kindtrail.archive;

/**
 * A column of the archive.
 *
 * @param sql what is read for it; {@code t} is the table, {@code :org} the organisation
 * @param more of an amount: what is read for its currency; of what is numbered: what the numbers are of; else null
 */
record Field(String name, Kind kind, String sql, String more) {}
