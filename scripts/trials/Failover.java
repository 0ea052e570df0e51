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
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What scripts/failover runs; see there. */
final class Failover implements AutoCloseable {
    private static final int CLIENTS = 8;
    private static final int MOST_SECONDS = 30;
    private static final String TRIAL = "trial";

    private final Random random;
    private final boolean broken;
    private Cluster primary;
    private Cluster standby;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final Opened opened;
    private final Book book = new Book();
    private final Mix mix;
    private final Clients clients;

    /** A primary, a standby that every commit waits for, and two nodes that know both. */
    private Failover(Random random, boolean broken) throws Exception {
        this.random = random;
        this.broken = broken;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        primary = Cluster.made("wal_keep_size = 128MB");
        primary.database(TRIAL);
        standby = primary.standby("standby");
        if (!broken) {
            primary.set("synchronous_standby_names = 'standby'");
            primary.reload();
            for (int waited = 0; !isSynchronous() && waited < 30_000; waited += 100) {
                Thread.sleep(100);
            }
        }
        String url = "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s?targetServerType=primary".formatted(primary.port(), standby.port(), TRIAL);
        Path keys = Files.createTempDirectory("kindtrail-failover");
        folders.add(keys);
        for (int i = 0; i < 2; i++) {
            Path data = Files.createTempDirectory("kindtrail-failover");
            folders.add(data);
            Node node = new Node(data)
                    .on(url, Cluster.USER, Cluster.PASSWORD)
                    .with("KINDTRAIL_KEYS_FILE", keys.resolve("kindtrail.keys").toString())
                    .with("KINDTRAIL_SECRET", "a secret of this trial, the same on both nodes");
            nodes.add(node);
            node.start();
        }
        opened = Opened.in(primary, TRIAL);
        mix = new Mix(opened, book);
        mix.prepare(nodes.get(0));
        clients = new Clients(nodes, opened, mix);
    }

    private boolean isSynchronous() throws Exception {
        try (Connection connection = primary.connection("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select sync_state from pg_stat_replication")) {
            return found.next() && found.getString(1).equals("sync");
        }
    }

    public static void main(String[] arguments) throws Exception {
        Options options = new Options(arguments, List.of("--rounds", "--seed"), List.of("--small", "--break"));
        long seed = options.number("--seed", System.nanoTime() % 1_000_000);
        int rounds = (int) options.number("--rounds", options.has("--small") ? 1 : 3);
        boolean broken = options.has("--break");
        System.out.printf("a primary, a %s standby, two nodes: %d rounds, --seed %d%n", broken ? "late (broken on purpose)" : "synchronous", rounds, seed);
        boolean kept = true;
        for (int round = 1; round <= rounds && kept; round++) {
            try (Failover failover = new Failover(new Random(seed + round), broken)) {
                List<String> faults = failover.primaryDies(round, options.has("--small") ? 2000 : 5000);
                kept = faults.isEmpty();
                faults.forEach(each -> System.out.println("  FAULT: " + each));
            }
            if (kept && !options.has("--small")) {
                try (Failover failover = new Failover(new Random(seed + round), broken)) {
                    String fault = failover.standbyIsMissing();
                    kept = fault == null;
                    System.out.printf("round %d, a commit whose standby is missing: %s%n", round, kept ? "not answered as done before a standby had it" : "FAULT: " + fault);
                }
            }
        }
        System.exit(kept ? 0 : 1);
    }

    /** The primary is shot under load and never comes back; somebody, or a watchdog, promotes the standby. */
    private List<String> primaryDies(int round, int longest) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Long> pids = nodes.stream().map(Node::pid).toList();
        clients.begin(CLIENTS, random, over::get);
        Thread.sleep(longest + random.nextInt(1000));
        if (broken) {
            stopReceiver();
        }
        int before = clients.done.size();
        primary.kill();
        clients.listen();
        long killed = System.nanoTime();
        Thread.sleep(random.nextInt(1000));
        standby.promote();
        double promoted = (System.nanoTime() - killed) / 1e9;
        for (int waited = 0; clients.heard() < 0 && waited < 2 * MOST_SECONDS * 1000; waited += 10) {
            Thread.sleep(10);
        }
        double resumed = clients.heard() / 1e3;
        // And it goes on at its pace: no node holds on to connections that are dead.
        int atFirst = clients.done.size();
        long failed = clients.failures();
        Thread.sleep(5000);
        int after = clients.done.size() - atFirst;
        failed = clients.failures() - failed;
        over.set(true);
        clients.end();
        clients.settle();
        List<String> faults = new ArrayList<>(clients.faults);
        if (resumed < 0 || resumed > MOST_SECONDS) {
            faults.add("the first answer came after " + resumed + " s");
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (!nodes.get(i).isAlive() || nodes.get(i).pid() != pids.get(i)) {
                faults.add("node " + (i + 1) + " did not outlive the primary");
            }
            if (nodes.get(i).status("/q/health/ready") != 200) {
                faults.add("node " + (i + 1) + " is not ready");
            }
        }
        faults.addAll(clients.repeated(List.copyOf(clients.done)));
        faults.addAll(book.differences(nodes.get(0), opened, mix.fund()));
        faults.addAll(book.miscounted(nodes.get(1), opened));
        String verified = new Node(folders.get(1)).on(standby, TRIAL).verify();
        if (!verified.endsWith(" 0 differences")) {
            faults.add(verified);
        }
        System.out.printf("round %d: %d answered before the primary was killed; standby promoted after %.1f s, first answered write after %.1f s;"
                        + " %d answered in the 5 s after that, %d requests failed in them; %s; %s%n",
                round, before, promoted, resumed, after, failed, faults.isEmpty() ? "nothing acknowledged is lost" : faults.size() + " faults", verified);
        return faults;
    }

    /** Only for --break: the standby hears nothing any more, and commits do not wait for it. */
    private void stopReceiver() throws Exception {
        long postmaster = Long.parseLong(
                Files.readAllLines(Path.of(standby.data(), "postmaster.pid")).get(0).strip());
        signal("-STOP", postmaster);
        for (ProcessHandle each : ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
            if (Files.readString(Path.of("/proc", String.valueOf(each.pid()), "cmdline")).contains("walreceiver")) {
                each.destroy();
            }
        }
        Thread.sleep(500);
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> signal("-CONT", postmaster));
    }

    private static void signal(String which, long pid) {
        try {
            new ProcessBuilder("kill", which, String.valueOf(pid)).start().waitFor();
        } catch (IOException | InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * While no standby is there, a commit waits. Its client gives up, the primary is started anew, and so everybody reads what the
     * standby never had. Who now repeats the request must not be told that it is done: the primary dies for good after that.
     */
    private String standbyIsMissing() throws Exception {
        standby.kill();
        Act lost = mix.next(random);
        while (!lost.kind.equals("donation")) {
            lost = mix.next(random);
        }
        String first = answer(lost, 15);
        primary.kill();
        primary.start();
        String repeat = null;
        // The first tries may meet connections that are dead.
        for (int tries = 0; tries < 12 && (repeat == null || !repeat.startsWith("2")); tries++) {
            repeat = answer(lost, 3);
            Thread.sleep(200);
        }
        String visible = String.valueOf(donations());
        primary.kill();
        standby.start();
        standby.promote();
        String last = null;
        for (int tries = 0; tries < 100 && (last == null || !last.startsWith("2")); tries++) {
            last = answer(lost, 5);
            Thread.sleep(200);
        }
        if (first != null && first.startsWith("2")) {
            return "the first request was answered without a standby: " + first;
        }
        if (repeat != null && repeat.startsWith("2")) {
            return "the repeat was answered without a standby, and was lost with the primary: " + repeat;
        }
        if (last == null || !last.startsWith("2")) {
            return "the last repeat was not answered: " + last;
        }
        if (!visible.equals("1")) {
            return "the primary should have kept it: " + visible;
        }
        int there = Book.all(nodes.get(0), opened, "donations").size();
        return there == 1 ? null : there + " donations";
    }

    private long donations() throws Exception {
        try (Connection connection = primary.connection(TRIAL);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from donation")) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Status and body; null when there was none within so many seconds. */
    private String answer(Act act, int seconds) throws IOException, InterruptedException {
        HttpRequest request = nodes.get(random.nextInt(nodes.size()))
                .request("/api/v1/" + act.path)
                .timeout(Duration.ofSeconds(seconds))
                .header("Authorization", "Bearer " + opened.token())
                .header("Idempotency-Key", act.key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(act.body))
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException none) {
            return null;
        }
    }

    /** However it ends, by Ctrl-C too, nothing stays running. */
    private void stop() {
        try {
            close();
        } catch (IOException | InterruptedException late) {
            late.printStackTrace();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Node each : nodes) {
            each.close();
        }
        for (Cluster each : new Cluster[] {standby, primary}) {
            if (each != null && Files.exists(Path.of(each.data()))) {
                each.close();
            }
        }
        for (Path each : folders) {
            if (Files.exists(each)) {
                Node.delete(each);
            }
        }
    }
}
