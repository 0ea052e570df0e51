package org.kindtrail.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.HomeNotices;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.web.Frame;

/** Says on the start page that needs of other organisations wait for an answer. */
@ApplicationScoped
class ReferralNotices implements HomeNotices {
    private final Referrals referrals;
    private final Scope scope;
    private final Frame frame;

    ReferralNotices(Referrals referrals, Scope scope, Frame frame) {
        this.referrals = referrals;
        this.scope = scope;
        this.frame = frame;
    }

    @Override
    public List<Notice> notices() {
        long waiting = scope.has(Role.DISTRIBUTOR) ? referrals.waiting() : 0;
        return waiting == 0
                ? List.of()
                : List.of(new Notice(frame.say("referral_home_waiting", Map.of("count", waiting)), "/referrals?way=in&state=offered"));
    }
}
