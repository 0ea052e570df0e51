package org.kindtrail.watch;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** All metrics there are; made only when somebody wants to read them, since its classes take time and room. */
final class Metrics {
    private static final Path MEMORY = Path.of("/proc/self/statm");
    private static final int PAGE = 4096;
    private static final Duration[] STEPS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100),
        Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Metrics(Deeds deeds, Standing standing, AgroalDataSource pool) {
        for (Deed each : Deed.values()) {
            FunctionCounter.builder(each.metric(), deeds, counted -> counted.count(each)).description(each.help()).register(registry);
        }
        for (Standing.Figure each : Standing.Figure.values()) {
            Gauge.builder(each.metric(), standing, looked -> looked.figure(each)).description(each.help()).register(registry);
        }
        Gauge.builder("kindtrail.database.answers", standing, Standing::answers)
                .description("Whether the database answered this node when it looked last: 1 or 0")
                .register(registry);
        watch(pool);
        Gauge.builder("process.resident.memory.bytes", Metrics::residentMemory)
                .description("Memory of the process that is in the machine; absent where the machine does not say")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
    }

    private void watch(AgroalDataSource pool) {
        pool.getConfiguration().setMetricsEnabled(true);
        pool("active", "Connections to the database that are at work", pool, AgroalDataSourceMetrics::activeCount);
        pool("available", "Connections to the database that are open and free", pool, AgroalDataSourceMetrics::availableCount);
        pool("awaiting", "Threads that wait for a connection", pool, AgroalDataSourceMetrics::awaitingCount);
        Gauge.builder("kindtrail.pool.size", pool, each -> each.getConfiguration().connectionPoolConfiguration().maxSize())
                .description("As many connections there can be on this node")
                .register(registry);
    }

    private void pool(String name, String help, AgroalDataSource pool, ToDoubleFunction<AgroalDataSourceMetrics> figure) {
        Gauge.builder("kindtrail.pool." + name, pool, each -> figure.applyAsDouble(each.getMetrics()))
                .description(help + ", on this node")
                .register(registry);
    }

    /** A request is answered, or its line was closed. */
    void answered(Seen request) {
        Timer.builder("kindtrail.requests")
                .description("Requests by the pattern of their address, on this node")
                .tag("route", request.route())
                .tag("method", request.method())
                .tag("status", request.status())
                .tag("outcome", request.outcome())
                .register(registry)
                .record(Duration.ofNanos(request.nanos()));
        Timer.builder("kindtrail.answers")
                .description("How long answers took, by who asks: people (page), programs (program), the machine (own)")
                .tag("kind", request.kind())
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(Duration.ofNanos(request.nanos()));
    }

    /** As Prometheus reads it. */
    String told() {
        return registry.scrape();
    }

    private static double residentMemory() {
        try {
            return Double.parseDouble(Files.readString(MEMORY, StandardCharsets.US_ASCII).split(" ")[1]) * PAGE;
        } catch (IOException | RuntimeException unknown) {
            return Double.NaN;
        }
    }
}
