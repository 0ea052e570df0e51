package org.kindtrail.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import org.jboss.logging.MDC;

/**
 * Each request has a number, drawn at random: it stands in every line of the log that the request brings forth, in the header of the
 * answer and on the page that says that something failed. It tells nothing of who asks for what. What a browser or a proxy sends as
 * such a number is not taken over: anybody could send anything.
 */
public final class RequestNumber {
    static final String HEADER = "X-Request-Id";
    /** The name that lines of the log know it by. */
    static final String IN_LOG = "request";

    private static final String ON_ITS_WAY = RequestNumber.class.getName();
    /** No vowels, so that it makes no word, and no letters that are taken for digits. Eight of them look like no key and no telephone. */
    private static final String LETTERS = "0123456789bcdfghjkmnpqrstvwxyz23";
    private static final int LENGTH = 8;
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    RequestNumber() {}

    void listen(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            String number = next();
            context.put(ON_ITS_WAY, number);
            context.response().putHeader(HEADER, number);
            MDC.put(IN_LOG, number);
            context.next();
        });
    }

    private static String next() {
        long random = RANDOM.nextLong();
        char[] number = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            number[i] = LETTERS.charAt((int) (random >>> (i * BITS)) & (LETTERS.length() - 1));
        }
        return new String(number);
    }

    /** The number of this request. */
    public static String of(RoutingContext context) {
        return context.get(ON_ITS_WAY);
    }

    /** The number of the request that is worked on; what is worked on without one gets a number now. */
    public static String now() {
        return MDC.get(IN_LOG) instanceof String number ? number : next();
    }
}
