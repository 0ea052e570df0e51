package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindtrail.testing.InJson;

/**
 * What a careful person beside the service would write down of what was asked of it, by category. It knows nothing of how the
 * service keeps its own.
 */
final class OwnLedger {
    private static final List<String> COLUMNS = List.of("in", "waiting", "onTheWay", "delivered", "letGo", "lost");
    private static final String BAGS = "unsorted";

    private final Map<String, Map<String, Long>> pages = new TreeMap<>();

    private void write(String category, String column, long quantity) {
        pages.computeIfAbsent(category, each -> new TreeMap<>()).merge(column, quantity, Long::sum);
    }

    void bagCameIn() {
        write(BAGS, "in", 1);
        write(BAGS, "waiting", 1);
    }

    /** A bag is no bag any more when it is sorted: what was in it came in. */
    void bagWasSorted() {
        write(BAGS, "in", -1);
        write(BAGS, "waiting", -1);
    }

    void found(String category, long quantity, boolean fit) {
        write(category, "in", quantity);
        write(category, fit ? "waiting" : "letGo", quantity);
    }

    void left(String category, long quantity) {
        write(category, "waiting", -quantity);
        write(category, "onTheWay", quantity);
    }

    void arrived(String category, long sent, long received) {
        write(category, "onTheWay", -sent);
        write(category, "delivered", received);
        write(category, "lost", sent - received);
    }

    private long of(String category, String column) {
        return pages.getOrDefault(category, Map.of()).getOrDefault(column, 0L);
    }

    /** The service's balance of a drive adds up, line by line, and is the same as this one. */
    void isTheSameAs(InJson balance) {
        List<Map<String, Object>> lines = balance.getList("lines");
        assertThat(lines).extracting(line -> line.get("category")).doesNotHaveDuplicates();
        for (Map<String, Object> line : lines) {
            long sum = COLUMNS.stream().skip(1).mapToLong(column -> number(line, column)).sum();
            assertThat(number(line, "in")).as("in = the sum of the rest, in %s", line).isEqualTo(sum);
            for (String column : COLUMNS) {
                assertThat(number(line, column))
                        .as("%s of %s", column, line.get("category"))
                        .isEqualTo(of((String) line.get("category"), column));
            }
        }
        assertThat(lines)
                .extracting(line -> (String) line.get("category"))
                .containsAll(pages.keySet().stream().filter(category -> of(category, "in") > 0).toList());
        for (String column : COLUMNS) {
            long things = pages.keySet().stream()
                    .filter(category -> !category.equals(BAGS))
                    .mapToLong(category -> of(category, column))
                    .sum();
            assertThat(balance.getLong("total." + column)).as("total %s", column).isEqualTo(things);
        }
        assertThat(balance.getLong("bags")).isEqualTo(of(BAGS, "waiting"));
    }

    /** A report tells the same of its period, category by category: what came in and what was distributed. */
    void isToldBy(List<Map<String, Object>> goods) {
        for (String category : pages.keySet()) {
            long in = 0;
            long distributed = 0;
            for (Map<String, Object> item : goods) {
                Map<?, ?> flows = (Map<?, ?>) item.get("flows");
                if (category.equals(item.get("category"))) {
                    in += flow(flows, "received") + flow(flows, "bought");
                    distributed += flow(flows, "distributed");
                    assertThat(number(item, "opening") + flow(flows, "received") + flow(flows, "bought") - flow(flows, "distributed"))
                            .as("held at the end, of %s", item)
                            .isEqualTo(number(item, "closing"));
                }
            }
            assertThat(in).as("came in of %s", category).isEqualTo(of(category, "in"));
            assertThat(distributed).as("distributed of %s", category).isEqualTo(of(category, "delivered"));
        }
    }

    private static long flow(Map<?, ?> flows, String name) {
        return flows.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static long number(Map<String, Object> line, String column) {
        return ((Number) line.get(column)).longValue();
    }
}
