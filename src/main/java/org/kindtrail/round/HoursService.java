package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;

/** When goods are handed over at a site. */
@ApplicationScoped
public class HoursService {
    private final Appointments appointments;
    private final Rules rules;
    private final Scope scope;
    private final History history;

    HoursService(Appointments appointments, Rules rules, Scope scope, History history) {
        this.appointments = appointments;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
    }

    /** @throws NotFound when there is no such site */
    @Transactional
    public HoursView get(String site) {
        return view(appointments.site(site).orElseThrow(() -> new NotFound(site)));
    }

    private HoursView view(Place site) {
        return new HoursView(
                site.getCode(),
                site.getName(),
                appointments.zone().getId(),
                appointments.hoursOf(site).stream().map(HandOverHours::row).toList(),
                site.getVersion());
    }

    /**
     * Sets all of them anew. Appointments that are booked stay, whether they fit or not.
     *
     * @throws Refused when the site was changed meanwhile
     */
    @Transactional
    public HoursView set(String site, SetHours command) {
        rules.check(command);
        check(command.hours());
        Place found = appointments.lockSite(site).orElseThrow(() -> new NotFound(site));
        if (found.getVersion() != command.version()) {
            throw new Refused("error_changed_meanwhile");
        }
        appointments.replaceHours(found, command.hours().stream()
                .map(row -> new HandOverHours(scope.organisation(), found.getId(), row))
                .toList());
        history.note(found.getCode(), "round_hours_set", null, null);
        return view(found);
    }

    private static void check(List<HoursRow> hours) {
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            HoursRow row = hours.get(i);
            long length = ClockTime.minutes(row.to()) - ClockTime.minutes(row.from());
            if (length < row.slotMinutes()) {
                String key = length <= 0 ? "error_round_hours_order" : "error_round_hours_short";
                faults.add(new FieldError(
                        "hours[" + i + "].to", key, Map.of("from", row.from(), "given", row.to(), "slot", row.slotMinutes())));
            } else if (hours.subList(0, i).stream().anyMatch(other -> overlap(other, row))) {
                faults.add(new FieldError(
                        "hours[" + i + "].from", "error_round_hours_overlap", Map.of("from", row.from(), "to", row.to())));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static boolean overlap(HoursRow one, HoursRow other) {
        return one.weekday() == other.weekday()
                && ClockTime.minutes(one.from()) < ClockTime.minutes(other.to())
                && ClockTime.minutes(other.from()) < ClockTime.minutes(one.to());
    }
}
