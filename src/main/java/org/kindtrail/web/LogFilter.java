package org.kindtrail.web;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * What goes to a log loses what must not stand there ({@link Masks}), in its words, its parameters and its exceptions. What
 * the libraries below tell at DEBUG of values that they store, bind, read or send goes to no log at all, as no pattern knows
 * what a person typed.
 */
@LoggingFilter(name = "masks")
public final class LogFilter implements Filter {
    private static final String STATEMENTS = "org.hibernate.SQL";
    /** What the database said of a row that it refused; the exception, masked, tells the rest. */
    private static final Set<String> ROWS = Set.of("org.hibernate.orm.jdbc.error", "org.hibernate.orm.jdbc.batch.error");
    private static final List<String> TELL_VALUES = List.of(
            "org.hibernate", "org.h2", "h2database", "org.postgresql", "io.netty", "io.vertx", "io.agroal",
            "org.jboss.resteasy", "io.quarkus.vertx.http", "io.quarkus.resteasy", "io.quarkus.qute", "com.fasterxml",
            "org.eclipse.angus", "jakarta.mail", "com.sun.mail", "sun.net", "jdk.internal.httpclient");

    @Override
    public boolean isLoggable(LogRecord record) {
        String logger = String.valueOf(record.getLoggerName());
        boolean detail = record.getLevel().intValue() < Level.INFO.intValue();
        if (ROWS.contains(logger) || detail && !logger.equals(STATEMENTS) && tellsValues(logger)) {
            return false;
        }
        try {
            mask(record);
            return true;
        } catch (RuntimeException unreadable) {
            // an argument that cannot even be printed; better nothing than too much
            return false;
        }
    }

    private static boolean tellsValues(String logger) {
        return TELL_VALUES.stream().anyMatch(each -> logger.equals(each) || logger.startsWith(each + "."));
    }

    /** Masked, and on one line: nobody makes up a line of the log by a line break in what they send. */
    static String told(String words) {
        return words == null ? null : Masks.mask(words).replaceAll("\\p{Cntrl}+", " ");
    }

    private static void mask(LogRecord record) {
        if (record instanceof ExtLogRecord told) {
            String words = told.getFormattedMessage();
            String masked = told(words);
            if (words != null && !words.equals(masked)) {
                told.setMessage(masked, ExtLogRecord.FormatStyle.NO_FORMAT);
                told.setParameters(null);
            }
        } else {
            record.setMessage(told(new java.util.logging.SimpleFormatter().formatMessage(record)));
            record.setParameters(null);
        }
        record.setThrown(MaskedFault.of(record.getThrown()));
    }
}
