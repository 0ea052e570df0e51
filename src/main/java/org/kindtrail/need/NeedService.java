package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.recipient.Recipients;
import org.kindtrail.web.Frame;

/** What can be done with needs; what is promised to them is {@link AllocationService}'s. */
@ApplicationScoped
public class NeedService {
    private final Needs needs;
    private final Recipients recipients;
    private final Catalogue catalogue;
    private final NeedViews views;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Frame frame;
    private final Clock clock;

    NeedService(
            Needs needs,
            Recipients recipients,
            Catalogue catalogue,
            NeedViews views,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Frame frame,
            Clock clock) {
        this.needs = needs;
        this.recipients = recipients;
        this.catalogue = catalogue;
        this.views = views;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.frame = frame;
        this.clock = clock;
    }

    /** @throws Invalid naming the fields at fault */
    @Transactional
    public NeedView post(PostNeed command) {
        check(command);
        Need need = new Need(
                scope.organisation(),
                codes.next(CodeKind.NEED),
                recipients.active("recipient", command.recipient()),
                command.forWhom().strip(),
                command.wantedBy(),
                clock.instant(),
                scope.person());
        for (PostNeed.Line line : command.lines()) {
            Item item = line.item() == null ? null : catalogue.find(line.item());
            need.ask(item, item == null ? line.category() : null, line.fits(), sizes(line), line.quantity());
        }
        needs.persist(need);
        history.note(need.getCode(), "need_posted", need.getForWhom(), null);
        return views.need(need);
    }

    @Transactional
    public NeedView get(String code) {
        return views.need(needs.get(code));
    }

    /**
     * Open needs with the one wanted soonest at the head; ended ones, or all, newest first.
     *
     * @param state null: all
     * @param ended true: closed and withdrawn ones, whatever the state says
     * @param recipient code of the recipient; null: of all
     */
    @Transactional
    public Page<NeedRow> list(Need.State state, boolean ended, String recipient, String after, int size) {
        Long from = Cursor.id(after);
        Set<Need.State> states = ended
                ? EnumSet.of(Need.State.CLOSED, Need.State.WITHDRAWN)
                : state == null ? EnumSet.allOf(Need.State.class) : EnumSet.of(state);
        List<Need> found = states.equals(EnumSet.of(Need.State.OPEN))
                ? needs.soonest(recipient, from, size + 1)
                : needs.newest(states, recipient, from, size + 1);
        Map<Long, Needs.Sums> sums =
                needs.sums(found.stream().map(Need::getId).toList());
        return Page.of(found, size, Need::getId).map(need -> views.row(need, sums.get(need.getId())));
    }

    /**
     * Enough of it is met.
     *
     * @throws Refused when it has ended, or when goods are promised to it
     */
    @Transactional
    public NeedView close(String code) {
        Need need = needs.lock(code);
        need.close();
        return ended(need, "need_closed");
    }

    /**
     * The recipient asks for it no more.
     *
     * @throws Refused when it has ended, or when goods are promised to it
     */
    @Transactional
    public NeedView withdraw(String code) {
        Need need = needs.lock(code);
        need.withdraw();
        return ended(need, "need_withdrawn");
    }

    /** @throws Refused when it is open */
    @Transactional
    public NeedView reopen(String code) {
        Need need = needs.lock(code);
        need.reopen();
        return ended(need, "need_reopened");
    }

    private NeedView ended(Need need, String happened) {
        needs.flush();
        history.note(need.getCode(), happened, null, null);
        return views.need(need);
    }

    private void check(PostNeed command) {
        rules.check(command);
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < command.lines().size(); i++) {
            check("lines[" + i + "].", command.lines().get(i), faults);
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private void check(String path, PostNeed.Line line, List<FieldError> faults) {
        if ((line.item() == null) == (line.category() == null)) {
            faults.add(new FieldError(path + "item", "error_need_line_what"));
        } else if (line.item() != null) {
            checkItem(path, line, faults);
        } else {
            checkCategory(path, line, faults);
        }
    }

    private void checkItem(String path, PostNeed.Line line, List<FieldError> faults) {
        Item item = catalogue.find(line.item());
        if (item == null || !item.isActive() || item.getCategory().equals(Catalogue.UNSORTED)) {
            faults.add(new FieldError(path + "item", "error_item_unknown", Map.of("given", shortened(line.item()))));
            return;
        }
        if (line.fits() != null && !item.getWearer().canFit(line.fits())) {
            String fits = frame.say("catalogue_wearer_" + line.fits().word(), Map.of());
            faults.add(new FieldError(
                    path + "fits", "error_fits", Map.of("item", catalogue.label(item), "given", fits)));
        }
        checkSizes(path, sizes(line), item.getSizes(), catalogue.label(item), faults);
    }

    private void checkCategory(String path, PostNeed.Line line, List<FieldError> faults) {
        String category = line.category();
        if (!catalogue.hasCategory(category) || category.equals(Catalogue.UNSORTED)) {
            faults.add(new FieldError(
                    path + "category", "error_need_category_unknown", Map.of("given", shortened(category))));
            return;
        }
        checkSizes(path, sizes(line), catalogue.sizesOf(category), catalogue.categoryName(category), faults);
    }

    private static void checkSizes(
            String path, List<String> asked, List<String> known, String what, List<FieldError> faults) {
        asked.stream().filter(size -> !known.contains(size)).findFirst().ifPresent(unknown -> faults.add(new FieldError(
                path + "sizes",
                known.isEmpty() ? "error_size_none" : "error_item_size",
                Map.of("item", what, "given", shortened(unknown), "known", String.join(", ", known)))));
    }

    /** Each once. */
    private static List<String> sizes(PostNeed.Line line) {
        return line.sizes() == null ? List.of() : line.sizes().stream().distinct().toList();
    }

    static String shortened(String given) {
        return given.length() <= 60 ? given : given.substring(0, 57) + "...";
    }

}
