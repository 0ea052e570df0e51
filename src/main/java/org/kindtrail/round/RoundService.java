package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.dispatch.DepartDispatch;
import org.kindtrail.dispatch.Dispatch;
import org.kindtrail.dispatch.DispatchService;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** What can be done with delivery rounds. */
@ApplicationScoped
public class RoundService {
    private final Rounds rounds;
    private final DispatchService dispatches;
    private final Loading loading;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    RoundService(
            Rounds rounds,
            DispatchService dispatches,
            Loading loading,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.rounds = rounds;
        this.dispatches = dispatches;
        this.loading = loading;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /** @throws Invalid naming each dispatch that cannot go on it */
    @Transactional
    public RoundView plan(PlanRound command) {
        rules.check(command);
        List<Dispatch> inOrder = found(command, null, Set.of());
        DeliveryRound round =
                new DeliveryRound(scope.organisation(), codes.next(CodeKind.ROUND), clock.instant(), scope.person());
        round.plan(command, inOrder, clock.instant());
        rounds.persist(round);
        rounds.flush();
        history.note(round.getCode(), "round_planned", null, null);
        return RoundView.of(round);
    }

    /**
     * @param version the version that the change was made on
     * @throws Refused when somebody else changed it meanwhile, or it has left
     */
    @Transactional
    public RoundView change(String code, int version, PlanRound command) {
        rules.check(command);
        Long id = rounds.lock(code);
        rounds.lockWhatItCarries(id);
        DeliveryRound round = rounds.get(code);
        if (round.getVersion() != version) {
            throw new Refused("error_changed_meanwhile");
        }
        round.mustBePlanned();
        Set<String> there =
                round.getStops().stream().map(stop -> stop.getDispatch().getCode()).collect(Collectors.toSet());
        round.plan(command, found(command, id, there), clock.instant());
        rounds.flush();
        history.note(round.getCode(), "round_changed", null, null);
        return RoundView.of(round);
    }

    /** @param there codes of the dispatches that are on the round already, and may stay whatever became of them */
    private List<Dispatch> found(PlanRound command, Long round, Set<String> there) {
        List<String> read = command.dispatches().stream()
                .map(typed -> Code.read(CodeKind.DISPATCH, typed).orElse(null))
                .toList();
        Map<String, Dispatch> known = rounds
                .lockDispatches(read.stream().filter(code -> code != null).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Dispatch::getCode, Function.identity()));
        Map<String, String> elsewhere = new HashMap<>();
        Map<String, String> fetched = new HashMap<>();
        if (!known.isEmpty()) {
            rounds.taken(known.values(), round).forEach(each -> elsewhere.put(each.dispatch(), each.round()));
            rounds.fetched(known.values()).forEach(each -> fetched.put(each.dispatch(), each.appointment()));
        }
        List<FieldError> faults = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < read.size(); i++) {
            String code = read.get(i);
            FieldError fault = fault("dispatches[" + i + "]", Given.shortened(command.dispatches().get(i)), known.get(code),
                    !seen.add(code), there, elsewhere.get(code), fetched.get(code));
            if (fault != null) {
                faults.add(fault);
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return read.stream().map(known::get).toList();
    }

    private static FieldError fault(
            String path, String given, Dispatch dispatch, boolean again, Set<String> there, String round, String appointment) {
        if (dispatch == null) {
            return new FieldError(path, "error_round_dispatch_unknown", Map.of("given", given));
        }
        String code = dispatch.getCode();
        if (again) {
            return new FieldError(path, "error_round_dispatch_twice", Map.of("dispatch", code));
        }
        if (round != null) {
            return new FieldError(path, "error_round_dispatch_taken", Map.of("dispatch", code, "round", round));
        }
        boolean waits = dispatch.getState() == Dispatch.State.STAGED || dispatch.getState() == Dispatch.State.LOADED;
        if (!waits && !there.contains(code)) {
            return new FieldError(path, "error_round_dispatch_" + dispatch.getState().word(), Map.of("dispatch", code));
        }
        return appointment == null
                ? null
                : new FieldError(path, "error_round_dispatch_fetched", Map.of("dispatch", code, "appointment", appointment));
    }

    /** It does not leave; its dispatches wait again. */
    @Transactional
    public RoundView cancel(String code) {
        rounds.lock(code);
        DeliveryRound round = rounds.get(code);
        round.cancel(clock.instant());
        rounds.flush();
        history.note(round.getCode(), "round_cancelled", null, null);
        return RoundView.of(round);
    }

    /**
     * The vehicle leaves: each of its dispatches departs with the vehicle and driver of the round, all of them or none.
     * Those that were cancelled meanwhile, or left by themselves, are told.
     *
     * @throws Refused naming the dispatch that is not loaded, or when none is left that could leave
     */
    @Transactional
    public DepartedRoundView depart(String code) {
        Long id = rounds.lock(code);
        rounds.lockWhatItCarries(id);
        DeliveryRound round = rounds.get(code);
        round.depart(clock.instant());
        List<String> cancelled = codesOf(round, Set.of(Dispatch.State.CANCELLED));
        List<String> before = codesOf(round, Set.of(Dispatch.State.DEPARTED, Dispatch.State.DELIVERED));
        List<String> leaving = codesOf(round, Set.of(Dispatch.State.STAGED, Dispatch.State.LOADED));
        if (leaving.isEmpty()) {
            throw new Refused("error_round_nothing_departs", Map.of("round", round.getCode()));
        }
        DepartDispatch with = new DepartDispatch(round.getVehicle(), round.getDriver(), null);
        // Always in the same order, whatever the order of the stops, so that two rounds do not wait for each other.
        round.getStops().stream()
                .map(RoundStop::getDispatch)
                .filter(dispatch -> leaving.contains(dispatch.getCode()))
                .sorted(Comparator.comparing(Dispatch::getId))
                .map(Dispatch::getCode)
                .toList()
                .forEach(dispatch -> dispatches.depart(dispatch, with));
        rounds.flush();
        history.note(round.getCode(), "round_departed", cancelled.isEmpty() ? null : String.join(", ", cancelled), null);
        return new DepartedRoundView(RoundView.of(round), leaving, cancelled, before);
    }

    private static List<String> codesOf(DeliveryRound round, Set<Dispatch.State> states) {
        return round.getStops().stream()
                .map(RoundStop::getDispatch)
                .filter(dispatch -> states.contains(dispatch.getState()))
                .map(Dispatch::getCode)
                .toList();
    }

    @Transactional
    public RoundView get(String code) {
        return RoundView.of(rounds.get(code));
    }

    /** What is taken from where, and loaded in which order. */
    @Transactional
    public LoadingView loading(String code) {
        DeliveryRound round = rounds.get(code);
        return loading.of(round, rounds.carried(round));
    }

    /** The dispatches that wait for a vehicle. */
    @Transactional
    List<Rounds.Offer> offers() {
        return rounds.offers();
    }

    /**
     * By day, the latest first.
     *
     * @param state null: all
     * @param day null: any
     */
    @Transactional
    public Page<RoundRow> list(DeliveryRound.State state, LocalDate day, String after, int size) {
        return Page.of(rounds.latest(state, day, Cursor.id(after), size + 1), size, Rounds.Found::id)
                .map(Rounds.Found::row);
    }
}
