package org.kindtrail.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * Hands each connection over to the driver of the product that the URL names, because Quarkus fixes one driver when the
 * application is built and the product is known only when it starts.
 */
public final class ChoosingDriver implements Driver {
    private static final org.jboss.logging.Logger LOG = org.jboss.logging.Logger.getLogger(ChoosingDriver.class);
    private final Map<Vendor, Driver> drivers = new EnumMap<>(Vendor.class);
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Optional<String> replica = ReplicaAddress.now();

    public ChoosingDriver() {
        for (Vendor vendor : Vendor.values()) {
            drivers.put(vendor, vendor.newDriver());
        }
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection connection = connected(url, info);
        if (WatchedConnection.isWanted()) {
            return WatchedConnection.around(connection);
        }
        return replica.isPresent() ? routed(connection, info) : connection;
    }

    private Connection routed(Connection connection, Properties info) {
        Properties account = new Properties();
        account.putAll(info);
        ReplicaAddress.patience(account);
        return RoutedConnection.around(connection, () -> driverFor(replica.get()).connect(replica.get(), Vendor.of(replica.get()).settings(account)));
    }

    /** With the first connection the embedded file and its folder are closed to others. */
    private Connection connected(String url, Properties info) throws SQLException {
        Optional<EmbeddedFile> embedded = EmbeddedFile.of(url);
        if (embedded.isPresent() && !embedded.get().isWholeAtStart()) {
            throw new SQLException(FileSum.told(embedded.get().file()), "58030");
        }
        Optional<EmbeddedFile> file = closed.add(url) ? embedded : Optional.empty();
        file.ifPresent(EmbeddedFile::closeFolder);
        try {
            Connection connection = driverFor(url).connect(url, Vendor.of(url).settings(info));
            file.ifPresent(EmbeddedFile::closeFiles);
            return connection;
        } catch (SQLException refused) {
            if (embedded.isPresent() && DatabaseOutages.isOfADamagedFile(refused)) {
                // What a database says is kept out of the log, as it may bear values of rows; this bears none.
                LOG.error(FileSum.unreadable(embedded.get().file()));
                throw new SQLException(FileSum.unreadable(embedded.get().file()), refused.getSQLState(), refused.getErrorCode(), refused);
            }
            throw refused;
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return drivers.keySet().stream().anyMatch(vendor -> vendor.speaks(url));
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driverFor(url).getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    private Driver driverFor(String url) {
        return drivers.get(Vendor.of(url));
    }
}
