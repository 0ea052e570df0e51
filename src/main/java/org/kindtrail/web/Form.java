package org.kindtrail.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.kindtrail.kernel.DomainException;
import org.kindtrail.kernel.FieldError;

/**
 * A form as it was typed, and what is wrong with it. It comes back to the reader with everything in it. Fields of
 * repeated lines are named {@code lines[0].quantity}.
 */
public final class Form {
    /** The hidden field of the one-time key. */
    public static final String KEY = "_form";
    /** The same for the form that signs in: that one may carry another form, whose own key it must not touch. */
    public static final String SIGN_IN_KEY = "_sign_in";
    /** How the names of fields begin whose texts are sealed: such a form is carried nowhere. */
    public static final String SEALED = "sealed.";
    private static final int MOST_LINES = 1000;
    private static final Set<String> OF_SIGN_IN = Set.of(SIGN_IN_KEY, "_name", "_password", "_code", "_recovery", "_then");

    private final Map<String, List<String>> typed;
    private final List<FieldError> faults;
    private final DomainException refusal;

    private Form(Map<String, List<String>> typed, List<FieldError> faults, DomainException refusal) {
        this.typed = typed;
        this.faults = faults;
        this.refusal = refusal;
    }

    public static Form empty() {
        return new Form(new LinkedHashMap<>(), List.of(), null);
    }

    public static Form of(MultivaluedMap<String, String> typed) {
        return new Form(new LinkedHashMap<>(typed), List.of(), null);
    }

    /** The form filled in with one more value; for a form that opens with what is already known. */
    public Form with(String name, Object value) {
        Map<String, List<String>> more = new LinkedHashMap<>(typed);
        if (value != null) {
            more.put(name, List.of(String.valueOf(value)));
        }
        return new Form(more, faults, refusal);
    }

    /** The same for a field that holds several values. */
    public Form withAll(String name, List<String> values) {
        Map<String, List<String>> more = new LinkedHashMap<>(typed);
        more.put(name, List.copyOf(values));
        return new Form(more, faults, refusal);
    }

    /** The form as it goes back to the reader after a refusal. */
    public Form refusedFor(DomainException why) {
        return new Form(typed, why.fields(), why);
    }

    /** What was typed, as it was typed; empty when nothing was. */
    public String value(String name) {
        List<String> values = typed.get(name);
        return values == null || values.isEmpty() || values.get(0) == null ? "" : values.get(0);
    }

    public List<String> values(String name) {
        return typed.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return !value(name).isBlank();
    }

    public boolean chosen(String name, String option) {
        return values(name).contains(option);
    }

    public String key() {
        return value(KEY);
    }

    public FieldError fault(String name) {
        return faults.stream().filter(fault -> fault.path().equals(name)).findFirst().orElse(null);
    }

    public List<FieldError> faults() {
        return faults;
    }

    public DomainException refusal() {
        return refusal;
    }

    public boolean refused() {
        return refusal != null;
    }

    /** All that was typed but the key, and but what belonged to a sign-in on the way here. */
    public Map<String, List<String>> typed() {
        Map<String, List<String>> all = new LinkedHashMap<>(typed);
        all.remove(KEY);
        all.keySet().removeAll(OF_SIGN_IN);
        return all;
    }

    /** What tells a repeat from a new request. Passwords are left out: a quick digest of one would be kept. */
    public Map<String, List<String>> withoutPasswords() {
        Map<String, List<String>> all = typed();
        all.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).contains("password"));
        return all;
    }

    /** How many lines of the repeated group were sent: one more than the highest index, at most {@code most}. */
    public int lines(String group, int most) {
        int count = 0;
        String head = group + "[";
        for (String name : typed.keySet()) {
            int end = name.indexOf(']');
            if (name.startsWith(head) && end > 0) {
                String index = name.substring(head.length(), end);
                if (index.matches("\\d{1,4}")) {
                    count = Math.max(count, Integer.parseInt(index) + 1);
                }
            }
        }
        return Math.min(count, most);
    }

    /**
     * The form with those lines of a repeated group first that hold something, so that a line's number is the same in the form
     * and in what is read. Empty ones follow, so that a page that comes back shows as many lines as were sent.
     *
     * @param fields of a line
     * @param filled whether the line with this number holds something
     * @param most how many lines there are at most with the empty ones; what holds something stays, however much it is
     */
    public Form closedUp(String group, List<String> fields, IntPredicate filled, int most) {
        List<Integer> order = new ArrayList<>();
        List<Integer> empty = new ArrayList<>();
        for (int i = 0; i < lines(group, MOST_LINES); i++) {
            (filled.test(i) ? order : empty).add(i);
        }
        order.addAll(empty.subList(0, Math.max(0, Math.min(empty.size(), most - order.size()))));
        Map<String, List<String>> closed = typed();
        closed.keySet().removeIf(name -> name.startsWith(group + "["));
        closed.put(KEY, List.of(key()));
        for (int i = 0; i < order.size(); i++) {
            for (String field : fields) {
                closed.put(line(group, i) + field, List.of(value(line(group, order.get(i)) + field)));
            }
        }
        return new Form(closed, List.of(), null);
    }

    private static String line(String group, int index) {
        return group + "[" + index + "].";
    }

    public Reading read() {
        return new Reading(this, new ArrayList<>());
    }
}
