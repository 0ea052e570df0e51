package org.kindtrail.web;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.logging.Filter;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.LogContext;

/** Sees to it that every log there is, also one that somebody added by a setting, has the {@link LogFilter} before it. */
@ApplicationScoped
class LogHandlers {
    private final boolean accessLogByItself;

    LogHandlers(
            @ConfigProperty(name = "quarkus.http.access-log.log-to-file", defaultValue = "false") boolean accessLogByItself) {
        this.accessLogByItself = accessLogByItself;
    }

    void start(@Observes @Priority(1) StartupEvent start) {
        if (accessLogByItself) {
            throw new IllegalStateException("An access log in a file of its own would bear the keys of donors and receivers:"
                    + " leave quarkus.http.access-log.log-to-file out, so that it goes to the log, where they are masked");
        }
        LogContext logs = LogContext.getLogContext();
        for (String name : Collections.list(logs.getLoggerNames())) {
            guard(logs.getLogger(name).getHandlers());
        }
        guard(logs.getLogger("").getHandlers());
    }

    static void guard(Handler... handlers) {
        for (Handler handler : handlers) {
            Filter was = handler.getFilter();
            if (!(was instanceof LogFilter)) {
                LogFilter masks = new LogFilter();
                handler.setFilter(was == null ? masks : record -> masks.isLoggable(record) && was.isLoggable(record));
            }
        }
    }
}
