package org.kindtrail.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.kindtrail.kernel.Outage;
import org.kindtrail.kernel.Outages;

/**
 * Lets in as many requests as can be worked on at once, lets some more wait a little, and tells the others to come again
 * (503), before a thread is taken for them. What is sent is read whole before that too, so who sends slowly holds nothing up
 * but its own line. How the service is, is always told.
 */
@ApplicationScoped
class Admission {
    private static final String VISIT = Admission.class.getName();
    /** Who cannot be let in is told so after a moment: programs that ask again at once do not take the time of those who are in. */
    private static final long BREATH = 400;

    private final Vertx vertx;
    private final Outages outages;
    private final BareErrors errors;
    private final Lines lines;
    private final int atOnce;
    private final int mostWaiting;
    private final long patience;
    private final Bodies bodies;
    private final AtomicLong refusals = new AtomicLong();

    private final Deque<Visit> waiting = new ArrayDeque<>();
    private int inWork;

    Admission(
            Vertx vertx,
            Outages outages,
            BareErrors errors,
            Lines lines,
            Bodies bodies,
            @ConfigProperty(name = "kindtrail.load.at-once") int atOnce,
            @ConfigProperty(name = "kindtrail.load.waiting") int mostWaiting,
            @ConfigProperty(name = "kindtrail.load.patience") Duration patience) {
        this.vertx = vertx;
        this.outages = outages;
        this.errors = errors;
        this.lines = lines;
        this.bodies = bodies;
        this.atOnce = atOnce;
        this.mostWaiting = mostWaiting;
        this.patience = patience.toMillis();
    }

    /** A request, from its arrival until nobody works on it any more. */
    final class Visit {
        final RoutingContext request;
        private final Context place = Vertx.currentContext();
        private boolean isIn;
        private boolean isWorkedOn;
        private boolean isOver;
        private long timer = -1;
        int held;

        private Visit(RoutingContext request) {
            this.request = request;
        }

        /** Its answer is out, or its line is closed; a thread may still be at work on it. */
        private void answered() {
            if (!isWorkedOn) {
                over();
            }
        }

        private void over() {
            Visit next = null;
            synchronized (waiting) {
                if (isOver) {
                    return;
                }
                isOver = true;
                if (!isIn) {
                    waiting.remove(this);
                } else {
                    next = waiting.poll();
                    if (next == null) {
                        inWork--;
                    } else {
                        next.isIn = true;
                    }
                }
            }
            bodies.letGo(this);
            if (next != null) {
                next.place.runOnContext(next::goIn);
            }
        }

        private void goIn(Void turn) {
            vertx.cancelTimer(timer);
            if (request.response().closed()) {
                over();
            } else {
                request.next();
            }
        }
    }

    void listen(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 2).handler(lines::asked);
        router.route().order(-90_000).handler(this::arrive);
    }

    private void arrive(RoutingContext request) {
        String path = request.request().path();
        if (path != null && (path.startsWith("/q/health") || path.startsWith("/q/metrics"))) {
            request.next();
            return;
        }
        Optional<Outage> outage = outages.now();
        if (outage.isPresent() && (outage.get() == Outage.DAMAGED || isWriting(request.request()))) {
            refuse(request, outage.get());
            return;
        }
        if (isFull() || lines.isFull()) {
            refuseAfterABreath(request);
            return;
        }
        Visit visit = new Visit(request);
        request.put(VISIT, visit);
        request.addEndHandler(end -> visit.answered());
        bodies.read(visit, () -> queue(visit), () -> refuse(request, Outage.TOO_MUCH));
    }

    private static boolean isWriting(HttpServerRequest request) {
        return request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD && request.method() != HttpMethod.OPTIONS;
    }

    private boolean isFull() {
        synchronized (waiting) {
            return inWork >= atOnce && waiting.size() >= mostWaiting;
        }
    }

    private void queue(Visit visit) {
        // What is decided here, and not what stands there a moment later: somebody who is done may have let it in by then.
        boolean in = false;
        boolean full = false;
        synchronized (waiting) {
            if (visit.isOver) {
                return;
            }
            if (inWork < atOnce) {
                inWork++;
                visit.isIn = true;
                in = true;
            } else if (waiting.size() < mostWaiting) {
                visit.timer = vertx.setTimer(patience, timer -> giveUp(visit));
                waiting.add(visit);
            } else {
                full = true;
            }
        }
        if (in) {
            visit.request.next();
        } else if (full) {
            refuseAfterABreath(visit.request);
        }
    }

    /** Who has waited so long has gone, or will; what is begun for them is work for nobody. */
    private void giveUp(Visit visit) {
        synchronized (waiting) {
            if (!waiting.remove(visit)) {
                return;
            }
        }
        visit.place.runOnContext(turn -> refuse(visit.request, Outage.TOO_MUCH));
    }

    private void refuseAfterABreath(RoutingContext request) {
        bodies.drain(request, () -> {});
        vertx.setTimer(BREATH, timer -> refuse(request, Outage.TOO_MUCH));
    }

    private void refuse(RoutingContext request, Outage outage) {
        long seconds = outage.seconds() + refusals.incrementAndGet() % outage.seconds();
        bodies.drain(request, () -> errors.unavailable(request, outage, seconds));
    }

    /** From here on a thread works on it, whether or not anybody waits for the answer. */
    @ServerRequestFilter(preMatching = true)
    void begin() {
        ResteasyReactiveRequestContext work = CurrentRequestManager.get();
        RoutingContext context = work.unwrap(RoutingContext.class);
        Visit visit = context == null ? null : context.get(VISIT);
        if (visit != null) {
            visit.isWorkedOn = true;
            work.registerCompletionCallback(failure -> visit.over());
        }
    }
}
