import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Backs a PostgreSQL database up while it is written to, restores it, and compares; what scripts/restored runs. */
final class Restored {
    private static final String FIRST = "worked_on";
    private static final String SECOND = "restored";
    private static final int CLIENTS = 8;
    /** Rows that are written once, never changed and never deleted, and which column says when. */
    private static final Map<String, String> KEPT = new TreeMap<>(Map.of(
            "movement", "recorded_at",
            "lot", "recorded_at",
            "donation", "recorded_at",
            "need", "created_at",
            "note", "at"));

    private final Cluster cluster;
    private final Node node;
    private boolean good = true;

    private Restored(Cluster cluster, Node node) {
        this.cluster = cluster;
        this.node = node;
    }

    public static void main(String[] arguments) throws Exception {
        Options options = new Options(arguments, List.of("--seconds", "--seed"), List.of("--small"));
        long seed = options.number("--seed", System.nanoTime() % 1_000_000);
        long seconds = options.number("--seconds", options.has("--small") ? 3 : 30);
        System.out.printf("a copy of PostgreSQL while %d clients write for %d s, --seed %d%n", CLIENTS, seconds, seed);
        Path folder = Files.createTempDirectory("kindtrail-restored");
        boolean good;
        try (Cluster cluster = Cluster.made(); Node node = new Node(Files.createDirectories(folder.resolve("node")))) {
            cluster.database(FIRST);
            cluster.database(SECOND);
            Restored restored = new Restored(cluster, node.on(cluster, FIRST));
            restored.run(new Random(seed), seconds, folder.resolve("copy"));
            good = restored.good;
        } finally {
            Node.delete(folder);
        }
        System.out.println(good ? "The copy is one moment of the database, and can be worked on." : "Something is not as it is to be, see above.");
        System.exit(good ? 0 : 1);
    }

    private void run(Random random, long seconds, Path copy) throws Exception {
        node.start();
        Opened opened = Opened.in(cluster, FIRST);
        Mix mix = new Mix(opened, new Book());
        mix.prepare(node);
        Clients clients = new Clients(List.of(node), opened, mix);
        clients.outages = false;
        AtomicBoolean over = new AtomicBoolean();
        clients.begin(CLIENTS, random, over::get);
        TimeUnit.SECONDS.sleep(seconds);
        Map<String, Long> before = counts(FIRST);
        int made = script("backup", copy);
        say(made == 0, "scripts/backup while they write ends with " + made);
        TimeUnit.SECONDS.sleep(1);
        over.set(true);
        clients.end();
        say(clients.faults.isEmpty() && clients.failures() == 0, "no act failed beside it " + clients.faults);
        Map<String, Long> after = counts(FIRST);
        int back = script("restore", copy);
        say(back == 0, "scripts/restore, which replays the ledger, ends with " + back);
        compare(before, counts(SECOND), after);
        node.stop();
        node.on(cluster, SECOND).start();
        say(node.status("/q/health/ready") == 200, "a node with the same keys answers on what was restored");
        say(node.ask(opened.token(), "/api/v1/donations").get("rows").size() > 0, "and tells the donations of it to who had a key before");
        say(script("restore", copy) != 0, "a database that is not empty is refused");
    }

    private void say(boolean asItIsToBe, String what) {
        good &= asItIsToBe;
        System.out.println((asItIsToBe ? "good:  " : "WRONG: ") + what);
    }

    /** One of the scripts, as a person would call it; what it says is printed where it says that something went wrong. */
    private int script(String name, Path copy) throws IOException, InterruptedException {
        String database = name.equals("backup") ? FIRST : SECOND;
        Path said = Files.createTempFile("kindtrail-" + name, ".log");
        ProcessBuilder script = new ProcessBuilder(
                        Path.of(System.getProperty("kindtrail.source"), "scripts", name).toString(),
                        "--url",
                        cluster.url(database),
                        "--user",
                        Cluster.USER,
                        copy.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        script.environment().put("KINDTRAIL_DATABASE_PASSWORD", Cluster.PASSWORD);
        int ended = script.start().waitFor();
        if (ended != 0) {
            System.out.print(Files.readString(said));
        }
        Files.delete(said);
        return ended;
    }

    private Map<String, Long> counts(String database) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = cluster.connection(database); Statement statement = connection.createStatement()) {
            for (String table : KEPT.keySet()) {
                try (ResultSet found = statement.executeQuery("select count(*) from " + table)) {
                    found.next();
                    counts.put(table, found.getLong(1));
                }
            }
        }
        return counts;
    }

    /** All that was there when the copy was begun is in it, nothing that was not there at its end, and each row says the same. */
    private void compare(Map<String, Long> before, Map<String, Long> copied, Map<String, Long> after) throws SQLException {
        for (String table : KEPT.keySet()) {
            long least = before.get(table);
            long is = copied.get(table);
            say(least <= is && is <= after.get(table), table + ": " + least + " before the copy, " + is + " in it, " + after.get(table) + " at the end");
            long strange = different(table);
            say(strange == 0, table + ": " + strange + " of the copy say otherwise than where they were copied from");
        }
    }

    /** How many rows of the copy are not in the first database as they are: what is written once is compared whole. */
    private long different(String table) throws SQLException {
        boolean whole = List.of("movement", "note").contains(table);
        String rows = whole ? "select md5(t::text) from " + table + " t" : "select md5(id || ' ' || organisation_id || ' ' || " + KEPT.get(table) + ") from " + table;
        Set<String> first = texts(FIRST, rows);
        Set<String> second = texts(SECOND, rows);
        second.removeAll(first);
        return second.size();
    }

    private Set<String> texts(String database, String sql) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (Connection connection = cluster.connection(database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }
}
