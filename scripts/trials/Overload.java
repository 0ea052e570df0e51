import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What scripts/overload runs; see there. */
final class Overload {
    private static final int TIMES = 10;
    private static final long HEALTH_MILLIS = 1_000;
    private static final double BACK = 0.8;
    private static final int BACK_SECONDS = 10;
    /** The heap bound and what a Java process needs beside it. */
    private static final int MOST_RESIDENT = 650;

    private final List<String> faults = new ArrayList<>();
    private int clients = 16;
    private int seconds = 30;
    private int slow = 150;
    private boolean postgresql;
    /** On a machine that others use, how fast it was is no finding. */
    private boolean small;
    private final Map<String, String> settings = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        Overload trial = new Overload();
        trial.read(arguments);
        System.exit(trial.run() ? 0 : 1);
    }

    private void read(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--small" -> {
                    seconds = 7;
                    small = true;
                }
                case "--postgresql" -> postgresql = true;
                case "--clients" -> clients = Integer.parseInt(arguments[++i]);
                case "--seconds" -> seconds = Integer.parseInt(arguments[++i]);
                case "--with" -> {
                    String[] setting = arguments[++i].split("=", 2);
                    settings.put(setting[0], setting[1]);
                }
                default -> throw new IllegalArgumentException("unknown: " + arguments[i] + "; scripts/overload --help");
            }
        }
    }

    private boolean run() throws Exception {
        Path data = Files.createTempDirectory("kindtrail-overload");
        Cluster cluster = postgresql ? Cluster.made() : null;
        try (Node node = new Node(data)) {
            settings.forEach(node::with);
            Opened opened;
            if (cluster != null) {
                cluster.database("trial");
                node.on(cluster, "trial").start();
                opened = Opened.in(cluster, "trial");
            } else {
                node.start();
                node.stop();
                opened = Opened.in(node);
                node.start();
            }
            flood(node, new Bags(node, opened));
            node.stop();
            String verified = node.verify();
            System.out.println("verified:   " + verified);
            check(verified.contains("0 differences"), "the ledger differs: " + verified);
            String log = Files.readString(node.log());
            check(!log.contains("OutOfMemory"), "memory ran out: see the log");
        } finally {
            if (cluster != null) {
                cluster.close();
            }
            Node.delete(data);
        }
        faults.forEach(each -> System.out.println("FAULT: " + each));
        System.out.println(faults.isEmpty() ? "overload: holds" : "overload: does not hold");
        return faults.isEmpty();
    }

    private void flood(Node node, Bags bags) throws Exception {
        List<Thread> normal = bags.come(clients);
        Thread.sleep(seconds < 10 ? 4000 : 10_000);
        double before = bags.rate(seconds < 10 ? 3 : 10);
        System.out.printf("before:     %d clients, %.0f answers a second, %d MB resident%n", clients, before, node.resident());

        Health health = new Health(node);
        Nuisance nuisance = new Nuisance(node);
        health.start();
        nuisance.open(slow);
        List<Thread> many = bags.come(clients * (TIMES - 1));
        double meanwhile = bags.rate(seconds);
        System.out.printf(
                "meanwhile:  %d clients and %d slow or half-open lines: %.0f answers a second, %d MB resident, %d of the slow"
                        + " lines closed by the service%n",
                clients * TIMES, 3 * slow, meanwhile, node.resident(), nuisance.closed.get());
        Bags.go(many);
        nuisance.stop();

        long end = System.nanoTime();
        double after = 0;
        double took = 0;
        while (after < BACK * before && took < BACK_SECONDS) {
            after = bags.rate(1);
            took = (System.nanoTime() - end) / 1e9;
        }
        Bags.go(normal);
        health.stop();
        System.out.printf("afterwards: %.0f answers a second (%.2f of before) after %.0f s%n", after, after / before, took);
        new TreeMap<>(bags.answers).forEach((what, times) -> System.out.println("answers:    " + what + ": " + times));
        System.out.printf("health:     %s%n", health);
        String lost = bags.lost();
        System.out.printf("done work:  %d recorded, %s%n", bags.done.size(), lost.isEmpty() ? "each there once, and no other" : lost);
        System.out.printf("memory:     %d MB at most%n", node.peak());
        judge(node, bags, health, before, after, lost);
    }

    private void judge(Node node, Bags bags, Health health, double before, double after, String lost) {
        bags.answers.keySet().stream()
                .filter(each -> !each.matches("(GET 200|POST 201|(GET|POST) 503 with Retry-After)"))
                .forEach(each -> check(false, "an answer was " + each));
        check(bags.answers.keySet().stream().anyMatch(each -> each.contains("503")), "nobody was refused, so this was no overload");
        check(health.failed.isEmpty() && (small || health.worst.get() <= HEALTH_MILLIS), "health: " + health);
        check(health.asked.get() > 10, "health was hardly asked");
        check(lost.isEmpty(), lost);
        check(small || after >= BACK * before, "the rate was not back after " + BACK_SECONDS + " s");
        check(node.peak() <= MOST_RESIDENT, "it took " + node.peak() + " MB, more than " + MOST_RESIDENT);
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    /** Asks every quarter of a second, over a line of its own each time, whether the service is alive and ready. */
    private static final class Health {
        private final Node node;
        private final AtomicLong worst = new AtomicLong();
        private final AtomicInteger asked = new AtomicInteger();
        private final List<String> failed = java.util.Collections.synchronizedList(new ArrayList<>());
        private Thread asking;

        Health(Node node) {
            this.node = node;
        }

        void start() {
            asking = new Thread(() -> {
                try {
                    while (!Thread.interrupted()) {
                        ask("/q/health/live");
                        ask("/q/health/ready");
                        Thread.sleep(250);
                    }
                } catch (InterruptedException stopped) {
                    // the end
                }
            });
            asking.setPriority(Thread.MAX_PRIORITY);
            asking.start();
        }

        private void ask(String path) {
            long began = System.nanoTime();
            try (Socket fresh = new Socket()) {
                fresh.connect(new InetSocketAddress("127.0.0.1", node.port()), 5_000);
                fresh.setSoTimeout(5_000);
                String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
                fresh.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                String answer = new String(fresh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (!answer.startsWith("HTTP/1.1 200")) {
                    failed.add(path + " " + answer.replaceAll("\\s+", " "));
                }
            } catch (IOException none) {
                failed.add(path + " " + none);
            }
            asked.incrementAndGet();
            worst.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
        }

        void stop() throws InterruptedException {
            asking.interrupt();
            asking.join();
        }

        @Override
        public String toString() {
            return asked + " times asked, " + failed.size() + " times not well" + (failed.isEmpty() ? "" : " (first: " + failed.get(0) + ")")
                    + ", at most " + worst + " ms";
        }
    }

    /** Lines that send a byte a second, that read nothing of much, or that begin and never end. */
    private static final class Nuisance {
        private final Node node;
        private final List<Socket> writers = new ArrayList<>();
        private final List<Socket> others = new ArrayList<>();
        private final AtomicInteger closed = new AtomicInteger();
        private Thread dripping;

        Nuisance(Node node) {
            this.node = node;
        }

        void open(int each) throws IOException {
            for (int i = 0; i < each; i++) {
                writers.add(opened("POST /api/v1/donations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100000\r\n\r\n", 0));
                // The description of the API is long; who takes none of it has it lie in the service.
                others.add(opened("GET /q/openapi HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(8), 1024));
                others.add(opened(i % 2 == 0 ? "" : "GET / HTTP/1.1\r\nHost: local", 0));
            }
            dripping = new Thread(this::drip);
            dripping.setDaemon(true);
            dripping.start();
        }

        private Socket opened(String first, int receiving) throws IOException {
            Socket socket = new Socket();
            if (receiving > 0) {
                socket.setReceiveBufferSize(receiving);
            }
            socket.connect(new InetSocketAddress("127.0.0.1", node.port()), 10_000);
            socket.getOutputStream().write(first.getBytes(StandardCharsets.ISO_8859_1));
            return socket;
        }

        private void drip() {
            try {
                while (true) {
                    Thread.sleep(1000);
                    for (int i = 0; i < writers.size(); i++) {
                        try {
                            OutputStream out = writers.get(i).getOutputStream();
                            out.write(' ');
                        } catch (IOException gone) {
                            closed.incrementAndGet();
                            again(i);
                        }
                    }
                }
            } catch (InterruptedException stopped) {
                // the end
            }
        }

        private void again(int i) {
            try {
                writers.set(i, opened("POST /api/v1/donations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n", 0));
            } catch (IOException full) {
                // Next time.
            }
        }

        void stop() throws InterruptedException, IOException {
            dripping.interrupt();
            dripping.join();
            for (Socket each : writers) {
                each.close();
            }
            for (Socket each : others) {
                each.close();
            }
        }
    }
}
