package org.kindtrail.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.HomeNotices;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.web.Frame;

/**
 * Says on the start page that needs of other organisations wait for an answer, and that needs which were passed on came back.
 * What came back is said until something is done about the need, or for two weeks.
 */
@ApplicationScoped
class ReferralNotices implements HomeNotices {
    private static final Duration NEWS = Duration.ofDays(14);

    private final Referrals referrals;
    private final Scope scope;
    private final Frame frame;
    private final Clock clock;

    ReferralNotices(Referrals referrals, Scope scope, Frame frame, Clock clock) {
        this.referrals = referrals;
        this.scope = scope;
        this.frame = frame;
        this.clock = clock;
    }

    @Override
    public List<Notice> notices() {
        if (!scope.has(Role.DISTRIBUTOR)) {
            return List.of();
        }
        return referrals.news(clock.instant().minus(NEWS)).stream().sorted().map(this::notice).toList();
    }

    private Notice notice(Referrals.Many many) {
        boolean waits = many.state() == Referral.State.OFFERED;
        String key = waits ? "referral_home_waiting" : "referral_home_" + many.state().word();
        return new Notice(
                frame.say(key, Map.of("count", many.number())),
                "/referrals?way=" + (waits ? "in" : "out") + "&state=" + many.state().word());
    }
}
