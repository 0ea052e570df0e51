package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.HomeNotices;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.web.Frame;

/** Says on the start page which needs end soon, and which lose what is promised to them. */
@ApplicationScoped
class NeedNotices implements HomeNotices {
    private final Needs needs;
    private final Promised promised;
    private final Today today;
    private final Scope scope;
    private final Frame frame;

    NeedNotices(Needs needs, Promised promised, Today today, Scope scope, Frame frame) {
        this.needs = needs;
        this.promised = promised;
        this.today = today;
        this.scope = scope;
        this.frame = frame;
    }

    @Override
    @Transactional
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        if (scope.has(Role.DISTRIBUTOR)) {
            add(notices, "need_home_ending", needs.ending(today.day().plusDays(NeedViews.SOON)), "/needs?ending=true");
            long losing = promised.needsThatLose(today.endOf(today.day().plusDays(1))).size();
            add(notices, "need_home_losing", losing, "/needs?losing=true");
        }
        return notices;
    }

    private void add(List<Notice> notices, String key, long count, String href) {
        if (count > 0) {
            notices.add(new Notice(frame.say(key, Map.of("count", count, "days", NeedViews.SOON)), href));
        }
    }
}
