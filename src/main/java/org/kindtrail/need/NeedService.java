package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.programme.Programmes;
import org.kindtrail.recipient.Recipients;

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
    private final NeedRules asking;
    private final Programmes programmes;
    private final Promised promised;
    private final Today today;
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
            NeedRules asking,
            Programmes programmes,
            Promised promised,
            Today today,
            Clock clock) {
        this.asking = asking;
        this.programmes = programmes;
        this.promised = promised;
        this.today = today;
        this.needs = needs;
        this.recipients = recipients;
        this.catalogue = catalogue;
        this.views = views;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /** @throws Invalid naming the fields at fault */
    @Transactional
    public NeedView post(PostNeed command) {
        rules.check(command);
        List<FieldError> faults = NeedRules.noFaults();
        asking.lines("lines", command.lines(), faults);
        Set<PeopleCount> people = NeedRules.people(command.people(), faults);
        asking.lastDay(command.expiresOn(), faults);
        NeedRules.refuse(faults);
        Need need = new Need(
                scope.organisation(),
                codes.next(CodeKind.NEED),
                recipients.active("recipient", command.recipient()),
                clock.instant(),
                scope.person());
        Drive drive = asking.drive(command.drive(), null);
        need.charge(
                drive,
                programmes.chargeable("programme", command.programme()),
                command.onWishLists() == null ? drive != null : command.onWishLists());
        need.describe(
                command.forWhom().strip(),
                command.urgency() == null ? Urgency.NORMAL : command.urgency(),
                command.wantedBy(),
                command.expiresOn(),
                people);
        command.lines().forEach(line -> ask(need, line));
        needs.persist(need);
        history.note(need.getCode(), "need_posted", need.getForWhom(), null);
        return views.need(need);
    }

    /** One more line, which was checked. */
    NeedLine ask(Need need, PostNeed.Line line) {
        Item item = line.item() == null ? null : catalogue.find(line.item());
        return need.ask(
                item,
                item == null ? line.category() : null,
                line.fits(),
                NeedRules.sizes(line.sizes()),
                asking.ids(line.substitutes()),
                line.quantity());
    }

    @Transactional
    public NeedView get(String code) {
        return views.need(needs.get(code));
    }

    /** The states of what has ended, one way or another. */
    private static final Set<Need.State> ENDED =
            EnumSet.of(Need.State.CLOSED, Need.State.WITHDRAWN, Need.State.EXPIRED, Need.State.REFERRED);

    /**
     * Which needs a list shows.
     *
     * @param state null: all, or as {@code ended} says
     * @param ended true: those that have ended, whatever the state says
     * @param recipient code of the recipient; null: of all
     * @param urgency null: any
     * @param programme code of the programme that they are charged to; null: any or none
     * @param ending true: those whose last day is over within a week
     * @param losing true: those that lose a promise until the end of tomorrow
     */
    public record Which(
            Need.State state,
            boolean ended,
            String recipient,
            Urgency urgency,
            String programme,
            boolean ending,
            boolean losing) {
        Set<Need.State> states() {
            return ended ? ENDED : state == null ? EnumSet.allOf(Need.State.class) : EnumSet.of(state);
        }
    }

    /** As {@link #list(Which, String, int)}, of a recipient or of all. */
    @Transactional
    public Page<NeedRow> list(Need.State state, boolean ended, String recipient, String after, int size) {
        return list(new Which(state, ended, recipient, null, null, false, false), after, size);
    }

    /** Open needs with the most urgent at the head, then the one wanted soonest; ended ones, or all, newest first. */
    @Transactional
    public Page<NeedRow> list(Which which, String after, int size) {
        Long from = Cursor.id(after);
        Needs.Query asked = new Needs.Query(
                which.states(),
                which.recipient(),
                which.urgency(),
                which.programme(),
                which.ending() ? today.day().plusDays(NeedViews.SOON) : null,
                which.losing() ? promised.needsThatLose(today.endOf(today.day().plusDays(1))) : null);
        List<Need> found =
                asked.isOfOpenOnes() ? needs.soonest(asked, from, size + 1) : needs.newest(asked, from, size + 1);
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
        need.reopen(today.day());
        return ended(need, "need_reopened");
    }

    private NeedView ended(Need need, String happened) {
        needs.flush();
        history.note(need.getCode(), happened, null, null);
        return views.need(need);
    }
}
