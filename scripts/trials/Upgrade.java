import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** What scripts/upgrade runs; see there. */
class Upgrade {
    private static final String DATABASE = "upgrade";
    private static final int CLIENTS = 4;
    /** What a release may do to tables that the one before it works on. */
    private static final String EXPANDS =
            """
            alter table donation add column trial_note varchar(40);
            alter table lot add column trial_flag boolean default false not null;
            create table trial_kept (id bigint primary key, donation_id bigint references donation);
            create index trial_kept_of_donation on trial_kept (donation_id, id);
            """;
    /** What the release after the next may do, when no node of the old one runs any more. */
    private static final String CONTRACTS = "alter table donation drop column trial_note; alter table lot drop column trial_flag; drop table trial_kept;";
    private static final String WRONGLY = "alter table donation rename column remark to trial_remark;";

    private final Cluster cluster;
    private final Path data;
    private final Path old;
    private final boolean simulated;
    private final boolean small;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    /** Those that the proxy sends to. */
    private final List<Node> serving = new CopyOnWriteArrayList<>();
    /** Request keys, and the code that the answer held. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final Set<Node> made = ConcurrentHashMap.newKeySet();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();
    private volatile boolean over;
    private Opened house;

    private Upgrade(Cluster cluster, Path data, Path old, boolean simulated, boolean small) {
        this.cluster = cluster;
        this.data = data;
        this.old = old;
        this.simulated = simulated;
        this.small = small;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        Path built = Path.of(System.getProperty("kindtrail.app"));
        int at = given.indexOf("--old");
        Path data = Files.createTempDirectory("kindtrail-upgrade");
        boolean good = false;
        try (Cluster cluster = Cluster.made()) {
            cluster.database(DATABASE);
            Upgrade upgrade = new Upgrade(
                    cluster, data, at < 0 ? built : Path.of(given.get(at + 1)).toAbsolutePath(), at < 0, given.contains("--small"));
            try {
                good = upgrade.run(built, given.contains("--wrongly"));
            } finally {
                for (Node each : upgrade.made) {
                    each.close();
                }
            }
        } finally {
            Node.delete(data);
        }
        System.out.println(good ? "Upgraded while it worked." : "It did not work through the upgrade, see above.");
        System.exit(good ? 0 : 1);
    }

    private Node node(Path app, String name) throws IOException {
        Files.createDirectories(data.resolve(name));
        Node node = new Node(app, data.resolve(name))
                .on(cluster, DATABASE)
                .with("KINDTRAIL_SECRET", "the secret of all nodes of this trial, and of no other")
                .with("KINDTRAIL_KEYS_FILE", data.resolve("kindtrail.keys").toString());
        made.add(node);
        return node;
    }

    private boolean run(Path built, boolean wrongly) throws Exception {
        Node first = node(old, "first");
        Node second = node(old, "second");
        first.start();
        second.start();
        house = Opened.in(cluster, DATABASE);
        serving.addAll(List.of(first, second));
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(this::work);
            client.start();
            clients.add(client);
        }
        boolean started = true;
        try {
            said("two old nodes");
            if (simulated) {
                migrated("V999_1__trial.sql", wrongly ? WRONGLY : EXPANDS);
                said("the schema is of the newer release, both nodes are old");
            }
            Node third = simulated ? null : replaced(second, node(built, "third"));
            started = restarted(first);
            said("an old node started anew on the newer schema" + (third == null ? "" : ", beside a new one"));
            Node fourth = replaced(first, node(built, "fourth"));
            if (simulated) {
                replaced(second, node(built, "fifth"));
            }
            said("new nodes alone");
            if (simulated) {
                migrated("V999_2__trial_contract.sql", CONTRACTS);
                said("contracted, when no node needs it any more");
            }
            over = true;
            for (Thread each : clients) {
                each.join();
            }
            boolean whole = isWhole();
            String verified = fourth.verify();
            System.out.println(verified);
            return started && failed.isEmpty() && whole && verified.endsWith(" 0 differences");
        } catch (IllegalStateException broken) {
            System.out.println("WRONG: " + broken.getMessage().lines().filter(each -> !each.isBlank()).reduce("", (a, b) -> a + "\n  " + b));
            return false;
        } finally {
            over = true;
        }
    }

    private void said(String what) throws InterruptedException {
        int enough = answered.size() + (small ? 20 : 500);
        for (int waited = 0; failed.isEmpty() && answered.size() < enough && waited < 60_000; waited += 20) {
            Thread.sleep(20);
        }
        boolean good = failed.isEmpty() && answered.size() >= enough;
        System.out.printf(
                "%s %s: %d recorded, %d read, %d sent again, %d failed%s%n",
                good ? "good: " : "WRONG:", what, answered.size(), read.get(), retried.get(), failed.size(),
                failed.isEmpty() ? "" : " (" + failed.peek() + ")");
        if (!good) {
            throw new IllegalStateException("requests failed");
        }
    }

    /** As a node of the newer release does when it starts: by the same Flyway, with what this build has and one file more. */
    private void migrated(String name, String sql) throws IOException {
        Path folder = Files.createDirectories(data.resolve("newer"));
        Files.writeString(folder.resolve(name), sql);
        Flyway.configure()
                .dataSource(cluster.url(DATABASE), Cluster.USER, Cluster.PASSWORD)
                .initSql("set lock_timeout to 10000")
                .locations("classpath:db/migration", "classpath:db/vendor/postgresql", "filesystem:" + folder)
                .load()
                .migrate();
    }

    private boolean restarted(Node node) throws Exception {
        serving.remove(node);
        node.stop();
        node.start();
        serving.add(node);
        return true;
    }

    /** The new one first, then the old one goes. */
    private Node replaced(Node gone, Node comes) throws Exception {
        comes.start();
        serving.add(comes);
        serving.remove(gone);
        gone.stop();
        return comes;
    }

    /** Records and reads, at whichever node, as behind a proxy: what a node does not answer is sent to another with the same key. */
    private void work() {
        String line = "{\"item\": \"jumpers-man\", \"size\": \"L\", \"quantity\": 3}";
        String body = "{\"drive\": \"" + house.drive() + "\", \"place\": \"" + house.site() + "\", \"lines\": [" + line + ", " + line + "]}";
        int turn = (int) Thread.currentThread().getId();
        try {
            while (!over) {
                String key = UUID.randomUUID().toString();
                HttpResponse<String> recorded = sent(turn++, key, "/api/v1/donations", body);
                if (recorded == null || recorded.statusCode() != 201) {
                    failed.add("recording: " + told(recorded));
                    continue;
                }
                String code = Node.JSON.readTree(recorded.body()).get("code").asText();
                answered.put(key, code);
                for (String path : List.of("/api/v1/donations/" + code, "/api/v1/lots?limit=20", "/api/v1/donations?limit=20")) {
                    HttpResponse<String> found = sent(turn++, null, path, null);
                    if (found == null || found.statusCode() != 200) {
                        failed.add(path + ": " + told(found));
                    } else {
                        read.incrementAndGet();
                    }
                }
            }
        } catch (IOException | InterruptedException broken) {
            failed.add(broken.toString());
        }
    }

    private static String told(HttpResponse<String> answer) {
        return answer == null ? "no node answers" : answer.statusCode() + " " + answer.body().lines().findFirst().orElse("");
    }

    private HttpResponse<String> sent(int turn, String key, String path, String body) throws InterruptedException {
        for (int tries = 0; tries < 40; tries++) {
            Node node = serving.get(Math.floorMod(turn + tries, serving.size()));
            HttpRequest.Builder request = node.request(path).header("Authorization", "Bearer " + house.token());
            if (key != null) {
                request.header("Idempotency-Key", key).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
            }
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 503) {
                    return answer;
                }
            } catch (IOException gone) {
                // The node is stopping; the next one is asked.
            }
            retried.incrementAndGet();
            Thread.sleep(50);
        }
        return null;
    }

    /** Each request that was answered is there, once. */
    private boolean isWhole() throws Exception {
        long donations;
        try (Connection connection = cluster.connection(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from donation")) {
            found.next();
            donations = found.getLong(1);
        }
        boolean whole = donations == answered.size() && Set.copyOf(answered.values()).size() == answered.size();
        System.out.println((whole ? "good:  " : "WRONG: ") + answered.size() + " requests answered, " + donations + " donations");
        return whole;
    }
}
