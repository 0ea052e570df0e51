package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.kindtrail.web.Frame;

/** The last step of a sign-in: a new session, whoever was signed in here before is out, and on to where they were going. */
@ApplicationScoped
class Arrival {
    private final SignIn signIn;
    private final SecondFactors factors;
    private final PendingSignIn pending;
    private final KnownDevice device;
    private final Frame frame;

    Arrival(SignIn signIn, SecondFactors factors, PendingSignIn pending, KnownDevice device, Frame frame) {
        this.signIn = signIn;
        this.factors = factors;
        this.pending = pending;
        this.device = device;
        this.frame = frame;
    }

    /** A browser on its way in. */
    record Coming(HttpHeaders headers, boolean secure, String then, boolean carries) {
        String cookie(String name) {
            return Doorkeeper.value(headers.getCookies(), name, secure);
        }

        String browserName() {
            return BrowserName.of(headers.getHeaderString("User-Agent"));
        }
    }

    boolean needsCode(Person person) {
        return factors.active(person.getId());
    }

    /** The cookie that says: name and password were right, a code is still to come. */
    Response.ResponseBuilder waiting(Response.ResponseBuilder answer, Person person, Coming coming) {
        return answer.cookie(Doorkeeper.cookie(
                PendingSignIn.COOKIE,
                pending.mark(person, frame.getBrowser()),
                (int) PendingSignIn.LASTS.toSeconds(),
                coming.secure()));
    }

    /** The person is in. A form that was carried is sent again by the browser itself: that is what 307 says. */
    Response in(Person person, Coming coming) {
        return in(person, coming, SignIn.SESSION_LASTS);
    }

    /** The same, for so long at most. */
    Response in(Person person, Coming coming, Duration lasts) {
        String session = signIn.session(person.getId(), coming.browserName(), lasts);
        // One browser, one person.
        signIn.end(coming.cookie(Doorkeeper.SESSION));
        boolean secure = coming.secure();
        String mark = device.mark(coming.cookie(KnownDevice.COOKIE), person.getName());
        Response.ResponseBuilder answer = Response.status(coming.carries() ? 307 : 303)
                .location(URI.create(coming.then()))
                .cookie(Doorkeeper.cookie(Doorkeeper.SESSION, session, (int) lasts.toSeconds(), secure))
                .cookie(Doorkeeper.cookie(KnownDevice.COOKIE, mark, KnownDevice.LASTS, secure));
        if (coming.cookie(PendingSignIn.COOKIE) != null) {
            answer.cookie(Doorkeeper.cookie(PendingSignIn.COOKIE, "", 0, secure));
        }
        return answer.build();
    }
}
