package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kindtrail.account.History;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.programme.Programme;
import org.kindtrail.programme.Programmes;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Ledger;
import org.kindtrail.web.Frame;

/** Tells an open need anew, and keeps it and what is promised to it for longer. The need is locked first. */
@ApplicationScoped
public class NeedChangeService {
    private final Needs needs;
    private final NeedService posting;
    private final NeedRules asking;
    private final Promised promised;
    private final MetNeeds met;
    private final Programmes programmes;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final NeedViews views;
    private final Rules rules;
    private final History history;
    private final Frame frame;
    private final Today today;
    private final Clock clock;

    NeedChangeService(
            Needs needs,
            NeedService posting,
            NeedRules asking,
            Promised promised,
            MetNeeds met,
            Programmes programmes,
            Catalogue catalogue,
            Ledger ledger,
            NeedViews views,
            Rules rules,
            History history,
            Frame frame,
            Today today,
            Clock clock) {
        this.needs = needs;
        this.posting = posting;
        this.asking = asking;
        this.promised = promised;
        this.met = met;
        this.programmes = programmes;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.views = views;
        this.rules = rules;
        this.history = history;
        this.frame = frame;
        this.today = today;
        this.clock = clock;
    }

    /**
     * Tells an open need anew.
     *
     * @throws Invalid naming the fields at fault
     * @throws Refused when it has ended, somebody else changed it meanwhile, or goods kept for its programme are promised to it
     */
    @Transactional
    public NeedView change(String code, ChangeNeed command) {
        rules.check(command);
        Need need = needs.lock(code);
        need.mustBeOpen();
        if (need.getVersion() != command.version()) {
            throw new Refused("error_changed_meanwhile");
        }
        List<FieldError> faults = NeedRules.noFaults();
        Set<PeopleCount> people = NeedRules.people(command.people(), faults);
        if (!Objects.equals(command.expiresOn(), need.getExpiresOn())) {
            asking.lastDay(command.expiresOn(), faults);
        }
        List<ChangeNeed.Line> lines = command.lines() == null ? List.of() : command.lines();
        check(need, lines, faults);
        asking.lines("added", command.added(), faults);
        int more = command.added() == null ? 0 : command.added().size();
        if (need.getLines().size() + more > Need.MOST_LINES) {
            faults.add(new FieldError("added", "error_need_lines_most", Map.of("most", Need.MOST_LINES)));
        }
        NeedRules.refuse(faults);
        boolean wasMet = need.isMet();
        List<String> told = new ArrayList<>();
        charge(need, command, told);
        describe(need, command, people, told);
        lines.forEach(line -> ask(need.line("lines", line.line()), line, told));
        for (int i = 0; i < more; i++) {
            NeedLine line = posting.ask(need, command.added().get(i));
            told.add(say("need_told_line_added", Map.of("line", line.getLine(), "quantity", line.getQuantity())));
        }
        return changed(need, told, wasMet);
    }

    /** @param wasMet whether it asked for nothing more before: then somebody keeps it open on purpose */
    private NeedView changed(Need need, List<String> told, boolean wasMet) {
        need.changed(clock.instant());
        needs.flush();
        history.note(need.getCode(), "need_changed", told.isEmpty() ? null : String.join("; ", told), null);
        if (!wasMet) {
            met.look(need);
        }
        return views.need(need);
    }

    private void check(Need need, List<ChangeNeed.Line> lines, List<FieldError> faults) {
        Set<Integer> named = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            ChangeNeed.Line asked = lines.get(i);
            String path = "lines[" + i + "].";
            NeedLine line = need.line(path + "line", asked.line());
            if (!named.add(asked.line())) {
                faults.add(new FieldError(path + "line", "error_need_line_twice", Map.of("line", asked.line())));
            }
            if (asked.quantity() < line.taken()) {
                faults.add(new FieldError(
                        path + "quantity",
                        "error_need_line_taken",
                        Map.of("line", line.getLine(), "taken", line.taken(), "wanted", asked.quantity())));
            }
            Item item = itemOf(line);
            if (line.taken() > 0 && acceptsOtherwise(line, asked)) {
                faults.add(new FieldError(
                        path + (asked.sizes() == null ? "substitutes" : "sizes"),
                        "error_need_line_fixed",
                        Map.of("line", line.getLine(), "taken", line.taken())));
            } else {
                asking.sizes(path, NeedRules.sizes(asked.sizes()), item, line.getCategory(), faults);
                asking.substitutes(path, asked.substitutes(), item, line.getFits(), faults);
            }
        }
    }

    private Item itemOf(NeedLine line) {
        return line.getItem() == null ? null : catalogue.of(line.getItem().getId());
    }

    /** Whether other things would do than until now; what is left out stays as it is, and so does what is told again. */
    private boolean acceptsOtherwise(NeedLine line, ChangeNeed.Line asked) {
        boolean sizes = asked.sizes() != null && !Set.copyOf(asked.sizes()).equals(Set.copyOf(line.getSizes()));
        boolean others = asked.substitutes() != null
                && !Set.copyOf(asked.substitutes()).equals(Set.copyOf(codes(line.getSubstitutes())));
        return sizes || others;
    }

    private List<String> codes(Set<Long> items) {
        return items.stream().map(id -> catalogue.of(id).getCode()).toList();
    }

    private void ask(NeedLine line, ChangeNeed.Line asked, List<String> told) {
        if (line.getQuantity() != asked.quantity()) {
            told.add(say(
                    "need_told_line",
                    Map.of("line", line.getLine(), "before", line.getQuantity(), "after", asked.quantity())));
            line.ask(asked.quantity());
        }
        if (acceptsOtherwise(line, asked)) {
            told.add(say("need_told_line_accepts", Map.of("line", line.getLine())));
            line.accept(
                    asked.sizes() == null ? line.getSizes() : NeedRules.sizes(asked.sizes()),
                    asked.substitutes() == null ? Set.copyOf(line.getSubstitutes()) : asking.ids(asked.substitutes()));
        }
    }

    private void charge(Need need, ChangeNeed command, List<String> told) {
        Drive drive = asking.drive(command.drive(), need.getDrive());
        Programme programme = programme(need, command.programme());
        if (!Objects.equals(id(need.getProgramme()), id(programme))) {
            refuseIfKeptGoodsArePromised(need);
            told.add(say("need_told_programme", Map.of("after", programme == null ? "-" : programme.getCode())));
        }
        if (!Objects.equals(idOf(need.getDrive()), idOf(drive))) {
            told.add(say("need_told_drive", Map.of("after", drive == null ? "-" : drive.getCode())));
        }
        boolean shown = command.onWishLists() == null ? drive != null : command.onWishLists();
        if (shown != need.isOnWishLists()) {
            told.add(say(shown ? "need_told_on_wish_lists" : "need_told_off_wish_lists", Map.of()));
        }
        need.charge(drive, programme, shown);
    }

    /** The one that it is charged to already may have closed. */
    private Programme programme(Need need, String typed) {
        Programme now = need.getProgramme();
        return now != null && programmes.byCode(typed).filter(each -> each.getId().equals(now.getId())).isPresent()
                ? now
                : programmes.chargeable("programme", typed);
    }

    private static Long id(Programme programme) {
        return programme == null ? null : programme.getId();
    }

    private static Long idOf(Drive drive) {
        return drive == null ? null : drive.getId();
    }

    private void refuseIfKeptGoodsArePromised(Need need) {
        Long programme = need.programmeId();
        if (programme == null) {
            return;
        }
        List<String> kept = promised.to(need.getLines()).stream()
                .filter(each -> programme.equals(each.getLot().getProgrammeId()))
                .map(Allocation::getCode)
                .toList();
        if (!kept.isEmpty()) {
            throw new Refused(
                    "error_need_programme_kept",
                    Map.of(
                            "need", need.getCode(),
                            "programme", need.getProgramme().getCode(),
                            "count", kept.size(),
                            "allocations", String.join(", ", kept.subList(0, Math.min(5, kept.size())))));
        }
    }

    private void describe(Need need, ChangeNeed command, Set<PeopleCount> people, List<String> told) {
        Urgency urgency = command.urgency() == null ? Urgency.NORMAL : command.urgency();
        String forWhom = command.forWhom().strip();
        if (!forWhom.equals(need.getForWhom())) {
            told.add(say("need_told_for_whom", Map.of("before", need.getForWhom(), "after", forWhom)));
        }
        if (urgency != need.getUrgency()) {
            told.add(say(
                    "need_told_urgency",
                    Map.of("before", words(need.getUrgency()), "after", words(urgency))));
        }
        days(told, "need_told_wanted_by", need.getWantedBy(), command.wantedBy());
        days(told, "need_told_expires_on", need.getExpiresOn(), command.expiresOn());
        if (!people.equals(need.getPeople())) {
            told.add(say("need_told_people", Map.of()));
        }
        need.describe(forWhom, urgency, command.wantedBy(), command.expiresOn(), people);
    }

    private String words(Urgency urgency) {
        return say(urgency.wordsKey(), Map.of());
    }

    private void days(List<String> told, String key, LocalDate before, LocalDate after) {
        if (!Objects.equals(before, after)) {
            told.add(say(key, Map.of("before", day(before), "after", day(after))));
        }
    }

    private String day(LocalDate day) {
        return day == null ? "-" : frame.day(day);
    }

    private String say(String key, Map<String, Object> facts) {
        return frame.say(key, facts);
    }

    /**
     * It is asked for still: it gets a new last day, or none.
     *
     * @throws Refused when it has ended
     */
    @Transactional
    public NeedView stillNeeded(String code, StillNeeded command) {
        rules.check(command);
        List<FieldError> faults = NeedRules.noFaults();
        asking.lastDay(command.expiresOn(), faults);
        NeedRules.refuse(faults);
        Need need = needs.lock(code);
        LocalDate before = need.getExpiresOn();
        need.stillNeeded(command.expiresOn());
        need.changed(clock.instant());
        needs.flush();
        history.note(need.getCode(), "need_still_needed", day(before) + " > " + day(command.expiresOn()), null);
        return views.need(need);
    }

    /**
     * What is promised to it and lies on no dispatch is kept as long as if it were promised today.
     *
     * @throws Refused when nothing is promised that lies on no dispatch
     */
    @Transactional
    public NeedView keepLonger(String code) {
        Need need = needs.lock(code);
        List<Allocation> waiting = promised.onNoDispatch(promised.to(need.getLines()));
        List<Allocation> kept = waiting.isEmpty() ? List.of() : ledger.keep(waiting, today.promisesUntil());
        if (kept.isEmpty()) {
            throw new Refused("error_need_nothing_to_keep", Map.of("need", need.getCode()));
        }
        history.note(need.getCode(), "need_kept_longer", AllocationService.inShort(kept), null);
        return views.need(need);
    }
}
