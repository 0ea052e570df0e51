package org.kindtrail.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** The H2 trigger that keeps tables which are only ever added to: it refuses every update and delete. */
public final class RefuseChange implements Trigger {
    private String table;

    @Override
    public void init(Connection connection, String schema, String name, String table, boolean before, int type) {
        this.table = table;
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException(table + " is only ever added to: reverse what is wrong instead");
    }
}
