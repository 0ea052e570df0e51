package org.kindtrail.database;

import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.H2Dialect;

/** The version is a minimum that is checked at start. */
public final class H2Since24 extends H2Dialect {
    public H2Since24() {
        super(DatabaseVersion.make(2, 4, 240));
    }
}
