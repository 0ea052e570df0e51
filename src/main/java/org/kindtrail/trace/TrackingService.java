package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import org.kindtrail.account.Attempts;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** Opens the page of a donation to whoever holds its tracking code. */
@ApplicationScoped
public class TrackingService {
    private static final String GUESSED_AT = "tracking";

    private final Traces traces;
    private final Telling telling;
    private final Attempts attempts;
    private final Scope scope;

    TrackingService(Traces traces, Telling telling, Attempts attempts, Scope scope) {
        this.traces = traces;
        this.telling = telling;
        this.attempts = attempts;
        this.scope = scope;
    }

    /**
     * The code as it is kept.
     *
     * @throws NotFollowed when it cannot be a tracking code
     */
    public String read(String typed) {
        return Code.read(CodeKind.TRACKING, typed).orElseThrow(NotFollowed::mistyped);
    }

    /**
     * What became of the donation.
     *
     * @param typed the code, as people type it
     * @param from the network address that asks; wrong guesses are counted by it
     * @throws NotFollowed when it opens nothing
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong guesses from the same address, or at codes that begin alike
     */
    public TraceView follow(String typed, String from) {
        return telling.tell(opened(typed, from));
    }

    /**
     * A photograph that stands on the donation's page.
     *
     * @param picture its code
     * @return a JPEG
     * @throws NotFound when the page does not show it
     */
    public byte[] picture(String typed, String picture, String from) {
        return telling.show(opened(typed, from), picture).orElseThrow(() -> new NotFound(picture));
    }

    /**
     * The number of the donation, for another room that tells its holder more; the same holds.
     *
     * @throws NotFollowed when the code opens nothing
     */
    public Long donation(String typed, String from) {
        return opened(typed, from).id();
    }

    private Donated opened(String typed, String from) {
        String code = read(typed);
        String hash = Code.hash(code);
        Donated donation = attempts.guarded(GUESSED_AT, code, from, () -> traces.byTracking(hash))
                .orElseThrow(NotFollowed::unknown);
        scope.enterByKey(donation.organisationId(), hash, donation.beside().catalogue());
        return donation;
    }
}
