import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plan for many needs over much stock, beside first come, first served; see scripts/bench. */
class MatchingBench {
    private static final int LINES = 50;

    private final Bench bench;
    private final int needs;
    private final int lots;

    MatchingBench(Bench bench, boolean small) {
        this.bench = bench;
        this.needs = small ? 20 : 200;
        this.lots = small ? 2000 : 20_000;
    }

    /** So many of an item in these sizes; what it got is counted beside it. */
    private record Line(String item, List<String> sizes, long asked, long[] got) {}

    /** What is free of an item in a size. */
    private record Heap(String item, String size, long[] free) {}

    /** Needs of seven and eight lines over stock that is not enough: planned by the service, and by first come, first served. */
    void run() throws Exception {
        Random random = new Random(7);
        List<JsonNode> items = new ArrayList<>();
        bench.ask("items?limit=500").get("rows").forEach(item -> {
            if (item.get("sizes").size() >= 4 && item.get("active").asBoolean() && items.size() < 40) {
                items.add(item);
            }
        });
        stockUp(items, random);
        Map<String, List<Line>> posted = post(items, random);
        List<Heap> heaps = heaps();
        long began = System.nanoTime();
        JsonNode plan = bench.tell("POST", "plans", Map.of("needs", List.copyOf(posted.keySet())));
        double took = Bench.seconds(began);
        int lines = posted.values().stream().mapToInt(List::size).sum();
        System.out.printf(
                "a plan for %d needs with %d lines over %d lots: %.1f s (at most 10), heap at most %d MB of 512%n",
                needs, lines, heaps.size(), took, heapUsed());
        greedy(posted.values(), heaps);
        List<double[]> byGreedy = shares(posted.values());
        long given = posted.values().stream().flatMap(List::stream).mapToLong(line -> line.got()[0]).sum();
        posted.values().forEach(of -> of.forEach(line -> line.got()[0] = 0));
        readPlan(plan.get("code").asText(), posted);
        tell("first come, first served", given, byGreedy);
        tell("the plan", plan.get("proposed").asLong(), shares(posted.values()));
        began = System.nanoTime();
        bench.tell("POST", "plans/" + plan.get("code").asText() + "/confirm", Map.of("version", 0));
        System.out.printf("promising its %d picks at %d places: %.1f s%n", plan.get("picks").asInt(), plan.get("places").asInt(), Bench.seconds(began));
    }

    private void tell(String what, long given, List<double[]> shares) {
        System.out.printf(
                "%s: %d things given, %d lines with nothing; of the worse-off half of the lines %.1f%% met%n",
                what,
                given,
                shares.stream().filter(share -> share[0] == 0).count(),
                100 * shares.stream().limit(shares.size() / 2).mapToDouble(share -> share[0]).average().orElse(0));
    }

    private static List<double[]> shares(Collection<List<Line>> posted) {
        return posted.stream()
                .flatMap(List::stream)
                .map(line -> new double[] {(double) line.got()[0] / line.asked()})
                .sorted(Comparator.comparingDouble(share -> share[0]))
                .toList();
    }

    private void stockUp(List<JsonNode> items, Random random) throws Exception {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            places.add(bench.tell("POST", "places", Map.of("kind", "shelf", "name", "Matching " + i, "site", bench.site())).get("code").asText());
        }
        String drive = bench.drive("collection");
        for (int left = lots; left > 0; left -= LINES) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (int i = 0; i < LINES; i++) {
                JsonNode item = items.get(Math.min(random.nextInt(items.size()), random.nextInt(items.size())));
                lines.add(Map.of(
                        "item", item.get("code").asText(), "size", size(item, random), "grade", "good", "quantity", 1 + random.nextInt(6)));
            }
            bench.tell("POST", "donations", Map.of("drive", drive, "place", places.get(left / LINES % 40), "lines", lines));
        }
    }

    private static String size(JsonNode item, Random random) {
        return item.get("sizes").get(random.nextInt(Math.min(6, item.get("sizes").size()))).asText();
    }

    private Map<String, List<Line>> post(List<JsonNode> items, Random random) throws Exception {
        Map<String, List<Line>> posted = new LinkedHashMap<>();
        List<String> recipients = new ArrayList<>();
        for (int i = 0; i < needs; i++) {
            if (i % 2 == 0) {
                recipients.add(bench.tell("POST", "recipients", Map.of(
                                "alias", "Matching house " + i, "kind", "shelter", "country", "KZ", "region", "Bench", "disclosure", "region"))
                        .get("code")
                        .asText());
            }
            List<Line> lines = new ArrayList<>();
            for (int line = 0; line < 7 + i % 2; line++) {
                JsonNode item = items.get(random.nextInt(items.size()));
                Set<String> sizes = new TreeSet<>();
                for (int each = 1 + random.nextInt(3); each > 0; each--) {
                    sizes.add(size(item, random));
                }
                lines.add(new Line(item.get("code").asText(), List.copyOf(sizes), 5 + random.nextInt(10 * lots / needs / 10), new long[1]));
            }
            String code = bench.tell("POST", "needs", Map.of(
                            "recipient", recipients.get(random.nextInt(recipients.size())), "forWhom", "measuring",
                            "lines", lines.stream().map(line -> Map.of("item", line.item(), "sizes", line.sizes(), "quantity", line.asked())).toList()))
                    .get("code")
                    .asText();
            posted.put(code, lines);
        }
        return posted;
    }

    /** All that is free in the house, what came first at the head. */
    private List<Heap> heaps() throws Exception {
        List<Heap> heaps = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = bench.ask("balances?available=true&limit=500" + after);
            page.get("rows").forEach(row -> heaps.add(new Heap(
                    row.get("item").asText(), row.get("size").asText(), new long[] {row.get("available").asLong()})));
            after = page.get("next").isNull() ? null : "&after=" + page.get("next").asText();
        } while (after != null);
        return heaps;
    }

    private static void greedy(Collection<List<Line>> posted, List<Heap> heaps) {
        for (List<Line> need : posted) {
            for (Line line : need) {
                for (Heap heap : heaps) {
                    if (heap.item().equals(line.item()) && line.sizes().contains(heap.size())) {
                        long some = Math.min(heap.free()[0], line.asked() - line.got()[0]);
                        heap.free()[0] -= some;
                        line.got()[0] += some;
                    }
                }
            }
        }
    }

    private void readPlan(String plan, Map<String, List<Line>> posted) throws Exception {
        String after = "";
        do {
            JsonNode page = bench.ask("plans/" + plan + "/needs?limit=100" + after);
            page.get("rows").forEach(need -> need.get("lines").forEach(line ->
                    posted.get(need.get("need").asText()).get(line.get("line").asInt() - 1).got()[0] = line.get("proposed").asLong()));
            after = page.get("next").isNull() ? null : "&after=" + page.get("next").asText();
        } while (after != null);
    }

    /** The most megabytes that were in use after a collection's beginning, as the service's own log of them says. */
    private long heapUsed() throws IOException {
        long most = 0;
        for (String line : Files.readAllLines(bench.data().resolve("gc.log"))) {
            Matcher used = Pattern.compile("(\\d+)M->\\d+M\\(").matcher(line);
            if (used.find()) {
                most = Math.max(most, Long.parseLong(used.group(1)));
            }
        }
        return most;
    }
}
