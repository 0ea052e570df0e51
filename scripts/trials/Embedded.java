import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What scripts/bench --embedded runs: the service by HTTP on its embedded file, and in turn, while it is stopped, the same rows in as many
 * transactions by plain JDBC on the same file, both with 16 clients on the same machine.
 */
final class Embedded {
    private static final int CLIENTS = 16;
    private static final int LOTS = 1_000;
    private static final String BAG = "recording a bag of 5 lines";
    private static final String DISPATCH = "promising and sending 5 lines";

    private Embedded() {}

    public static void main(String[] arguments) throws Exception {
        Options options = new Options(arguments, List.of("--pairs", "--seconds", "--warm"), List.of("--small"));
        boolean small = options.has("--small");
        int pairs = (int) options.number("--pairs", small ? 1 : 3);
        int seconds = (int) options.number("--seconds", small ? 2 : 5);
        int warm = (int) options.number("--warm", small ? 4 : 30);
        Path folder = Files.createTempDirectory("kindtrail-embedded");
        Node node = new Node(folder);
        node.start();
        node.stop();
        Opened opened = Opened.in(node);
        List<String> things;
        Map<String, List<Double>> ours = new LinkedHashMap<>();
        Map<String, List<Double>> theirs = new LinkedHashMap<>();
        for (String each : List.of(BAG, DISPATCH)) {
            ours.put(each, new ArrayList<>());
            theirs.put(each, new ArrayList<>());
        }
        Stock stock;
        try (Connection file = open(node)) {
            stock = new Stock(file);
            stock.fill(LOTS, LOTS);
            things = stock.things();
            try (Statement statement = file.createStatement()) {
                for (String each : PgBench.standing(CLIENTS)) {
                    statement.execute(each);
                }
            }
        }
        for (int i = 0; i < pairs; i++) {
            Queue<String> needs;
            try (Connection file = open(node)) {
                needs = Work.queue(stock.on(file).needs((warm + 2 * seconds) * 250));
            }
            node.start();
            Work bags = Work.bags(opened, things);
            Work dispatches = Work.dispatches(needs);
            Work.during(bags, node, opened.token(), CLIENTS, warm / 2.0);
            Work.during(dispatches, node, opened.token(), CLIENTS, warm / 2.0);
            ours.get(BAG).add(Work.during(bags, node, opened.token(), CLIENTS, seconds).rate());
            ours.get(DISPATCH).add(Work.during(dispatches, node, opened.token(), CLIENTS, seconds).rate());
            node.stop();
            try (Connection kept = open(node)) {
                kept.isValid(5);
                rate(node, PgBench.bag(), warm / 4.0);
                rate(node, PgBench.dispatch(), warm / 4.0);
                theirs.get(BAG).add(rate(node, PgBench.bag(), seconds));
                theirs.get(DISPATCH).add(rate(node, PgBench.dispatch(), seconds));
            }
        }
        System.out.printf("The embedded file: the service by HTTP against plain JDBC, %d clients, times a second, medians of %d pairs of %d s%n", CLIENTS, pairs, seconds);
        boolean met = true;
        for (String each : ours.keySet()) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < pairs; i++) {
                ratios.add(ours.get(each).get(i) / theirs.get(each).get(i));
            }
            double ratio = Speed.median(ratios);
            met &= ratio >= 0.5;
            System.out.printf("%-32s %8.0f %8.0f %8.2f%s%n", each, Speed.median(ours.get(each)), Speed.median(theirs.get(each)), ratio,
                    ratio >= 0.5 ? "" : ", at least 0.5 was asked");
        }
        Node.delete(folder);
        System.exit(met || small ? 0 : 1);
    }

    /** As the service opens it: what is committed is on the disk. */
    private static Connection open(Node node) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + node.data() + "/kindtrail;WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;"
                + "DEFAULT_NULL_ORDERING=HIGH", "kindtrail", "kindtrail");
    }

    private static final Pattern NUMBER = Pattern.compile(":(id|l|m|c)\\b(?: \\+ ([0-9]))?");
    /** Each time is another, over all rounds. */
    private static final AtomicLong TURN = new AtomicLong();

    /** One statement of a script for pgbench, its numbers taken out: what stands for each, and what is added to it. */
    private record Step(String sql, List<String> names, List<Integer> added) {
        static Step of(String line) {
            List<String> names = new ArrayList<>();
            List<Integer> added = new ArrayList<>();
            Matcher number = NUMBER.matcher(line);
            while (number.find()) {
                names.add(number.group(1));
                added.add(number.group(2) == null ? 0 : Integer.parseInt(number.group(2)));
            }
            return new Step(number.replaceAll("cast(? as bigint)").replaceFirst(";$", ""), names, added);
        }
    }

    /** How often a second so many threads, each with a connection, got through the script. */
    private static double rate(Node node, String script, double seconds) throws Exception {
        List<Step> steps = script.lines().filter(each -> !each.startsWith("\\") && !each.isBlank()).map(Step::of).toList();
        AtomicLong done = new AtomicLong();
        AtomicReference<Exception> fault = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        long began = System.nanoTime();
        long end = began + (long) (seconds * 1e9);
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            Thread thread = new Thread(() -> {
                try (Connection connection = open(node)) {
                    connection.setAutoCommit(false);
                    Map<String, PreparedStatement> prepared = new HashMap<>();
                    while (System.nanoTime() < end && fault.get() == null) {
                        long id = 200_000_000_000L + TURN.incrementAndGet();
                        Map<String, Long> numbers = Map.of("id", id, "l", id * 10, "c", 90_000_000L + client, "m", 90_000_000L + client * 10);
                        for (Step step : steps) {
                            if (step.sql().equals("end")) {
                                connection.commit();
                            } else if (!step.sql().equals("begin")) {
                                PreparedStatement statement = prepared.get(step.sql());
                                if (statement == null) {
                                    statement = connection.prepareStatement(step.sql());
                                    prepared.put(step.sql(), statement);
                                }
                                for (int n = 0; n < step.names().size(); n++) {
                                    statement.setLong(n + 1, numbers.get(step.names().get(n)) + step.added().get(n));
                                }
                                statement.executeUpdate();
                            }
                        }
                        done.incrementAndGet();
                    }
                } catch (Exception e) {
                    fault.compareAndSet(null, e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread each : threads) {
            each.join();
        }
        if (fault.get() != null) {
            throw fault.get();
        }
        return done.get() / ((System.nanoTime() - began) / 1e9);
    }
}
