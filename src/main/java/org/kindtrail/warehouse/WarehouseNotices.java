package org.kindtrail.warehouse;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.HomeNotices;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.web.Frame;

/** Says on the start page what is low and what expires soon. */
@ApplicationScoped
class WarehouseNotices implements HomeNotices {
    private final LevelService levels;
    private final ExpiringService expiring;
    private final Scope scope;
    private final Frame frame;

    WarehouseNotices(LevelService levels, ExpiringService expiring, Scope scope, Frame frame) {
        this.levels = levels;
        this.expiring = expiring;
        this.scope = scope;
        this.frame = frame;
    }

    @Override
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        if (scope.has(Role.VOLUNTEER)) {
            add(notices, "warehouse_home_low", levels.low(), "/low");
            add(notices, "warehouse_home_expiring", expiring.count(ExpiringService.USUAL_DAYS), "/expiring");
        }
        return notices;
    }

    private void add(List<Notice> notices, String key, long count, String href) {
        if (count > 0) {
            notices.add(new Notice(frame.say(key, Map.of("count", count, "days", ExpiringService.USUAL_DAYS)), href));
        }
    }
}
