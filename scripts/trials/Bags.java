import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Bags that clients record and look up, and a book of what was answered to each. */
final class Bags {
    private static final String LINE = "{\"item\": \"jumpers-man\", \"size\": \"L\", \"quantity\": 3}";

    private final Node node;
    private final Opened opened;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
    /** Request keys, and the code that the answer held. */
    final Map<String, String> done = new ConcurrentHashMap<>();
    /** Request keys that got no answer, or none that says for certain: they may be done or not. */
    final Set<String> unsure = ConcurrentHashMap.newKeySet();
    /** How often each answer came: the status, and what was wrong with it. */
    final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    /** What a client was told first of each kind of refusal. */
    final Map<String, String> said = new ConcurrentHashMap<>();

    final AtomicLong served = new AtomicLong();

    Bags(Node node, Opened opened) {
        this.node = node;
        this.opened = opened;
    }

    HttpRequest.Builder request(String path) {
        return node.request(path).header("Authorization", "Bearer " + opened.token()).header("Accept", "application/json");
    }

    private String body() {
        return "{\"drive\": \"" + opened.drive() + "\", \"place\": \"" + opened.site() + "\", \"lines\": ["
                + String.join(", ", java.util.Collections.nCopies(5, LINE)) + "]}";
    }

    /** Records one under a fresh key; the status. */
    int record() throws InterruptedException {
        return record(UUID.randomUUID().toString());
    }

    int record(String key) throws InterruptedException {
        unsure.add(key);
        try {
            HttpResponse<String> answer = http.send(
                    request("/api/v1/donations")
                            .header("Idempotency-Key", key)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                done.put(key, Node.JSON.readTree(answer.body()).get("code").asText());
                unsure.remove(key);
            } else if (answer.statusCode() < 500 || answer.body().contains("Nothing of what you sent was done")) {
                // Any other 503 may be a commit whose answer was lost; it says that a repeat counts once.
                unsure.remove(key);
            }
            return noted("POST", answer);
        } catch (IOException broken) {
            note("POST no answer: " + broken);
            return 0;
        }
    }

    int look(String path) throws InterruptedException {
        try {
            return noted("GET", http.send(request(path).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException broken) {
            note("GET no answer: " + broken);
            return 0;
        }
    }

    private int noted(String method, HttpResponse<String> answer) {
        int status = answer.statusCode();
        String more = "";
        if (status == 503) {
            more = answer.headers().firstValue("Retry-After").isPresent() ? " with Retry-After" : " without Retry-After";
            said.putIfAbsent("503", answer.body());
        } else if (status >= 400) {
            said.putIfAbsent(String.valueOf(status), answer.body());
        } else {
            served.incrementAndGet();
        }
        note(method + " " + status + more);
        return status;
    }

    private void note(String what) {
        answers.computeIfAbsent(what, each -> new LongAdder()).increment();
    }

    /** So many clients, each in turn recording a bag and looking at one, until they are stopped. */
    List<Thread> come(int clients) {
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(() -> {
                try {
                    for (int turn = 0; !Thread.interrupted(); turn++) {
                        if (turn % 2 == 0) {
                            record();
                        } else {
                            look("/api/v1/donations?limit=20");
                        }
                    }
                } catch (InterruptedException stopped) {
                    // the end
                }
            });
            client.setDaemon(true);
            client.start();
            all.add(client);
        }
        return all;
    }

    /** They finish nothing that they have begun; what they sent last may be done or not. */
    static void go(List<Thread> clients) throws InterruptedException {
        clients.forEach(Thread::interrupt);
        for (Thread each : clients) {
            each.join();
        }
    }

    /** Answers in a second, over that many seconds. */
    double rate(double seconds) throws InterruptedException {
        long before = served.get();
        long began = System.nanoTime();
        Thread.sleep((long) (seconds * 1000));
        return (served.get() - before) * 1e9 / (System.nanoTime() - began);
    }

    Set<String> listed() throws IOException, InterruptedException {
        Set<String> codes = new HashSet<>();
        String after = "";
        while (after != null) {
            JsonNode page = node.ask(opened.token(), "/api/v1/donations?limit=500" + after);
            page.get("rows").forEach(row -> codes.add(row.get("code").asText()));
            after = page.get("next").isNull() ? null : "&after=" + page.get("next").asText();
        }
        return codes;
    }

    /** What is wrong between what was answered and what is there; empty when nothing is. Unsure ones are sent again first. */
    String lost() throws IOException, InterruptedException {
        for (String key : List.copyOf(unsure)) {
            if (record(key) != 201) {
                return "what was sent without an answer could not be sent again: " + said;
            }
        }
        Set<String> there = listed();
        Set<String> told = new HashSet<>(done.values());
        if (told.size() != done.size()) {
            return done.size() + " requests were answered with " + told.size() + " donations";
        }
        Set<String> missing = new HashSet<>(told);
        missing.removeAll(there);
        there.removeAll(told);
        return missing.isEmpty() && there.isEmpty()
                ? ""
                : missing.size() + " that were answered are missing, " + there.size() + " are there that nobody was told of";
    }
}
