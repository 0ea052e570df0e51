package org.kindtrail.web;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where the request of this moment comes from, and whether it travelled safely. Behind a reverse proxy
 * ({@code kindtrail.behind-proxy}) the proxy's word is taken, if it is one of {@code kindtrail.trusted-proxies}; of what is
 * told in {@code X-Forwarded-For}, only what trusted proxies have added is believed, so nobody chooses an address to be
 * counted by.
 */
@ApplicationScoped
public class Visitor {
    private static final Logger LOG = Logger.getLogger(Visitor.class);
    private static final int MOST_SECONDS_TO_CLOSE = 10;

    private final CurrentVertxRequest current;
    private final boolean behindProxy;
    private final List<Network> trusted;

    Visitor(
            CurrentVertxRequest current,
            @ConfigProperty(name = "kindtrail.behind-proxy", defaultValue = "false") boolean behindProxy,
            @ConfigProperty(name = "kindtrail.trusted-proxies") Optional<List<String>> trustedProxies) {
        this.current = current;
        this.behindProxy = behindProxy;
        this.trusted = trustedProxies.orElse(List.of()).stream().map(Visitor::block).toList();
    }

    /** So that a setting that cannot be read is told at the start. */
    void start(@Observes StartupEvent start) {}

    /** The network address that the visitor has, as far as it can be known; empty when there is none. */
    public String address() {
        return current.getCurrent() == null ? "" : address(current.getCurrent().request());
    }

    /** Whether the visitor speaks TLS, with the service or with the proxy before it. */
    public boolean isSafe() {
        return current.getCurrent() != null && isSafe(current.getCurrent().request());
    }

    /**
     * Closes the line in the middle of an answer that has begun and cannot be brought to its end, before anything else can
     * be written behind it: so it does not look whole. An answer that has not begun stays open for a better one. It waits
     * until the line is closed, and belongs on a thread that may wait.
     */
    void hangUp() {
        if (current.getCurrent() == null || !current.getCurrent().response().headWritten()) {
            return;
        }
        CountDownLatch closed = new CountDownLatch(1);
        HttpConnection line = current.getCurrent().request().connection();
        line.close().onComplete(done -> closed.countDown());
        try {
            if (!closed.await(MOST_SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                LOG.warn("A line was not closed in time; what was broken off on it may look whole.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean isSafe(HttpServerRequest request) {
        // X-Forwarded-Proto of a trusted proxy has been taken into it (quarkus.http.proxy.*)
        return "https".equals(request.scheme());
    }

    private String address(HttpServerRequest request) {
        SocketAddress peer = request.connection().remoteAddress();
        return address(peer == null ? null : peer.hostAddress(), request.headers().getAll("X-Forwarded-For"));
    }

    /**
     * From the right, the first address that is not a trusted proxy's: each proxy adds at the end whom it heard from, so
     * what stands further left may be made up.
     */
    String address(String peer, List<String> forwarded) {
        String known = peer == null ? "" : peer;
        if (!behindProxy) {
            return known;
        }
        List<String> told = List.of(String.join(",", forwarded).split(","));
        for (int i = told.size() - 1; i >= 0 && isTrusted(known); i--) {
            String next = withoutPort(told.get(i).strip());
            if (!Network.isAddress(next)) {
                return known;
            }
            known = next;
        }
        return known;
    }

    private static Network block(String written) {
        if (written.contains(":") && !written.contains("/")) {
            // Quarkus, which reads the same setting, would take it for a name with a port and look that up
            throw new IllegalArgumentException(
                    "kindtrail.trusted-proxies: write " + written + "/128, or a block; an IPv6 address by itself is not understood");
        }
        return Network.block(written);
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(each -> each.has(address));
    }

    private static String withoutPort(String told) {
        return told.matches("[0-9.]+:[0-9]+|\\[.*]:[0-9]+") ? told.replaceFirst(":[0-9]+$", "") : told;
    }
}
