import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What scripts/soak runs; see there. */
final class Soak {
    private static final int CLIENTS = 16;
    private static final int SAMPLES = 40;
    private static final double MOST_GROWTH = 1.1;
    /** Below this the caches still fill, and memory is printed but not judged. */
    private static final long JUDGED = 50_000;
    /** Two zones in which it is never the same day: a house that moves from one to the other is a day older at once. */
    private static final String EARLY = "Pacific/Pago_Pago";
    private static final String LATE = "Pacific/Kiritimati";
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private record Memory(long resident, long heap) {}

    private final Random random;
    private final Node node;
    private final Opened opened;
    private final Book book = new Book();
    private final Mix mix;
    private final Clients clients;
    private final List<Memory> memory = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    private Soak(Random random, Node node, Opened opened) {
        this.random = random;
        this.node = node;
        this.opened = opened;
        mix = new Mix(opened, book);
        clients = new Clients(List.of(node), opened, mix);
        clients.keeps = false;
        clients.outages = false;
    }

    public static void main(String[] arguments) throws Exception {
        Options options = new Options(arguments, List.of("--operations", "--seed", "--seconds"), List.of("--small", "--postgresql", "--break"));
        long seed = options.number("--seed", System.nanoTime() % 1_000_000);
        long operations = options.number("--operations", 1_000_000);
        long seconds = options.number("--seconds", options.has("--small") ? 10 : Long.MAX_VALUE / 2_000_000_000L);
        boolean postgresql = options.has("--postgresql");
        System.out.printf("%,d operations by %d clients, %s, --seed %d%n", operations, CLIENTS, postgresql ? "on PostgreSQL" : "on the embedded file", seed);
        Path data = Files.createTempDirectory("kindtrail-soak");
        Cluster cluster = postgresql ? Cluster.made() : null;
        Node node = new Node(data).with("KINDTRAIL_ENDINGS_EVERY", "2s").with("KINDTRAIL_ENDINGS_DELAY", "2s");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, cluster)));
        if (postgresql) {
            cluster.database("trial");
            node.on(cluster, "trial");
        }
        node.start();
        if (!postgresql) {
            node.stop();
        }
        Opened opened = postgresql ? Opened.in(cluster, "trial") : Opened.in(node);
        if (!postgresql) {
            node.start();
        }
        boolean kept = new Soak(new Random(seed), node, opened).run(operations, seconds, options.has("--break"), postgresql);
        if (kept) {
            node.close();
            Node.delete(data);
        } else {
            System.err.println("The log of the service stays in " + data);
        }
        System.exit(kept ? 0 : 1);
    }

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

    private boolean run(long operations, long seconds, boolean broken, boolean postgresql) throws Exception {
        mix.prepare(node);
        AtomicLong left = new AtomicLong(operations);
        AtomicBoolean over = new AtomicBoolean();
        live(EARLY);
        long began = System.nanoTime();
        clients.begin(CLIENTS, random, () -> over.get() || !clients.faults.isEmpty() || left.getAndDecrement() <= 0);
        Thread days = new Thread(() -> daysPass(over));
        days.start();
        long last = System.nanoTime();
        long pause = seconds * 1_000_000_000L / SAMPLES;
        long next = operations / SAMPLES;
        while (left.get() > 0 && clients.faults.isEmpty() && System.nanoTime() - began < seconds * 1_000_000_000L) {
            Thread.sleep(200);
            long sent = operations - Math.max(0, left.get());
            if (sent >= next || System.nanoTime() - last > pause) {
                last = System.nanoTime();
                sample(sent, (System.nanoTime() - began) / 1e9);
                next = sent + operations / SAMPLES;
            }
        }
        over.set(true);
        clients.end();
        days.join();
        long sent = operations - Math.max(0, left.get());
        double took = (System.nanoTime() - began) / 1e9;
        if (broken) {
            Book unseen = new Book();
            Mix another = new Mix(opened, unseen);
            another.prepare(node);
            Clients stranger = new Clients(List.of(node), opened, another);
            AtomicLong one = new AtomicLong(20);
            stranger.begin(1, random, () -> one.getAndDecrement() <= 0);
            stranger.end();
        }
        List<String> faults = new ArrayList<>(clients.faults.stream().limit(5).toList());
        // What has had its day ends in the next two seconds; then everything is compared.
        Thread.sleep(6000);
        int expired = book.expired(node, opened, faults);
        faults.addAll(book.differences(node, opened, mix.fund()));
        faults.addAll(book.miscounted(node, opened));
        judge(sent, faults);
        if (!postgresql) {
            node.stop();
        }
        String verified = node.verify();
        if (!verified.endsWith(" 0 differences")) {
            faults.add(verified);
        }
        System.out.printf("%,d operations in %.0f s, %.0f in a second; %d needs expired; %s%ndone: %s%nrefused, as the rules demand: %s%n",
                sent, took, sent / took, expired, verified, clients.acts(), clients.refusals());
        faults.forEach(each -> System.out.println("FAULT: " + each));
        System.out.println(faults.isEmpty() ? "what lies where is what the trial's own book says" : faults.size() + " faults");
        return faults.isEmpty();
    }

    /** The house moves between two zones, so that needs whose last day was today have had it, again and again. */
    private void daysPass(AtomicBoolean over) {
        try {
            while (!over.get()) {
                mix.lastDay = LocalDate.now(ZoneId.of(EARLY)).toString();
                Thread.sleep(4000);
                mix.lastDay = null;
                Thread.sleep(1000);
                live(LATE);
                Thread.sleep(4000);
                live(EARLY);
            }
            live(LATE);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            clients.faults.add("the zone could not be told anew: " + failed);
        }
    }

    private void live(String zone) throws IOException, InterruptedException {
        JsonNode mine = node.ask(opened.token(), "/api/v1/organisations/mine");
        HttpRequest change = node.request("/api/v1/organisations/mine")
                .header("Authorization", "Bearer " + opened.token())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(Node.JSON.writeValueAsString(Map.of(
                        "version", mine.get("version").asInt(), "name", "Trial house", "country", "KZ", "timeZone", zone))))
                .build();
        HttpResponse<String> answer = http.send(change, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /** What the process holds, and what of its heap is in use after a collection. */
    private void sample(long sent, double seconds) throws IOException, InterruptedException {
        String pid = String.valueOf(node.pid());
        said(pid, "GC.run");
        Matcher used = USED.matcher(said(pid, "GC.heap_info"));
        long heap = used.find() ? Long.parseLong(used.group(1)) / 1024 : -1;
        memory.add(new Memory(node.resident(), heap));
        System.out.printf("%,d operations, %.0f s, %.0f in a second; resident %d MB, heap in use %d MB; %d lots lie somewhere%n",
                sent, seconds, sent / seconds, node.resident(), heap, book.lying());
    }

    private static String said(String pid, String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), pid, command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said;
    }

    /** The last quarter against the second: in the first, classes are loaded and caches fill. */
    private void judge(long sent, List<String> faults) {
        int quarter = memory.size() / 4;
        if (quarter == 0) {
            return;
        }
        double[] second = mean(memory.subList(quarter, 2 * quarter));
        double[] last = mean(memory.subList(memory.size() - quarter, memory.size()));
        System.out.printf("memory, last quarter against the second: resident %.0f against %.0f MB, %.2f times; heap %.0f against %.0f MB, %.2f times (at most %.1f)%n",
                last[0], second[0], last[0] / second[0], last[1], second[1], last[1] / second[1], MOST_GROWTH);
        if (sent >= JUDGED && (last[0] > MOST_GROWTH * second[0] || last[1] > MOST_GROWTH * second[1])) {
            faults.add("memory grows");
        }
    }

    private static double[] mean(List<Memory> some) {
        return new double[] {
            some.stream().mapToLong(Memory::resident).average().orElse(0), some.stream().mapToLong(Memory::heap).average().orElse(0)
        };
    }
}
