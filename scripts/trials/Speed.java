import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What scripts/bench --speed runs: the service against what its database gives, and against itself with a long history. */
final class Speed {
    private static final int SMALLEST = 1_000;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final boolean small;
    private final double seconds;
    private final int pairs;
    private final List<Integer> sizes;
    private final List<Integer> clients;
    private final Path folder = Files.createTempDirectory("kindtrail-speed");
    private boolean met = true;

    private Speed(String[] arguments) throws Exception {
        for (String each : arguments) {
            String[] parts = each.split("=", 2);
            options.put(parts[0], parts.length > 1 ? parts[1] : "yes");
        }
        small = options.containsKey("--small");
        seconds = Double.parseDouble(options.getOrDefault("--seconds", small ? "1" : "5"));
        pairs = Integer.parseInt(options.getOrDefault("--pairs", small ? "1" : "5"));
        sizes = numbers(options.getOrDefault("--lots", small ? "1000,20000" : "1000,100000,1000000"));
        clients = numbers(options.getOrDefault("--clients", small ? "16" : "1,4,16"));
    }

    private static List<Integer> numbers(String given) {
        return Arrays.stream(given.split(",")).map(Integer::valueOf).toList();
    }

    public static void main(String[] arguments) throws Exception {
        Speed speed = new Speed(arguments);
        try {
            speed.run();
        } catch (Exception broken) {
            System.err.println("The logs of the service are in " + speed.folder);
            throw broken;
        }
        Node.delete(speed.folder);
        System.exit(speed.met ? 0 : 1);
    }

    /** A database of one size with its node and what is asked there. */
    private final class House implements AutoCloseable {
        final int lots;
        final Node node;
        final Opened opened;
        final Stock stock;
        final Connection database;
        final PgBench bench;
        final Map<String, Work> works = new LinkedHashMap<>();
        final List<String> tracked;
        final String shelf;

        House(Cluster cluster, int lots) throws Exception {
            this.lots = lots;
            String name = "lots_" + lots;
            cluster.database(name);
            Path data = Files.createDirectories(folder.resolve(name));
            node = new Node(data).on(cluster, name);
            node.start();
            node.stop();
            opened = Opened.in(cluster, name);
            database = cluster.connection(name);
            stock = new Stock(database);
            long began = System.nanoTime();
            stock.fill(lots, Math.min(lots, Integer.parseInt(options.getOrDefault("--kept", "1000"))));
            tracked = stock.tracked(1000, lots).stream().map(each -> "/t/" + each).toList();
            shelf = "/api/v1/lots?limit=50&place=" + stock.shelfCode(7);
            bench = new PgBench(cluster, name, folder);
            bench.ready(16);
            System.out.printf("%,d lots written in %.0f s%n", lots, (System.nanoTime() - began) / 1e9);
            node.start();
            System.out.printf("  resident after start: %d MB%n", node.resident());
            works.put("recording a bag of 5 lines", Work.bags(opened, stock.things()));
            works.put("a tracking page", Work.reading(tracked));
            works.put("on hand by place", Work.reading(List.of(shelf)));
        }

        Work work(String name, int most) throws Exception {
            return name.equals(DISPATCH) ? Work.dispatches(Work.queue(stock.needs(most))) : works.get(name);
        }

        @Override
        public void close() throws Exception {
            database.close();
            node.close();
        }
    }

    private static final String BAG = "recording a bag of 5 lines";
    private static final String DISPATCH = "promising and sending 5 lines";
    private static final String PAGE = "a tracking page";
    private static final String SHELF = "on hand by place";

    private void run() throws Exception {
        try (Cluster cluster = Cluster.made("shared_buffers = '512MB'", "max_wal_size = '4GB'")) {
            List<House> houses = new ArrayList<>();
            try {
                for (int lots : sizes) {
                    houses.add(new House(cluster, lots));
                }
                for (House each : houses) {
                    warm(each);
                }
                List<String> asked = options.containsKey("--only") ? List.of(options.get("--only").split(",")) : List.of("pgbench", "page", "growth");
                if (asked.contains("pgbench")) {
                    for (House each : List.of(houses.get(0), houses.get(houses.size() - 1))) {
                        againstPgbench(each);
                    }
                }
                if (asked.contains("page")) {
                    againstEmptyPage(houses.get(houses.size() - 1));
                }
                if (asked.contains("growth")) {
                    growth(houses);
                }
                for (House each : houses) {
                    System.out.printf("%,d lots: resident %d MB, at most %d MB%n", each.lots, each.node.resident(), each.node.peak());
                }
            } finally {
                for (House each : houses) {
                    each.close();
                }
            }
        }
    }

    private void warm(House house) throws Exception {
        double time = Double.parseDouble(options.getOrDefault("--warm", small ? "2" : "10"));
        for (String each : List.of(BAG, DISPATCH, PAGE, SHELF)) {
            Work.during(house.work(each, (int) (time * 600)), house.node, house.opened.token(), 8, time);
        }
        Work.during(Work.reading(List.of("/")), house.node, null, 8, time / 2);
    }

    private void againstPgbench(House house) throws Exception {
        System.out.printf("%n%,d lots; the service by HTTP against pgbench, times a second, medians of %d pairs of %.0f s%n", house.lots, pairs, seconds);
        System.out.printf("%-32s %8s %10s %10s %8s%n", "", "clients", "service", "pgbench", "ratio");
        Map<String, String> scripts = new LinkedHashMap<>();
        scripts.put(BAG, PgBench.bag());
        scripts.put(DISPATCH, PgBench.dispatch());
        try (Wire wire = new Wire(house.node.port(), null);
                Wire known = new Wire(house.node.port(), house.opened.token())) {
            scripts.put(PAGE, house.bench.replayed(() -> wire.get(house.tracked.get(1))));
            scripts.put(SHELF, house.bench.replayed(() -> known.get(house.shelf)));
        }
        for (Map.Entry<String, String> each : scripts.entrySet()) {
            for (int count : clients) {
                List<Double> ours = new ArrayList<>();
                List<Double> theirs = new ArrayList<>();
                List<Double> ratios = new ArrayList<>();
                for (int i = 0; i < pairs; i++) {
                    Work work = house.work(each.getKey(), (int) (seconds * 800) + 200);
                    ours.add(Work.during(work, house.node, each.getKey().equals(PAGE) ? null : house.opened.token(), count, seconds).rate());
                    theirs.add(house.bench.rate(each.getValue(), count, seconds));
                    ratios.add(ours.get(i) / theirs.get(i));
                }
                boolean bound = count == 16 && List.of(BAG, DISPATCH).contains(each.getKey());
                System.out.printf("%-32s %8d %10.0f %10.0f %8.2f%s%n", each.getKey(), count, median(ours), median(theirs), median(ratios),
                        bound ? atLeast(median(ratios), 0.5) : "");
            }
        }
    }

    private void againstEmptyPage(House house) throws Exception {
        System.out.printf("%n%,d lots; a donor's page against the first page, which reads one row%n", house.lots);
        System.out.printf("%8s %10s %10s %8s %8s %8s%n", "clients", "donor's", "first", "ratio", "p50 ms", "p99 ms");
        for (int count : clients) {
            List<Work.Done> pages = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            List<Double> empties = new ArrayList<>();
            for (int i = 0; i < pairs; i++) {
                pages.add(Work.during(house.works.get(PAGE), house.node, null, count, seconds));
                empties.add(Work.during(Work.reading(List.of("/")), house.node, null, count, seconds).rate());
                ratios.add(pages.get(i).rate() / empties.get(i));
            }
            double p50 = median(pages.stream().map(Work.Done::p50).toList());
            double p99 = median(pages.stream().map(Work.Done::p99).toList());
            System.out.printf("%8d %10.0f %10.0f %8.2f %8.2f %8.2f%s%n", count, median(pages.stream().map(Work.Done::rate).toList()), median(empties),
                    median(ratios), p50, p99,
                    count == 16 ? atLeast(median(ratios), 0.5) + String.format("; p99 / p50 %.1f", p99 / p50) + atMost(p99 / p50, 5) : "");
        }
    }

    /** One client, in turn at each size, so that whatever else the machine does falls on all alike. */
    private void growth(List<House> houses) throws Exception {
        System.out.printf("%nThe same with a longer history: medians in ms with one client, and times that of %,d lots%n", SMALLEST);
        for (String each : List.of(BAG, DISPATCH, PAGE, SHELF)) {
            Map<Integer, List<Double>> times = new TreeMap<>();
            for (int round = 0; round < (small ? 3 : 10); round++) {
                for (House house : houses) {
                    double time = small ? 0.3 : 1;
                    times.computeIfAbsent(house.lots, size -> new ArrayList<>())
                            .add(Work.during(house.work(each, (int) (time * 600) + 50), house.node, each.equals(PAGE) ? null : house.opened.token(), 1, time).p50());
                }
            }
            StringBuilder line = new StringBuilder(String.format("%-32s", each));
            double base = median(times.get(houses.get(0).lots));
            for (House house : houses) {
                double here = median(times.get(house.lots));
                line.append(String.format("  %,d: %.2f ms", house.lots, here));
                if (house != houses.get(0)) {
                    line.append(String.format(" (%.2f times%s)", here / base, atMost(here / base, 1.5)));
                }
            }
            System.out.println(line);
        }
    }

    private String atLeast(double is, double bound) {
        met &= is >= bound || small;
        return is >= bound ? "" : String.format(", at least %.1f was asked", bound);
    }

    private String atMost(double is, double bound) {
        met &= is <= bound || small;
        return is <= bound ? "" : String.format(", at most %.1f was asked", bound);
    }

    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
