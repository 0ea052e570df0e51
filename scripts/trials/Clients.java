import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** Programs that work at the same time, each one act after the other, and keep what they were answered. */
final class Clients {
    /** The refusals by which two who want the same are told apart; the rules demand no others of this mixture. */
    static final List<String> DEMANDED = List.of("conflict", "not-enough-stock");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newFixedThreadPool(4, each -> {
                Thread thread = new Thread(each);
                thread.setDaemon(true);
                return thread;
            }))
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<Node> nodes;
    private final Opened opened;
    private final Mix mix;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicLong failures = new AtomicLong();
    /** What was answered as done. */
    final Queue<Act> done = new ConcurrentLinkedQueue<>();
    /** What was sent, and never answered. */
    final Queue<Act> unsure = new ConcurrentLinkedQueue<>();
    /** How many were refused, by the problem's type. */
    final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    /** How many were done, by their kind. */
    final Map<String, LongAdder> kinds = new ConcurrentHashMap<>();
    /** What must not be, in words. */
    final Queue<String> faults = new ConcurrentLinkedQueue<>();
    /** Moments of System.nanoTime at which an act was answered as done: the first one after {@link #listen}. */
    private volatile long listening;
    private final AtomicLong heard = new AtomicLong();
    /** Whether what was done is kept, to be asked for again. */
    boolean keeps = true;
    /** Whether no answer, or a 5xx, is what the trial brings about; such an act is sent again, under its key, until it is answered. */
    boolean outages = true;

    Clients(List<Node> nodes, Opened opened, Mix mix) {
        this.nodes = nodes;
        this.opened = opened;
        this.mix = mix;
    }

    /** @param enough asked before each act: whether it is time to stop */
    void begin(int count, Random seeds, BooleanSupplier enough) {
        threads.clear();
        for (int i = 0; i < count; i++) {
            Random random = new Random(seeds.nextLong());
            Thread client = new Thread(() -> {
                while (!enough.getAsBoolean()) {
                    until(mix.next(random), enough);
                }
            });
            client.setDaemon(true);
            client.start();
            threads.add(client);
        }
    }

    void end() throws InterruptedException {
        for (Thread each : threads) {
            each.join();
        }
    }

    /** From now on, the first answered act is waited for. */
    void listen() {
        heard.set(0);
        listening = System.nanoTime();
    }

    /** Milliseconds from {@link #listen} to the first act that was sent after it and answered as done; -1 while there is none. */
    long heard() {
        return heard.get() == 0 ? -1 : TimeUnit.NANOSECONDS.toMillis(heard.get() - listening);
    }

    long failures() {
        return failures.get();
    }

    private void until(Act act, BooleanSupplier enough) {
        while (!sent(act)) {
            if (!outages) {
                return;
            }
            if (enough.getAsBoolean()) {
                unsure.add(act);
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException none) {
                return;
            }
        }
    }

    /** Sends what was not answered again, until it is. */
    void settle() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        for (Act act; (act = unsure.poll()) != null; ) {
            while (!sent(act)) {
                if (System.nanoTime() > end) {
                    faults.add("still not answered after three minutes: " + act);
                    return;
                }
                Thread.sleep(50);
            }
        }
    }

    /** Whether it was answered. */
    private boolean sent(Act act) {
        long began = System.nanoTime();
        try {
            HttpResponse<String> answer = post(act);
            int status = answer.statusCode();
            if (status >= 500 || status == 429) {
                failures.incrementAndGet();
                if (!outages || status == 429) {
                    faults.add(status + " for " + act + ": " + answer.body());
                }
                return false;
            }
            if (status >= 300) {
                return refused(act, status, answer.body());
            }
            if (listening > 0 && began > listening) {
                heard.compareAndSet(0, System.nanoTime());
            }
            act.learn.accept(Node.JSON.readTree(answer.body()));
            act.answer = answer.body().hashCode();
            act.status = status;
            kinds.computeIfAbsent(act.kind, each -> new LongAdder()).increment();
            if (keeps) {
                done.add(act);
            }
            return true;
        } catch (IOException none) {
            failures.incrementAndGet();
            if (!outages) {
                faults.add(none + " for " + act);
            }
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException broken) {
            faults.add(broken + " for " + act);
            return true;
        }
    }

    /** Whether that was an answer: one that says "busy" is none, what it would not wait for may still come. */
    private boolean refused(Act act, int status, String body) throws IOException {
        JsonNode problem = Node.JSON.readTree(body);
        String type = problem.path("type").asText().replace("/problems/", "");
        boolean busy = problem.path("detail").asText().startsWith("Others are working on the same things");
        refused.computeIfAbsent(act.kind + ": " + (busy ? "busy" : type), each -> new LongAdder()).increment();
        if (!DEMANDED.contains(type) || busy && !outages) {
            faults.add(status + " for " + act + ": " + body);
        }
        return !busy;
    }

    /** It waits for longer than the service does: who gives up and is refused on repeating may find the first attempt done later. */
    private HttpResponse<String> post(Act act) throws IOException, InterruptedException {
        Node node = nodes.get(Math.floorMod(turns.getAndIncrement(), nodes.size()));
        return http.send(
                node.request("/api/v1/" + act.path)
                        .timeout(Duration.ofSeconds(outages ? 120 : 60))
                        .header("Authorization", "Bearer " + opened.token())
                        .header("Idempotency-Key", act.key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(act.body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends what was done again: each must get its first answer. */
    List<String> repeated(List<Act> acts) throws InterruptedException {
        Queue<String> other = new ConcurrentLinkedQueue<>();
        Queue<Act> left = new ConcurrentLinkedQueue<>(acts);
        List<Thread> helpers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread helper = new Thread(() -> {
                for (Act act; (act = left.poll()) != null; ) {
                    try {
                        HttpResponse<String> answer = post(act);
                        if (answer.statusCode() != act.status || answer.body().hashCode() != act.answer) {
                            other.add("the repeat of " + act + " was answered by " + answer.statusCode() + " " + answer.body());
                        }
                    } catch (IOException | InterruptedException failed) {
                        other.add("the repeat of " + act + " failed: " + failed);
                    }
                }
            });
            helper.start();
            helpers.add(helper);
        }
        for (Thread each : helpers) {
            each.join();
        }
        return other.stream().limit(5).toList();
    }

    String refusals() {
        StringBuilder said = new StringBuilder();
        refused.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> said.append(said.isEmpty() ? "" : ", ").append(each.getKey()).append(' ').append(each.getValue()));
        return said.isEmpty() ? "none" : said.toString();
    }

    String acts() {
        StringBuilder said = new StringBuilder();
        kinds.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> said.append(said.isEmpty() ? "" : ", ").append(each.getKey()).append(' ').append(each.getValue()));
        return said.toString();
    }
}
