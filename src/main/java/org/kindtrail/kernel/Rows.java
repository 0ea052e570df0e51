package org.kindtrail.kernel;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.Session;

/**
 * Reads rows by plain SQL on the connection of the session, for what is asked at every turn: Hibernate goes over each column of a
 * native query anew each time, and over the whole statement where it names a list. Parameters are named as in its queries, {@code :of},
 * and are numbers, texts, days, or arrays of numbers or of texts: {@code id = any(:ids)}.
 */
public final class Rows {
    private static final Pattern PARAMETER = Pattern.compile(":([a-z]+[0-9]*)");
    private static final Map<String, Prepared> PREPARED = new ConcurrentHashMap<>();

    private Rows() {}

    private record Prepared(String sql, List<String> names) {
        static Prepared of(String sql) {
            List<String> names = new ArrayList<>();
            Matcher parameter = PARAMETER.matcher(sql);
            while (parameter.find()) {
                names.add(parameter.group(1));
            }
            return new Prepared(parameter.replaceAll("?"), names);
        }
    }

    /** One row, its columns by their place from 1. */
    public static final class Row {
        private final ResultSet at;

        private Row(ResultSet at) {
            this.at = at;
        }

        public String text(int column) throws SQLException {
            return at.getString(column);
        }

        /** Null where there is none. */
        public Long number(int column) throws SQLException {
            long number = at.getLong(column);
            return at.wasNull() ? null : number;
        }

        /** A condition that the statement gives as 1 or 0. */
        public boolean is(int column) throws SQLException {
            return at.getInt(column) == 1;
        }

        public Instant moment(int column) throws SQLException {
            OffsetDateTime moment = at.getObject(column, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /**
     * All rows, in the order of the statement.
     *
     * @param sql a statement of which there are few: each is kept
     * @throws org.hibernate.HibernateException when the database refuses, as a query of Hibernate would
     */
    public static <T> List<T> read(EntityManager database, String sql, Map<String, Object> parameters, Reader<T> reader) {
        Session session = database.unwrap(Session.class);
        if (session.isJoinedToTransaction()) {
            session.flush();
        }
        return readUnflushed(database, sql, parameters, reader);
    }

    /** The same without writing what the session has changed: for what none of it can concern. */
    public static <T> List<T> readUnflushed(
            EntityManager database, String sql, Map<String, Object> parameters, Reader<T> reader) {
        Prepared prepared = PREPARED.computeIfAbsent(sql, Prepared::of);
        return database.unwrap(Session.class)
                .doReturningWork(connection -> read(connection, prepared, parameters, reader));
    }

    /** The same on a connection of its own, or on that of the transaction if there is one; for who needs no session. */
    public static <T> List<T> read(DataSource database, String sql, Map<String, Object> parameters, Reader<T> reader) {
        try (Connection connection = database.getConnection()) {
            return read(connection, PREPARED.computeIfAbsent(sql, Prepared::of), parameters, reader);
        } catch (SQLException refused) {
            throw new IllegalStateException("the database did not answer", refused);
        }
    }

    private static <T> List<T> read(Connection connection, Prepared prepared, Map<String, Object> parameters, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(prepared.sql())) {
            for (int i = 0; i < prepared.names().size(); i++) {
                bind(statement, i + 1, parameters.get(prepared.names().get(i)));
            }
            List<T> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                while (rows.next()) {
                    read.add(reader.read(row));
                }
            }
            return read;
        }
    }

    private static void bind(PreparedStatement statement, int at, Object value) throws SQLException {
        if (value instanceof Long[] numbers) {
            statement.setArray(at, statement.getConnection().createArrayOf("bigint", numbers));
        } else if (value instanceof String[] texts) {
            statement.setArray(at, statement.getConnection().createArrayOf("varchar", texts));
        } else {
            statement.setObject(at, value);
        }
    }
}
