package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.programme.Programme;
import org.kindtrail.programme.Programmes;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;

/** The list of needs: its columns, and the filters that narrow it. */
@ApplicationScoped
class NeedList {
    private final NeedService needs;
    private final Programmes programmes;
    private final Frame frame;

    NeedList(NeedService needs, Programmes programmes, Frame frame) {
        this.needs = needs;
        this.programmes = programmes;
        this.frame = frame;
    }

    /** What the address asks for; null and false: nothing. */
    record Asked(boolean ended, String recipient, Urgency urgency, String programme, boolean ending, boolean losing) {
        Asked ended(boolean past) {
            return new Asked(past, recipient, urgency, programme, !past && ending, !past && losing);
        }

        Asked of(Urgency only) {
            return new Asked(ended, recipient, only, programme, ending, losing);
        }

        Asked chargedTo(String only) {
            return new Asked(ended, recipient, urgency, only, ending, losing);
        }

        Asked ofAll() {
            return new Asked(ended, null, urgency, programme, ending, losing);
        }

        boolean narrowed() {
            return ended || recipient != null || urgency != null || programme != null || ending || losing;
        }

        String path() {
            List<String> parts = new ArrayList<>();
            add(parts, "ended", ended ? "true" : null);
            add(parts, "recipient", recipient);
            add(parts, "urgency", urgency == null ? null : urgency.word());
            add(parts, "programme", programme);
            add(parts, "ending", ending ? "true" : null);
            add(parts, "losing", losing ? "true" : null);
            return parts.isEmpty() ? "/needs" : "/needs?" + String.join("&", parts);
        }

        private static void add(List<String> parts, String name, String value) {
            if (value != null) {
                parts.add(name + "=" + value);
            }
        }
    }

    Listing<NeedRow> of(Asked asked) {
        NeedService.Which which = new NeedService.Which(
                asked.ended() ? null : Need.State.OPEN,
                asked.ended(),
                asked.recipient(),
                asked.urgency(),
                asked.programme(),
                asked.ending(),
                asked.losing());
        Listing<NeedRow> listing = new Listing<NeedRow>(
                        "need_list", asked.path(), (from, size) -> needs.list(which, from, size))
                .link("need_for_whom", NeedRow::forWhom, row -> "/needs/" + row.code())
                .link("need_recipient", NeedRow::recipientAlias, row -> "/needs?recipient=" + row.recipient())
                .column("need_urgency", row -> say(row.urgency().wordsKey()))
                .column("need_wanted_by", NeedRow::wantedBy)
                .column("need_asked", NeedRow::asked)
                .column("need_promised", NeedRow::promised)
                .column("need_on_the_way", NeedRow::onTheWay)
                .column("need_arrived", NeedRow::arrived)
                .column("need_code", NeedRow::code)
                .filter(say("need_filter_open"), asked.ended(false).path(), !asked.ended())
                .filter(say("need_filter_ended"), asked.ended(true).path(), asked.ended())
                .group("need_urgency", urgencies(asked))
                .action("need_new", asked.recipient() == null ? "/needs/new" : "/needs/new?recipient=" + asked.recipient())
                .whenEmpty(asked.narrowed() ? "need_list_none" : "need_list_empty");
        List<Listing.Filter> charged = programmes(asked);
        if (charged.size() > 1) {
            listing.group("need_programme", charged);
        }
        if (asked.recipient() != null) {
            listing.filter(say("need_filter_all_recipients"), asked.ofAll().path(), false);
        }
        if (asked.ending() || asked.losing()) {
            listing.filter(
                    frame.say(asked.ending() ? "need_filter_ending" : "need_filter_losing", Map.of("days", NeedViews.SOON)),
                    asked.path(),
                    true);
        }
        if (frame.may("coordinator")) {
            listing.action("need_wish_lists", "/wish-lists").action("need_term", "/needs/settings");
        }
        return listing;
    }

    private List<Listing.Filter> urgencies(Asked asked) {
        List<Listing.Filter> filters = new ArrayList<>();
        filters.add(new Listing.Filter(say("need_filter_any"), asked.of(null).path(), asked.urgency() == null));
        for (Urgency each : Urgency.values()) {
            filters.add(new Listing.Filter(say(each.wordsKey()), asked.of(each).path(), asked.urgency() == each));
        }
        return filters;
    }

    private List<Listing.Filter> programmes(Asked asked) {
        List<Listing.Filter> filters = new ArrayList<>();
        filters.add(new Listing.Filter(say("need_filter_any"), asked.chargedTo(null).path(), asked.programme() == null));
        for (Programme each : programmes.open()) {
            filters.add(new Listing.Filter(
                    each.getName(), asked.chargedTo(each.getCode()).path(), each.getCode().equals(asked.programme())));
        }
        return filters;
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }
}
