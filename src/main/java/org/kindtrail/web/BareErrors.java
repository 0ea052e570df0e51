package org.kindtrail.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.kernel.Outage;
import org.kindtrail.kernel.Unavailable;

/** Answers for what fails before a door is reached: a body that is too large, an address that is no address, a house that is full. */
@ApplicationScoped
class BareErrors {
    /** What is taken; quarkus.http.limits.max-body-size says the same. */
    static final long LARGEST_BODY = 12L * 1024 * 1024;
    /** Up to here a body that is too large is let through to nowhere, so that its sender can read the answer. */
    private static final long LARGEST_DRAINED = 128L * 1024 * 1024;

    private final Words words;

    BareErrors(Words words) {
        this.words = words;
    }

    void listen(@Observes Router router) {
        router.route().order(-100_000).handler(context -> {
            long length = length(context.request().getHeader("Content-Length"));
            if (length <= LARGEST_BODY) {
                context.next();
            } else if (length > LARGEST_DRAINED) {
                answer(context, 413, "too-large", "error_http_413");
            } else {
                context.request().handler(discarded -> {});
                context.request().endHandler(end -> answer(context, 413, "too-large", "error_http_413"));
                context.request().resume();
            }
        });
        router.errorHandler(404, context -> answer(context, 404, "not-found", "error_http_404"));
        router.errorHandler(405, context -> answer(context, 405, "method-not-allowed", "error_http_405"));
        router.errorHandler(400, context -> answer(context, 400, "unreadable", "error_http_400"));
        router.errorHandler(413, context -> answer(context, 413, "too-large", "error_http_413"));
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            if (context.statusCode() == 413) {
                answer(context, 413, "too-large", "error_http_413");
            } else if (context.statusCode() == 400) {
                answer(context, 400, "unreadable", "error_http_400");
            } else {
                context.next();
            }
        });
    }

    static long length(String header) {
        return header != null && header.matches("[0-9]{1,18}") ? Long.parseLong(header) : 0;
    }

    /** More is on its way than can be taken. */
    void tooLarge(RoutingContext context) {
        answer(context, 413, "too-large", "error_http_413");
    }

    /** The house cannot do its work now; of this request nothing was begun. */
    void unavailable(RoutingContext context, Outage outage, long seconds) {
        if (!context.response().headWritten() && !context.response().closed()) {
            context.response().putHeader("Retry-After", String.valueOf(seconds));
            answer(context, 503, Unavailable.TYPE, forPrograms(context) ? outage.wordsForPrograms() : outage.wordsKey());
        }
    }

    /** In the language that the reader chose, as far as it can be known without asking who it is. */
    private static Locale language(HttpServerRequest request) {
        return Languages.spoken(request.getParam(Languages.PARAMETER))
                .or(() -> Languages.spoken(cookie(request, "__Host-" + Languages.COOKIE)))
                .or(() -> Languages.spoken(cookie(request, Languages.COOKIE)))
                .orElseGet(() -> Languages.bestFor(request.getHeader("Accept-Language")));
    }

    private static String cookie(HttpServerRequest request, String name) {
        Cookie found = request.getCookie(name);
        return found == null ? null : found.getValue();
    }

    private void answer(RoutingContext context, int status, String type, String key) {
        if (context.response().headWritten() || context.response().closed()) {
            return;
        }
        Locale locale = language(context.request());
        String title = words.say(locale, "error_title_" + type.replace('-', '_'));
        String detail = words.say(locale, key);
        context.response().setStatusCode(status);
        if (status == 413) {
            context.response().putHeader("Connection", "close");
        }
        if (forPrograms(context)) {
            JsonObject problem = new JsonObject()
                    .put("type", "/problems/" + type)
                    .put("title", title)
                    .put("status", status)
                    .put("detail", detail);
            if (status >= 500) {
                problem.put("request", RequestNumber.of(context));
            }
            context.response().putHeader("Content-Type", "application/problem+json").end(problem.encode());
        } else {
            context.response()
                    .putHeader("Content-Type", "text/html;charset=UTF-8")
                    .end("<!doctype html><html lang=\"" + locale.toLanguageTag() + "\"><meta charset=\"utf-8\">"
                            + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + title
                            + "</title><h1>" + title + "</h1><p>" + detail + "</p>" + number(context, status, locale) + "<p><a href=\"/\">Kindtrail</a></p></html>");
        }
    }

    private static boolean forPrograms(RoutingContext context) {
        String path = context.request().path();
        return path != null && path.startsWith("/api/");
    }

    private String number(RoutingContext context, int status, Locale locale) {
        return status < 500 ? "" : "<p>" + words.say(locale, "error_request_number", Map.of("0", RequestNumber.of(context))) + "</p>";
    }
}
