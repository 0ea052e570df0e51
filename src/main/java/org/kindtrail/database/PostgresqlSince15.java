package org.kindtrail.database;

import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.PostgreSQLDialect;

/** The version is a minimum that is checked at start. */
public final class PostgresqlSince15 extends PostgreSQLDialect {
    public PostgresqlSince15() {
        super(DatabaseVersion.make(15));
    }
}
