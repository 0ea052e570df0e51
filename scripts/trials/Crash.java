import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What scripts/crash runs; see there. */
final class Crash {
    private static final int CLIENTS = 8;
    /** The most that a killed database stays away. */
    private static final int AWAY = 3000;

    private final Random random;
    private final String kill;
    private final int longest;
    private final Cluster cluster;
    private final Node node;
    private final Book book = new Book();
    private Opened opened;
    private Mix mix;
    private Clients clients;
    private long answered;

    private Crash(Random random, String kill, int longest, Cluster cluster, Node node) {
        this.random = random;
        this.kill = kill;
        this.longest = longest;
        this.cluster = cluster;
        this.node = node;
    }

    public static void main(String[] arguments) throws Exception {
        Options options = new Options(arguments, List.of("--rounds", "--seed", "--kill"), List.of("--small", "--postgresql", "--break"));
        long seed = options.number("--seed", System.nanoTime() % 1_000_000);
        String kill = options.get("--kill", "node");
        boolean postgresql = options.has("--postgresql") || !kill.equals("node");
        boolean broken = options.has("--break");
        int rounds = (int) options.number("--rounds", options.has("--small") ? 2 : 50);
        System.out.printf("kill -9 of the %s, %s, %d rounds, --seed %d%s%n",
                kill, postgresql ? "on PostgreSQL" : "on the embedded file", rounds, seed,
                broken ? "; broken on purpose: a commit does not wait for the disk" : "");
        Path data = Files.createTempDirectory("kindtrail-crash");
        boolean kept = false;
        Cluster cluster = postgresql ? broken ? Cluster.made("synchronous_commit = off") : Cluster.made() : null;
        Node node = new Node(data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, cluster)));
        try {
            if (postgresql) {
                cluster.database("trial");
                node.on(cluster, "trial");
            } else if (broken) {
                node.on("jdbc:h2:file:" + data + "/kindtrail;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;DEFAULT_NULL_ORDERING=HIGH",
                        "kindtrail", "kindtrail");
            }
            kept = new Crash(new Random(seed), kill, options.has("--small") ? 500 : 2500, cluster, node).run(rounds);
        } finally {
            if (kept) {
                node.close();
                Node.delete(data);
            } else {
                System.err.println("The log of the service stays in " + data);
            }
        }
        System.exit(kept ? 0 : 1);
    }

    /** However it ends, by Ctrl-C too, nothing stays running. */
    private static void stop(Node node, Cluster cluster) {
        try {
            node.close();
            if (cluster != null) {
                cluster.close();
            }
        } catch (IOException | InterruptedException late) {
            late.printStackTrace();
        }
    }

    private boolean run(int rounds) throws Exception {
        node.start();
        if (cluster == null) {
            node.stop();
        }
        opened = cluster == null ? Opened.in(node) : Opened.in(cluster, "trial");
        if (cluster == null) {
            node.start();
        }
        mix = new Mix(opened, book);
        mix.prepare(node);
        clients = new Clients(List.of(node), opened, mix);
        for (int round = 1; round <= rounds; round++) {
            if (!round(round)) {
                return false;
            }
        }
        if (cluster == null) {
            node.stop();
        }
        String verified = node.verify();
        System.out.printf("%d answers that said done, all there, none twice; scripts/verify: %s%nby kind: %s%nrefused: %s%n",
                answered, verified, clients.acts(), clients.refusals());
        return verified.endsWith(" 0 differences");
    }

    private boolean round(int round) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        int before = clients.done.size();
        clients.begin(CLIENTS, random, over::get);
        // A service that has just started is slow: the moment counts from when it answers.
        for (int waited = 0; clients.done.size() < before + 2 * CLIENTS && waited < 30_000; waited += 10) {
            Thread.sleep(10);
        }
        int lived = random.nextInt(longest);
        Thread.sleep(lived);
        long pid = node.pid();
        double back = killed(over);
        int unsure = clients.unsure.size();
        clients.settle();
        List<String> faults = new ArrayList<>(clients.faults);
        if (kill.equals("database") && (!node.isAlive() || node.pid() != pid)) {
            faults.add("the node did not outlive its database");
        }
        List<Act> done = new ArrayList<>();
        for (Act each; (each = clients.done.poll()) != null; ) {
            done.add(each);
        }
        answered += done.size();
        faults.addAll(clients.repeated(done));
        faults.addAll(book.differences(node, opened, mix.fund()));
        faults.addAll(book.miscounted(node, opened));
        System.out.printf("round %d: killed after %d ms, answered again after %.1f s; %d answered, %d unsure: %s%n",
                round, lived, back, done.size(), unsure, faults.isEmpty() ? "nothing lost or doubled" : String.join("; ", faults));
        return faults.isEmpty();
    }

    /** Kills, and brings back what was killed; the seconds from there to the first answered act. */
    private double killed(AtomicBoolean over) throws Exception {
        if (kill.equals("node")) {
            over.set(true);
            node.kill();
            clients.end();
            return node.start() / 1000;
        }
        cluster.kill();
        Thread.sleep(random.nextInt(AWAY));
        if (kill.equals("both")) {
            over.set(true);
            node.kill();
            clients.end();
            cluster.start();
            return node.start() / 1000;
        }
        long began = System.nanoTime();
        cluster.start();
        clients.listen();
        for (int waited = 0; clients.heard() < 0 && waited < 60_000; waited += 10) {
            Thread.sleep(10);
        }
        double back = (System.nanoTime() - began) / 1e9;
        if (clients.heard() < 0) {
            clients.faults.add("nothing was answered within a minute after the database was back");
        }
        over.set(true);
        clients.end();
        return back;
    }
}
