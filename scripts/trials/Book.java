import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * A trial's own ledger: what must lie where, reckoned from the answers alone and by other means than the service's. Answers come in
 * any order: every entry is a difference, and what ended before its beginning was heard of is remembered.
 */
final class Book {
    /** What is kept back of a lot at a place; {@code dispatch}: it lies ready on one, and does not end with its need. */
    private record Promise(String need, String lot, String place, long quantity, boolean dispatched) {}

    private static final Promise ENDED = new Promise(null, null, null, 0, false);

    private final Map<String, Long> onHand = new ConcurrentHashMap<>();
    private final Map<String, Promise> promises = new ConcurrentHashMap<>();
    /** Codes of needs that end, and are not opened again. */
    private final Map<String, Boolean> ended = new ConcurrentHashMap<>();
    private final Map<String, Boolean> ending = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder cents = new LongAdder();

    void lies(String lot, String place, long more) {
        onHand.merge(lot + " " + place, more, (was, is) -> was + is == 0 ? null : was + is);
    }

    void moved(String lot, String from, String to, long quantity) {
        lies(lot, from, -quantity);
        lies(lot, to, quantity);
    }

    void promised(String code, String need, String lot, String place, long quantity) {
        promises.compute(code, (same, was) -> was == ENDED
                ? null
                : new Promise(need, lot, place, quantity, was != null && was.dispatched()));
    }

    /** It lies ready; its own beginning may not have been heard of. */
    void staged(String code) {
        promises.compute(code, (same, was) -> was == ENDED || was == null
                ? was == null ? new Promise(null, null, null, 0, true) : ENDED
                : new Promise(was.need(), was.lot(), was.place(), was.quantity(), true));
    }

    void promiseEnded(String code) {
        promises.compute(code, (same, was) -> was == null || was.lot() == null ? ENDED : null);
    }

    void needEnded(String code) {
        ended.put(code, true);
    }

    /** It has a last day, so that it may end by itself. */
    void ends(String code) {
        ending.put(code, true);
    }

    /**
     * Hears which needs have ended by themselves.
     *
     * @return how many did; faults are added for those that had no last day
     */
    int expired(Node node, Opened opened, List<String> faults) throws IOException, InterruptedException {
        int count = 0;
        for (JsonNode need : all(node, opened, "needs", "state=expired&")) {
            String code = need.get("code").asText();
            if (!ending.containsKey(code)) {
                faults.add(code + " expired and had no last day");
            }
            needEnded(code);
            count++;
        }
        return count;
    }

    void took(long minor) {
        cents.add(minor);
    }

    /** How many lots lie somewhere, each place counted. */
    int lying() {
        return onHand.size();
    }

    void counted(String what) {
        counts.computeIfAbsent(what, each -> new LongAdder()).increment();
    }

    long count(String what) {
        return counts.containsKey(what) ? counts.get(what).sum() : 0;
    }

    /** "lot place" to what must be promised of it. */
    private Map<String, Long> promisedByPlace() {
        Map<String, Long> all = new HashMap<>();
        promises.values().stream()
                .filter(each -> each.lot() != null && (each.dispatched() || each.need() == null || !ended.containsKey(each.need())))
                .forEach(each -> all.merge(each.lot() + " " + each.place(), each.quantity(), Long::sum));
        return all;
    }

    /** What the service says otherwise than this book: in words, at most a few; empty when they agree. */
    List<String> differences(Node node, Opened opened, String fund) throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        Map<String, Long> there = new HashMap<>();
        Map<String, Long> kept = new HashMap<>();
        for (JsonNode row : all(node, opened, "balances")) {
            String key = row.get("lot").asText() + " " + row.get("place").asText();
            if (row.get("item").asText().startsWith("money")) {
                continue;
            }
            there.merge(key, row.get("onHand").asLong(), Long::sum);
            if (row.get("promised").asLong() != 0) {
                kept.merge(key, row.get("promised").asLong(), Long::sum);
            }
        }
        compare("on hand", onHand, there, faults);
        compare("promised", promisedByPlace(), kept, faults);
        if (fund != null) {
            long held = 0;
            for (JsonNode amount : node.ask(opened.token(), "/api/v1/funds/" + fund).at("/holds")) {
                held += new java.math.BigDecimal(amount.get("amount").asText()).movePointRight(2).longValueExact();
            }
            if (held != cents.sum()) {
                faults.add("the fund holds " + held + " cents, " + cents.sum() + " were answered");
            }
        }
        return faults;
    }

    private static void compare(String what, Map<String, Long> must, Map<String, Long> is, List<String> faults) {
        int before = faults.size();
        int more = 0;
        TreeSet<String> keys = new TreeSet<>(must.keySet());
        keys.addAll(is.keySet());
        for (String key : keys) {
            long due = must.getOrDefault(key, 0L);
            long found = is.getOrDefault(key, 0L);
            if (due != found) {
                if (faults.size() - before < 3) {
                    faults.add(what + " of " + key + ": " + found + ", must be " + due);
                } else {
                    more++;
                }
            }
        }
        if (more > 0) {
            faults.add(more + " more differ in what is " + what);
        }
    }

    /** Whether there are as many documents as were answered for. */
    List<String> miscounted(Node node, Opened opened) throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        for (String list : counts.keySet().stream().sorted(Comparator.naturalOrder()).toList()) {
            int there = all(node, opened, list).size();
            if (there != count(list)) {
                faults.add(there + " " + list + " for " + count(list) + " answers");
            }
        }
        return faults;
    }

    static List<JsonNode> all(Node node, Opened opened, String list) throws IOException, InterruptedException {
        return all(node, opened, list, "");
    }

    private static List<JsonNode> all(Node node, Opened opened, String list, String which) throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = node.ask(opened.token(), "/api/v1/" + list + "?" + which + "limit=500" + after);
            page.get("rows").forEach(rows::add);
            after = page.get("next").isNull()
                    ? null
                    : "&after=" + java.net.URLEncoder.encode(page.get("next").asText(), java.nio.charset.StandardCharsets.UTF_8);
        }
        return rows;
    }
}
