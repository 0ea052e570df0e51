package org.kindtrail.web;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The lines that are held to the service. One over which nothing comes that could be answered, or whose other end takes
 * nothing, is closed; when there are too many, the one that has been of no use for longest makes room for the new one.
 */
@ApplicationScoped
class Lines implements HttpServerOptionsCustomizer {
    private static final long LOOK = 1_000;
    /** Who asks again before they took so much of an answer waits. */
    private static final long MOST_BEFORE = 256 * 1024;

    private static final String NAME = "line";
    /** The server's library makes what sees new lines, so it finds them here. */
    private static final Set<Line> OPEN = ConcurrentHashMap.newKeySet();

    private static volatile int most = Integer.MAX_VALUE;

    private final Vertx vertx;
    private final long head;
    private final long idle;
    private final long window;
    private final long least;
    private final long mostUntaken;

    Lines(
            Vertx vertx,
            @ConfigProperty(name = "kindtrail.load.connections") int connections,
            @ConfigProperty(name = "kindtrail.load.head") Duration head,
            @ConfigProperty(name = "kindtrail.load.idle") Duration idle,
            @ConfigProperty(name = "kindtrail.load.slow") Duration slow,
            @ConfigProperty(name = "kindtrail.load.least") int least,
            @ConfigProperty(name = "kindtrail.load.untaken") MemorySize untaken) {
        this.vertx = vertx;
        this.head = head.toNanos();
        this.idle = idle.toNanos();
        this.window = slow.toNanos();
        this.least = least * slow.toSeconds();
        this.mostUntaken = untaken.asLongValue();
        most = connections;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(LOOK, timer -> look());
    }

    static void opened(Channel channel) {
        if (OPEN.size() >= most) {
            makeRoom();
        }
        Line line = new Line(channel);
        OPEN.add(line);
        channel.closeFuture().addListener(closed -> OPEN.remove(line));
        channel.pipeline().addFirst(NAME, line);
    }

    /** Of those that nobody works for: whose other end has had the longest time to do something. */
    private static void makeRoom() {
        OPEN.stream()
                .filter(each -> each.stage() != Line.Stage.WORK)
                .min(Comparator.comparingLong(Line::since))
                .ifPresent(Line::close);
    }

    private void look() {
        long now = System.nanoTime();
        for (Line each : OPEN) {
            long time = now - each.since();
            boolean useless =
                    switch (each.stage()) {
                        case NEW, ASKING -> time > head;
                        case IDLE -> time > idle && each.untaken() == 0;
                        case SENDING, WORK -> false;
                    };
            boolean inTheWay = each.takesNothing() && isFull();
            if (useless || inTheWay || each.isTooSlow(now, window, least)) {
                each.close();
            }
        }
    }

    /** Whether so much lies here that was written and not taken that no more is to be written. */
    boolean isFull() {
        return Line.untakenByAll() > mostUntaken;
    }

    /** The head of a request is there; it is gone on with when the answers before it were taken. */
    void asked(RoutingContext request) {
        Line line = of(request);
        if (line == null) {
            request.next();
            return;
        }
        line.at(Line.Stage.WORK);
        request.addEndHandler(end -> line.at(Line.Stage.IDLE));
        if (line.untaken() <= MOST_BEFORE) {
            request.next();
        } else {
            request.request().pause();
            goOnWhenTaken(request, line, Vertx.currentContext());
        }
    }

    private void goOnWhenTaken(RoutingContext request, Line line, Context place) {
        vertx.setTimer(LOOK / 5, timer -> {
            if (request.response().closed()) {
                return;
            }
            if (line.untaken() > MOST_BEFORE) {
                goOnWhenTaken(request, line, place);
            } else {
                place.runOnContext(turn -> {
                    request.request().resume();
                    request.next();
                });
            }
        });
    }

    /** Its body is coming, or has come. */
    void sends(RoutingContext request, boolean coming) {
        Line line = of(request);
        if (line != null) {
            line.at(coming ? Line.Stage.SENDING : Line.Stage.WORK);
        }
    }

    private static Line of(RoutingContext request) {
        return request.request().connection() instanceof ConnectionBase connection
                && connection.channel().pipeline().get(NAME) instanceof Line line
                ? line
                : null;
    }
}
