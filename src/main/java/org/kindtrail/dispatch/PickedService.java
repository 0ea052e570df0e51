package org.kindtrail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Promise;

/** Takes in what a picker wrote on the list: of a line less was taken than was promised, or nothing. */
@ApplicationScoped
public class PickedService {
    private final Dispatches dispatches;
    private final DispatchService shown;
    private final Ledger ledger;
    private final Rules rules;
    private final History history;

    PickedService(Dispatches dispatches, DispatchService shown, Ledger ledger, Rules rules, History history) {
        this.dispatches = dispatches;
        this.shown = shown;
        this.ledger = ledger;
        this.rules = rules;
        this.history = history;
    }

    /**
     * All lines, or none. It says how it is and not by how much it changes, so that it can be said again.
     *
     * @throws Invalid naming every line at fault
     * @throws Refused when something is to change and the dispatch has left, or nothing would be left on it
     */
    @Transactional
    public PickedView record(String code, RecordPicked command) {
        rules.check(command);
        Dispatch dispatch = dispatches.lock(code);
        Map<DispatchLine, Long> less = less(dispatch, command.lines());
        if (!less.isEmpty()) {
            dispatch.mustNotHaveLeft();
            change(dispatch, less);
        }
        return new PickedView(less.size(), shown.get(dispatch.getCode()));
    }

    /** The lines of which less was taken than stands there, each with how many were. */
    private static Map<DispatchLine, Long> less(Dispatch dispatch, List<RecordPicked.Taken> taken) {
        Map<Integer, DispatchLine> known =
                dispatch.getLines().stream().collect(Collectors.toMap(DispatchLine::getLine, Function.identity()));
        List<FieldError> faults = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        Map<DispatchLine, Long> less = new LinkedHashMap<>();
        for (int i = 0; i < taken.size(); i++) {
            RecordPicked.Taken each = taken.get(i);
            DispatchLine line = known.get(each.line());
            String path = "lines[" + i + "].";
            // A line that is not there any more was taken off, and nothing is to be taken of it.
            long stands = line == null || line.isTakenBack() ? 0 : line.getQuantity();
            if (!seen.add(each.line())) {
                faults.add(new FieldError(path + "line", "error_dispatch_taken_twice", Map.of("line", each.line())));
            } else if (each.taken() > stands) {
                faults.add(new FieldError(
                        path + "taken",
                        stands == 0 ? "error_dispatch_taken_off" : "error_dispatch_taken_more",
                        Map.of("taken", each.taken(), "promised", stands)));
            } else if (each.taken() < stands) {
                less.put(line, each.taken());
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return less;
    }

    private void change(Dispatch dispatch, Map<DispatchLine, Long> less) {
        Map<Long, DispatchLine> byPromise = less.keySet().stream()
                .collect(Collectors.toMap(line -> line.getAllocation().getId(), Function.identity()));
        List<Allocation> released =
                ledger.release(less.keySet().stream().map(DispatchLine::getAllocation).toList());
        List<DispatchLine> shorter = new ArrayList<>();
        List<Promise> promises = new ArrayList<>();
        for (Allocation back : released) {
            DispatchLine line = byPromise.get(back.getId());
            long taken = less.get(line);
            line.getNeedLine().release(back.getQuantity());
            if (taken > 0) {
                shorter.add(line);
                promises.add(new Promise(
                        back.getPurpose(), back.getPurposeCode(), back.getLot(), back.getPlace(), taken, back.getExpiresAt()));
            }
        }
        List<Allocation> made = promises.isEmpty() ? List.of() : ledger.promise(promises);
        Map<DispatchLine, Allocation> instead = new HashMap<>();
        for (int i = 0; i < made.size(); i++) {
            instead.put(shorter.get(i), made.get(i));
            shorter.get(i).getNeedLine().promise(made.get(i).getQuantity());
        }
        for (DispatchLine line : less.keySet()) {
            String what = line.getLot().getCode() + ": " + line.getQuantity();
            if (instead.containsKey(line)) {
                line.shorten(instead.get(line));
                history.note(dispatch.getCode(), "dispatch_line_shortened", what + " > " + line.getQuantity(), null);
            } else {
                dispatch.remove(line.getLine());
                history.note(dispatch.getCode(), "dispatch_line_removed", what, null);
            }
        }
    }
}
