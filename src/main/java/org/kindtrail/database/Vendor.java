package org.kindtrail.database;

import java.sql.Driver;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.dialect.Dialect;

/** The database products the service works on; {@code @Inject Vendor} answers with the one in use. */
public enum Vendor {
    H2("jdbc:h2:", org.h2.Driver::new, H2Since24.class, Map.of()),
    /**
     * A server that is gone is noticed: in 5 seconds by who connects, in 60 by who waits for an answer. Otherwise a request would wait
     * for ever, and keep its connection, when a machine vanishes without a word. And no statement is compiled to machine code: the
     * server would spend seconds on that where it only thinks that much is to be read. What the URL says of these counts more.
     */
    POSTGRESQL(
            "jdbc:postgresql:",
            org.postgresql.Driver::new,
            PostgresqlSince15.class,
            Map.of("connectTimeout", "5", "socketTimeout", "60", "tcpKeepAlive", "true", "options", "-c jit=off"));

    private static final Pattern PRODUCT = Pattern.compile("jdbc:\\w+:");

    private final String urlPrefix;
    private final Supplier<Driver> driver;
    private final Class<? extends Dialect> dialect;
    private final Map<String, String> settings;

    Vendor(String urlPrefix, Supplier<Driver> driver, Class<? extends Dialect> dialect, Map<String, String> settings) {
        this.urlPrefix = urlPrefix;
        this.driver = driver;
        this.dialect = dialect;
        this.settings = settings;
    }

    public static Vendor of(String jdbcUrl) {
        for (Vendor vendor : values()) {
            if (vendor.speaks(jdbcUrl)) {
                return vendor;
            }
        }
        throw new IllegalArgumentException("The database URL \"" + beginning(jdbcUrl)
                + "\" begins with neither " + H2.urlPrefix + " nor " + POSTGRESQL.urlPrefix);
    }

    boolean speaks(String jdbcUrl) {
        return jdbcUrl != null && jdbcUrl.startsWith(urlPrefix);
    }

    /** What is given, and where nothing is, what the house sets. */
    Properties settings(Properties given) {
        Properties all = new Properties();
        all.putAll(settings);
        given.stringPropertyNames().forEach(name -> all.setProperty(name, given.getProperty(name)));
        return all;
    }

    Driver newDriver() {
        return driver.get();
    }

    Class<? extends Dialect> dialect() {
        return dialect;
    }

    /** The folder under src/main/resources with the migrations that only this product takes. */
    String migrations() {
        return "db/vendor/" + name().toLowerCase(Locale.ROOT) + "/";
    }

    /** The rest of a URL may hold a password, in a way that each product has for itself, and this text goes to the log. */
    private static String beginning(String jdbcUrl) {
        Matcher product = PRODUCT.matcher(jdbcUrl == null ? "" : jdbcUrl);
        return product.lookingAt() ? product.group() + "..." : "...";
    }
}
