package org.kindtrail.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The password at the database. The one that is shipped stands in the sources, so it is for the embedded file only, which is
 * guarded by its mode; where a database is reached over a network, the service does not start with it.
 */
final class DatabasePassword {
    /** As in application.properties. */
    static final String SHIPPED = "kindtrail";

    private static final Pattern IN_URL = Pattern.compile("[?&;]password=([^&;]*)", Pattern.CASE_INSENSITIVE);

    private DatabasePassword() {}

    /** @throws ConfigurationException when a database that others reach would be opened with the password that is shipped */
    static void check(String jdbcUrl, String password) {
        Matcher inUrl = IN_URL.matcher(jdbcUrl);
        if (isReachedByOthers(jdbcUrl) && SHIPPED.equals(inUrl.find() ? inUrl.group(1) : password)) {
            throw new ConfigurationException("The database has no password but the one that everybody knows: give its user"
                    + " another, and set KINDTRAIL_DATABASE_PASSWORD to that. Nothing was started.");
        }
    }

    private static boolean isReachedByOthers(String jdbcUrl) {
        String url = jdbcUrl.toLowerCase(Locale.ROOT);
        return Vendor.of(jdbcUrl) != Vendor.H2
                || url.startsWith("jdbc:h2:tcp:")
                || url.startsWith("jdbc:h2:ssl:")
                || url.contains(";auto_server=true");
    }
}
