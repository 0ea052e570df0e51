package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.DomainException;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.NotEnoughStock;
import org.kindtrail.stock.Promise;
import org.kindtrail.watch.Deed;
import org.kindtrail.watch.Deeds;

/** Promises stock to needs and takes promises back. The need is locked first, then the ledger locks the lots. */
@ApplicationScoped
public class AllocationService {
    /** How many candidates of a line are shown. */
    static final int SHOWN = 20;

    private final Needs needs;
    private final Candidates candidates;
    private final Picking picking;
    private final Ledger ledger;
    private final StagedAllocations staged;
    private final Promised promised;
    private final MetNeeds met;
    private final NeedViews views;
    private final Rules rules;
    private final Scope scope;
    private final History history;
    private final EntityManager database;
    private final Deeds deeds;

    AllocationService(
            Needs needs,
            Candidates candidates,
            Picking picking,
            Ledger ledger,
            StagedAllocations staged,
            Promised promised,
            MetNeeds met,
            NeedViews views,
            Rules rules,
            Scope scope,
            History history,
            EntityManager database,
            Deeds deeds) {
        this.deeds = deeds;
        this.needs = needs;
        this.candidates = candidates;
        this.picking = picking;
        this.ledger = ledger;
        this.staged = staged;
        this.promised = promised;
        this.met = met;
        this.views = views;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
        this.database = database;
    }

    /** How a need can be met: the need, what fits the lines that miss something, and what is promised so far. */
    public record Meeting(NeedView need, List<CandidatesView> candidates, List<NeedAllocationView> promised) {}

    @Transactional
    public Meeting meeting(String code) {
        Need need = needs.get(code);
        return new Meeting(views.need(need), fitting(need), pendingOf(need));
    }

    /** What in stock fits the lines that miss something, oldest first. */
    @Transactional
    public List<CandidatesView> candidates(String code) {
        return fitting(needs.get(code));
    }

    private List<CandidatesView> fitting(Need need) {
        List<NeedLine> missing = need.getState() == Need.State.OPEN ? missingSomething(need) : List.of();
        Map<Integer, List<Candidates.Found>> found = candidates.of(missing, SHOWN);
        return missing.stream()
                .map(line -> views.candidates(line, found.getOrDefault(line.getLine(), List.of())))
                .toList();
    }

    private static List<NeedLine> missingSomething(Need need) {
        return need.getLines().stream().filter(line -> line.missing() > 0).toList();
    }

    private List<NeedAllocationView> pendingOf(Need need) {
        Map<Long, NeedLine> lines = need.getLines().stream().collect(Collectors.toMap(NeedLine::getId, Function.identity()));
        List<Allocation> pending = promised.to(need.getLines());
        Map<Long, String> dispatches =
                staged.dispatchesOf(pending.stream().map(Allocation::getId).toList());
        return pending.stream()
                .sorted(Comparator.comparing((Allocation each) -> lines.get(each.getPurpose()).getLine())
                        .thenComparing(each -> each.getPlace().getWalk())
                        .thenComparing(Allocation::getId))
                .map(each ->
                        views.allocation(need, lines.get(each.getPurpose()), each, dispatches.get(each.getId())))
                .toList();
    }

    /**
     * Promises what was picked out, or the oldest that fits; all of it or nothing.
     *
     * @return the promises that were made
     * @throws Invalid when a line, lot or place is not one of the house's
     * @throws Refused when the need has ended, or a line would get more than it misses
     * @throws NotEnoughStock when less is free than is asked for
     */
    @Transactional
    public List<NeedAllocationView> allocate(AllocateStock command) {
        try {
            return allocated(command);
        } catch (DomainException refused) {
            deeds.refused(Deed.PROMISE_REFUSED);
            throw refused;
        }
    }

    private List<NeedAllocationView> allocated(AllocateStock command) {
        check(command);
        Need need = lockedNeed(command.need());
        need.mustBeOpen();
        List<Promise> promises = command.picks() != null
                ? picking.picked(need, command.picks())
                : picking.oldest(need, command.line(), command.quantity());
        return promised(need, promises);
    }

    private Need lockedNeed(String code) {
        try {
            return needs.lock(code);
        } catch (NotFound unknown) {
            throw Invalid.field(
                    "need", "error_need_unknown", Map.of("given", code.length() > 40 ? "..." : code));
        }
    }

    private void check(AllocateStock command) {
        rules.check(command);
        if (command.picks() != null && (command.line() != null || command.quantity() != null)) {
            throw Invalid.field("picks", "error_need_picks_or_line");
        }
        if (command.quantity() != null && command.line() == null) {
            throw Invalid.field("line", "error_need_quantity_needs_line");
        }
    }

    private List<NeedAllocationView> promised(Need need, List<Promise> promises) {
        Map<Long, NeedLine> lines = need.getLines().stream().collect(Collectors.toMap(NeedLine::getId, Function.identity()));
        Map<Long, Long> more = new LinkedHashMap<>();
        promises.forEach(promise -> more.merge(promise.purpose(), promise.quantity(), Long::sum));
        List<Allocation> made = ledger.promise(promises);
        deeds.done(Deed.PROMISED, made.size());
        more.forEach((line, quantity) -> lines.get(line).promise(quantity));
        history.note(need.getCode(), "need_promised", inShort(made), null);
        return made.stream()
                .map(each -> views.allocation(need, lines.get(each.getPurpose()), each, null))
                .toList();
    }

    /** "4 B-7K2M-9QXT, 2 B-...": what the history says of it. */
    static String inShort(List<Allocation> allocations) {
        List<String> each = new ArrayList<>();
        allocations.forEach(one -> each.add(one.getQuantity() + " " + one.getLot().getCode()));
        return String.join(", ", each);
    }

    /**
     * Takes a promise back; the goods are free again.
     *
     * @throws Refused when it has ended: the goods left, or it was taken back already; or when it lies ready on a dispatch
     */
    @Transactional
    public NeedAllocationView release(String code) {
        Allocation allocation = Code.read(CodeKind.ALLOCATION, code)
                .flatMap(read -> database.createQuery(
                                """
                                from Allocation a join fetch a.lot join fetch a.place p left join fetch p.top
                                where a.code = :code and a.organisationId = :organisation""",
                                Allocation.class)
                        .setParameter("code", read)
                        .setParameter("organisation", scope.organisation())
                        .getResultList()
                        .stream()
                        .findFirst())
                .orElseThrow(() -> new NotFound(code));
        if (allocation.isHold()) {
            throw new Refused(
                    "error_need_is_hold",
                    Map.of("allocation", allocation.getCode(), "hold", allocation.getPurposeCode()));
        }
        Need need = needs.lock(allocation.getPurposeCode());
        NeedLine line = need.getLines().stream()
                .filter(each -> each.getId().equals(allocation.getPurpose()))
                .findFirst()
                .orElseThrow();
        String dispatch = staged.dispatchesOf(List.of(allocation.getId())).get(allocation.getId());
        if (dispatch != null) {
            throw new Refused(
                    "error_need_staged", Map.of("allocation", allocation.getCode(), "dispatch", dispatch));
        }
        List<Allocation> released = ledger.release(List.of(allocation));
        if (released.isEmpty()) {
            throw new Refused(
                    "error_need_promise_ended", Map.of("allocation", allocation.getCode(), "need", need.getCode()));
        }
        line.release(allocation.getQuantity());
        history.note(need.getCode(), "need_released", inShort(released), null);
        met.look(need);
        return views.allocation(need, line, allocation, null);
    }
}
