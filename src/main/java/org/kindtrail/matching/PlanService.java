package org.kindtrail.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.need.PromiseMany;

/**
 * What can be done with plans that are made. The plan is locked first, then its needs in the order of their ids, then the
 * lots; so nobody overwrites what somebody else promised meanwhile.
 */
@ApplicationScoped
public class PlanService {
    private final Plans plans;
    private final PlanViews views;
    private final Standing standing;
    private final PromiseMany promises;
    private final Rules rules;
    private final Scope scope;
    private final History history;
    private final Clock clock;
    private final EntityManager database;

    PlanService(
            Plans plans,
            PlanViews views,
            Standing standing,
            PromiseMany promises,
            Rules rules,
            Scope scope,
            History history,
            Clock clock,
            EntityManager database) {
        this.plans = plans;
        this.views = views;
        this.standing = standing;
        this.promises = promises;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
        this.clock = clock;
        this.database = database;
    }

    /** A plan and a page of its needs. */
    public record Opened(PlanView plan, Page<PlanNeedView> needs) {}

    /** @throws NotFound when the organisation has no such plan */
    @Transactional
    public PlanView get(String code) {
        Plan plan = plans.get(code);
        return views.plan(plan, views.there(plan));
    }

    /**
     * @param after where the page begins; null: with the most urgent need
     * @throws NotFound when the organisation has no such plan
     */
    @Transactional
    public Opened open(String code, String after, int size) {
        Plan plan = plans.get(code);
        Map<Long, Standing.There> there = views.there(plan);
        return new Opened(views.plan(plan, there), needs(plan, there, after, size));
    }

    /** A page of its needs, the most urgent first. */
    @Transactional
    public Page<PlanNeedView> needs(String code, String after, int size) {
        Plan plan = plans.get(code);
        return needs(plan, views.there(plan), after, size);
    }

    private Page<PlanNeedView> needs(Plan plan, Map<Long, Standing.There> there, String after, int size) {
        Long from = Cursor.id(after);
        long first = from == null ? 0 : from;
        return Page.of(views.needs(plans.lines(plan, first, first + size + 1), there), size, need -> (long) need.turn());
    }

    /** Newest first. */
    @Transactional
    public Page<PlanRow> list(PlanState state, String after, int size) {
        return Page.of(plans.newest(state, Cursor.id(after), size + 1), size, PlanRow::id);
    }

    /**
     * Gives less of some picks, or nothing.
     *
     * @throws Invalid naming the picks that the plan does not have, or that would give more than was proposed
     * @throws Refused when it has ended, or somebody else changed it meanwhile
     */
    @Transactional
    public PlanView change(String code, ChangePlan command) {
        rules.check(command);
        Plan plan = plans.locked(code);
        plan.mustStandAs(command.version());
        Map<Integer, PlanPick> picks = plans
                .numbered(plan, command.picks().stream().map(each -> number(each.pick())).toList())
                .stream()
                .collect(Collectors.toMap(PlanPick::getNumber, Function.identity()));
        List<FieldError> faults = new ArrayList<>();
        Map<PlanPick, Long> changes = new HashMap<>();
        for (int i = 0; i < command.picks().size(); i++) {
            ChangePlan.Pick change = command.picks().get(i);
            PlanPick pick = picks.get(number(change.pick()));
            String path = "picks[" + i + "].";
            if (pick == null || changes.containsKey(pick)) {
                faults.add(new FieldError(
                        path + "pick",
                        pick == null ? "error_matching_pick" : "error_matching_pick_twice",
                        Map.of("given", change.pick(), "plan", plan.getCode())));
            } else if (change.quantity() < 0 || change.quantity() > pick.getProposed()) {
                faults.add(new FieldError(
                        path + "quantity", "error_matching_less", Map.of("given", change.quantity(), "most", pick.getProposed())));
            } else {
                changes.put(pick, change.quantity());
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        long before = given(plan);
        changes.forEach(PlanPick::give);
        touch(plan);
        history.note(plan.getCode(), "matching_changed", before + " - " + given(plan), null);
        return views.plan(plan, views.there(plan));
    }

    private static int number(Long typed) {
        return typed < 1 || typed > Integer.MAX_VALUE ? -1 : typed.intValue();
    }

    private long given(Plan plan) {
        Long given = plans.sums(plan).given();
        return given == null ? 0 : given;
    }

    /** What looked at it before has looked at another one. */
    private void touch(Plan plan) {
        database.lock(plan, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        database.flush();
    }

    /**
     * Promises all that it gives, in one act.
     *
     * @throws Refused when it has ended or was changed, when it gives nothing, or when somebody else took something
     *     meanwhile and the command does not say that the rest will do
     */
    @Transactional
    public PlanView confirm(String code, ConfirmPlan command) {
        rules.check(command);
        Plan plan = plans.locked(code);
        plan.mustStandAs(command.version());
        List<Plans.Locks> locks = plans.locks(plan);
        if (locks.isEmpty()) {
            throw new Refused("error_matching_gives_nothing", Map.of("plan", plan.getCode()));
        }
        promises.lock(
                locks.stream().map(Plans.Locks::need).collect(Collectors.toCollection(HashSet::new)),
                locks.stream().map(Plans.Locks::lot).collect(Collectors.toCollection(HashSet::new)));
        Map<Long, Standing.There> there = standing.of(plan);
        refuse(plan, there, Boolean.TRUE.equals(command.whatIsThere()));
        List<PromiseMany.Given> given = new ArrayList<>();
        Map<Long, Long> less = new HashMap<>();
        for (PlanPick pick : plans.giving(plan)) {
            long quantity = there.get(pick.getId()).quantity();
            if (quantity < pick.getQuantity()) {
                less.put(pick.getId(), quantity);
            }
            if (quantity > 0) {
                given.add(new PromiseMany.Given(pick.getPlanLine().getNeedLine(), pick.getLot(), pick.getPlace(), quantity));
            }
        }
        promises.promise(given);
        plans.promised(plan, less);
        plan.end(PlanState.CONFIRMED, clock.instant(), scope.person());
        database.flush();
        long promised = given.stream().mapToLong(PromiseMany.Given::quantity).sum();
        history.note(plan.getCode(), "matching_confirmed", String.valueOf(promised), null);
        return views.plan(plan, Map.of());
    }

    private static void refuse(Plan plan, Map<Long, Standing.There> there, boolean restWillDo) {
        long less = there.values().stream().filter(each -> each.meanwhile() != null).count();
        long rest = there.values().stream().mapToLong(Standing.There::quantity).sum();
        if (less > 0 && rest == 0) {
            throw new Refused("error_matching_nothing_left", Map.of("plan", plan.getCode()));
        }
        if (less > 0 && !restWillDo) {
            throw new Refused("error_matching_taken", Map.of("count", less, "rest", rest));
        }
    }

    /**
     * Nothing comes of it.
     *
     * @throws Refused when it has ended
     */
    @Transactional
    public PlanView drop(String code) {
        Plan plan = plans.locked(code);
        plan.mustStandAs((long) plan.getVersion());
        plan.end(PlanState.DROPPED, clock.instant(), scope.person());
        database.flush();
        history.note(plan.getCode(), "matching_dropped", null, null);
        return views.plan(plan, Map.of());
    }
}
