package org.kindtrail.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what is sent, whole, without a thread; all that is held of it at once is bounded, whoever sends it. */
@Singleton
class Bodies {
    /** Up to here a line stays open for the next request after a refusal. */
    private static final long SMALL = 64 * 1024;

    private final long mostHeld;
    private final Lines lines;
    private final BareErrors errors;
    private final AtomicLong held = new AtomicLong();

    Bodies(Lines lines, BareErrors errors, @ConfigProperty(name = "kindtrail.load.held") MemorySize mostHeld) {
        this.lines = lines;
        this.errors = errors;
        this.mostHeld = mostHeld.asLongValue();
    }

    /**
     * @param then when all of it is there, and its doors will find it
     * @param tooMuch when it does not fit beside what others are sending
     */
    void read(Admission.Visit visit, Runnable then, Runnable tooMuch) {
        HttpServerRequest request = visit.request.request();
        if (!hasBody(request)) {
            then.run();
            return;
        }
        List<Buffer> parts = new ArrayList<>();
        lines.sends(visit.request, true);
        request.handler(part -> {
            visit.held += part.length();
            parts.add(part);
            boolean fits = held.addAndGet(part.length()) <= mostHeld;
            if (visit.held > BareErrors.LARGEST_BODY) {
                letGo(visit);
                parts.clear();
                drain(visit.request, () -> errors.tooLarge(visit.request));
            } else if (!fits) {
                letGo(visit);
                parts.clear();
                tooMuch.run();
            }
        });
        request.endHandler(end -> {
            lines.sends(visit.request, false);
            RoutingContextInternal context = (RoutingContextInternal) visit.request;
            context.visitHandler(RoutingContextInternal.BODY_HANDLER);
            context.setBody(whole(parts, visit.held));
            then.run();
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private static Buffer whole(List<Buffer> parts, int length) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Buffer whole = Buffer.buffer(length);
        for (int i = 0; i < parts.size(); i++) {
            whole.appendBuffer(parts.set(i, null));
        }
        return whole;
    }

    /** Nobody needs it any more. */
    void letGo(Admission.Visit visit) {
        held.addAndGet(-visit.held);
        visit.held = 0;
    }

    /** What still comes goes nowhere; a browser reads the answer only when it has sent all. */
    void drain(RoutingContext context, Runnable then) {
        HttpServerRequest request = context.request();
        if (request.isEnded() || !hasBody(request) || "100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            then.run();
            return;
        }
        request.handler(part -> {});
        request.endHandler(end -> {});
        if (BareErrors.length(request.getHeader("Content-Length")) <= SMALL && request.getHeader("Transfer-Encoding") == null) {
            then.run();
        } else {
            lines.sends(context, true);
            request.endHandler(end -> then.run());
        }
        request.resume();
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.getHeader("Transfer-Encoding") != null || BareErrors.length(request.getHeader("Content-Length")) > 0;
    }
}
