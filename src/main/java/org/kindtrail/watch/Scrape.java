package org.kindtrail.watch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Answers with the metrics on a port of its own, for the machine itself alone unless a setting says another address: the numbers are
 * for who runs the service. It stays open when the doors of the house are full. Without the setting nothing of it is there.
 */
@ApplicationScoped
class Scrape {
    static final String PATH = "/metrics";
    private static final Logger LOG = Logger.getLogger(Scrape.class);
    private static final int MOST_SECONDS_TO_OPEN = 10;
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Vertx vertx;
    private final Deeds deeds;
    private final Standing standing;
    private final AgroalDataSource pool;
    private final Optional<Integer> port;
    private final String host;
    private volatile Metrics metrics;
    private volatile int open;

    Scrape(
            Vertx vertx,
            Deeds deeds,
            Standing standing,
            AgroalDataSource pool,
            @ConfigProperty(name = "kindtrail.metrics.port") Optional<Integer> port,
            @ConfigProperty(name = "kindtrail.metrics.host") String host) {
        this.vertx = vertx;
        this.deeds = deeds;
        this.standing = standing;
        this.pool = pool;
        this.port = port;
        this.host = host;
    }

    boolean isWanted() {
        return port.isPresent();
    }

    void start(@Observes @Priority(10) StartupEvent start) throws InterruptedException {
        if (port.isEmpty()) {
            return;
        }
        metrics = new Metrics(deeds, standing, pool);
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHost(host).setPort(port.get()))
                .requestHandler(this::answer);
        try {
            open = server.listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(MOST_SECONDS_TO_OPEN, TimeUnit.SECONDS)
                    .actualPort();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException shut) {
            throw new IllegalStateException("The metrics cannot be answered at " + host + ":" + port.get()
                    + " (KINDTRAIL_METRICS_HOST, KINDTRAIL_METRICS_PORT): " + shut.getMessage(), shut);
        }
        LOG.infof("Metrics are at http://%s:%d%s", host, open, PATH);
    }

    private void answer(HttpServerRequest request) {
        request.response().putHeader("Cache-Control", "no-store").putHeader("X-Content-Type-Options", "nosniff");
        if (!PATH.equals(request.path()) || request.method() != HttpMethod.GET) {
            request.response().setStatusCode(404).end();
            return;
        }
        vertx.executeBlocking(metrics::told, false).onComplete(told -> {
            if (told.succeeded()) {
                request.response().putHeader("Content-Type", TYPE).end(told.result());
            } else {
                request.response().setStatusCode(500).end();
            }
        });
    }

    void answered(Seen request) {
        Metrics all = metrics;
        if (all != null) {
            all.answered(request);
        }
    }

    /** Where it answers; 0 when it does not. */
    int port() {
        return open;
    }
}
