import at.favre.lib.crypto.bcrypt.BCrypt;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What scripts/nodes runs; see there. */
class Nodes {
    private static final String PASSWORD = "a password of this trial";
    private static final String DATABASE = "nodes";

    private final boolean small;
    private final Cluster cluster;
    private final Sink sink;
    private final Node one;
    private final Node two;
    private Opened house;
    private boolean good = true;

    private Nodes(boolean small, Cluster cluster, Sink sink, Node one, Node two) {
        this.small = small;
        this.cluster = cluster;
        this.sink = sink;
        this.one = one;
        this.two = two;
    }

    public static void main(String[] arguments) throws Exception {
        boolean small = List.of(arguments).contains("--small");
        Path data = Files.createTempDirectory("kindtrail-nodes");
        boolean good;
        try (Cluster cluster = Cluster.made();
                Sink sink = new Sink();
                Node one = node(cluster, data.resolve("one"), sink);
                Node two = node(cluster, data.resolve("two"), sink)) {
            cluster.database(DATABASE);
            Nodes nodes = new Nodes(small, cluster, sink, one, two);
            nodes.run();
            good = nodes.good;
        } finally {
            Node.delete(data);
        }
        System.out.println(good ? "Both nodes are one service." : "Something is not as it is to be, see above.");
        System.exit(good ? 0 : 1);
    }

    private static Node node(Cluster cluster, Path data, Sink sink) throws Exception {
        Files.createDirectories(data);
        String keys = "KINDTRAIL_KEYS_FILE";
        return new Node(data)
                .on(cluster, DATABASE)
                .with("KINDTRAIL_SECRET", "the secret of both nodes of this trial, and of no other")
                .with(keys, data.resolveSibling("kindtrail.keys").toString())
                .with("KINDTRAIL_MAIL_HOST", "127.0.0.1")
                .with("KINDTRAIL_MAIL_PORT", String.valueOf(sink.port()))
                .with("KINDTRAIL_MAIL_TLS", "none")
                .with("KINDTRAIL_MAIL_FROM", "house@example.org")
                .with("KINDTRAIL_MAIL_EVERY", "1s")
                .with("KINDTRAIL_IMPORTS_EVERY", "1s")
                .with("KINDTRAIL_ENDINGS_EVERY", "1s")
                .with("KINDTRAIL_ENDINGS_DELAY", "1s");
    }

    private void run() throws Exception {
        // Both at once on an empty database: one makes the tables, the keys and the row of the installation.
        one.launch();
        two.launch();
        say(isReady(one) && isReady(two), "two nodes started at once on an empty database");
        house = Opened.in(cluster, DATABASE);
        String hash = BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray());
        cluster.sql(
                DATABASE,
                "update access set id = -1",
                "update person set password_hash = '" + hash + "'",
                "insert into person (id, organisation_id, name, display_name, password_hash, roles, active, created_at, version)"
                        + " values (-2, 1, 'other', 'Other', '" + hash + "', 'COORDINATOR', true, current_timestamp, 0)");
        sessions();
        oneEffect();
        catalogue();
        letters();
        endings();
        guesses();
        imported();
        String verified = two.verify();
        say(verified.endsWith(" 0 differences"), verified);
    }

    private void say(boolean asItIsToBe, String what) {
        good &= asItIsToBe;
        System.out.println((asItIsToBe ? "good:  " : "WRONG: ") + what);
    }

    private static boolean isReady(Node node) throws InterruptedException {
        for (int waited = 0; waited < 120_000 && node.isAlive(); waited += 50) {
            if (node.status("/q/health/ready") == 200) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    /** The page from one, the form to the other; the session of one at the other; its end at one, and at the other at once. */
    private void sessions() throws Exception {
        Reader reader = new Reader();
        int in = reader.signIn(one, two, "trial", PASSWORD).statusCode();
        HttpResponse<String> page = reader.open(one, "/drives/new");
        Map<String, String> form = new java.util.HashMap<>(Map.of(
                "_form", Reader.key("_form", page), "kind", "collection", "title", "Begun at one", "about", "",
                "startsOn", LocalDate.now().toString(), "endsOn", LocalDate.now().plusDays(3).toString(), "site", house.site()));
        HttpResponse<String> first = reader.send(two, "/drives", form);
        HttpResponse<String> again = reader.send(one, "/drives", form);
        String led = first.headers().firstValue("location").orElse("");
        int shown = led.isEmpty() ? 0 : reader.open(one, Path.of(java.net.URI.create(led).getPath()).toString()).statusCode();
        say(
                in == 303 && first.statusCode() == 303 && shown == 200
                        && led.replaceFirst("^http://[^/]*", "").equals(again.headers().firstValue("location").orElse("-").replaceFirst("^http://[^/]*", ""))
                        && count("select count(*) from drive where title = 'Begun at one'") == 1,
                "signed in at two with a page of one (" + in + "), a form of one sent to two (" + first.statusCode()
                        + ") and again to one (" + again.statusCode() + "): one drive");
        int out = reader.send(one, "/logout", Map.of("_form", Reader.key("_form", reader.open(one, "/drives/new")))).statusCode();
        HttpResponse<String> after = reader.open(two, "/drives/new");
        say(out == 303 && after.statusCode() != 200, "signed out at one: two answers " + after.statusCode());
    }

    /** The same request to both at the same moment. */
    private void oneEffect() throws Exception {
        int rounds = small ? 10 : 100;
        long before = count("select count(*) from donation");
        int different = 0;
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < rounds; i++) {
                String key = UUID.randomUUID().toString();
                List<CompletableFuture<HttpResponse<String>>> both = new ArrayList<>();
                for (Node node : List.of(one, two, one, two)) {
                    both.add(CompletableFuture.supplyAsync(() -> donate(node, key), pool));
                }
                Set<String> answers = new HashSet<>();
                for (CompletableFuture<HttpResponse<String>> each : both) {
                    answers.add(each.get().statusCode() + each.get().body());
                }
                different += answers.size() == 1 && answers.iterator().next().startsWith("201") ? 0 : 1;
            }
        } finally {
            pool.shutdown();
        }
        long made = count("select count(*) from donation") - before;
        say(different == 0 && made == rounds, rounds + " requests to both at once, twice each: " + made + " donations, " + different + " answered differently");
    }

    private HttpResponse<String> donate(Node node, String key) {
        String body = "{\"drive\": \"" + house.drive() + "\", \"place\": \"" + house.site()
                + "\", \"lines\": [{\"item\": \"jumpers-man\", \"size\": \"L\", \"quantity\": 3}]}";
        try {
            return HttpClient.newHttpClient().send(
                    node.request("/api/v1/donations")
                            .header("Authorization", "Bearer " + house.token())
                            .header("Idempotency-Key", key)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What is kept in memory of the catalogue is not kept longer than it is true. */
    private void catalogue() throws Exception {
        donate(two, UUID.randomUUID().toString());
        String item = one.tell(house.token(), "POST", "/api/v1/items", Map.of(
                        "name", "Felt boots", "category", "shoes", "wearer", "any", "unit", "pair", "sizes", List.of("42"))).get("code").asText();
        boolean recorded = true;
        try {
            two.tell(house.token(), "POST", "/api/v1/donations", Map.of(
                    "drive", house.drive(), "place", house.site(), "lines", List.of(Map.of("item", item, "size", "42", "quantity", 1))));
        } catch (IllegalStateException unknown) {
            recorded = false;
        }
        two.tell(house.token(), "POST", "/api/v1/items/" + item + "/retire", Map.of());
        boolean refused = false;
        try {
            one.tell(house.token(), "POST", "/api/v1/donations", Map.of(
                    "drive", house.drive(), "place", house.site(), "lines", List.of(Map.of("item", item, "size", "42", "quantity", 1))));
        } catch (IllegalStateException retired) {
            refused = retired.getMessage().contains(": 422");
        }
        say(recorded && refused, "an item added at one is recorded at two at once; retired at two, it is refused at one");
    }

    private void letters() throws Exception {
        int letters = small ? 20 : 200;
        for (int i = 0; i < letters; i++) {
            Node node = i % 2 == 0 ? one : two;
            JsonNode donor = node.tell(house.token(), "POST", "/api/v1/donors", Map.of(
                    "knownAs", "Donor " + i, "contact", Map.of("email", "donor" + i + "@example.org", "wants", List.of("received"))));
            node.tell(house.token(), "POST", "/api/v1/donations", Map.of(
                    "drive", house.drive(), "place", house.site(), "donor", donor.get("code").asText(),
                    "lines", List.of(Map.of("item", "jumpers-man", "size", "L", "quantity", 1))));
        }
        waitUntil(40, () -> count("select count(*) from message where state in ('WAITING', 'TAKEN')") == 0);
        long sent = count("select count(*) from message where state = 'SENT'");
        say(
                sent == letters && sink.letters().size() == letters && new HashSet<>(sink.letters()).size() == letters,
                letters + " letters: " + sink.letters().size() + " came, to " + new HashSet<>(sink.letters()).size() + " people, " + sent + " are told to be sent");
    }

    private void endings() throws Exception {
        int needs = small ? 10 : 50;
        String recipient = one.tell(house.token(), "POST", "/api/v1/recipients", Map.of(
                "alias", "Shelter", "kind", "shelter", "country", "KZ", "region", "Almaty", "disclosure", "region")).get("code").asText();
        for (int i = 0; i < needs; i++) {
            one.tell(house.token(), "POST", "/api/v1/needs", Map.of(
                    "recipient", recipient, "forWhom", "men", "expiresOn", LocalDate.now().plusDays(2).toString(),
                    "lines", List.of(Map.of("item", "jumpers-man", "sizes", List.of("L"), "quantity", 1))));
        }
        cluster.sql(DATABASE, "update need set expires_on = date '2020-01-01'");
        waitUntil(30, () -> count("select count(*) from need where state = 'OPEN'") == 0);
        long expired = count("select count(*) from need where state = 'EXPIRED'");
        long noted = count("select count(*) from note where happened = 'need_expired'");
        say(expired == needs && noted == needs, needs + " needs past their day: " + expired + " expired, " + noted + " times it was noted");
    }

    /** A node is killed in the middle of an import that it does; the other goes on, and each row is taken once. */
    private void imported() throws Exception {
        int rows = small ? 6_000 : 40_000;
        StringBuilder file = new StringBuilder("Item;Size;Condition;Quantity;Place;Reference\r\n");
        for (int i = 0; i < rows; i++) {
            file.append("jumpers-man;L;good;1;").append(house.site()).append(";row").append(i).append("\r\n");
        }
        HttpResponse<String> brought = HttpClient.newHttpClient().send(
                one.request("/api/v1/imports?kind=stock")
                        .header("Authorization", "Bearer " + house.token())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(file.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String code = Node.JSON.readTree(brought.body()).get("code").asText();
        one.tell(house.token(), "POST", "/api/v1/imports/" + code + "/check", Map.of());
        waitUntil(120, () -> !state(code).equals("CHECKING"));
        long before = count("select count(*) from lot");
        one.tell(house.token(), "POST", "/api/v1/imports/" + code + "/take", Map.of("onlyIfAllGood", true));
        waitUntil(60, () -> count("select taken from sheet_import where code = '" + code + "'") > 0 || !state(code).equals("TAKING"));
        long atKill = count("select taken from sheet_import where code = '" + code + "'");
        one.kill();
        waitUntil(180, () -> !state(code).equals("TAKING"));
        long taken = count("select taken from sheet_import where code = '" + code + "'");
        long lots = count("select count(*) from lot") - before;
        say(
                atKill > 0 && taken == rows && lots == rows && state(code).equals("TAKEN"),
                "an import of " + rows + " rows, its node killed after " + atKill + ": the other took it to " + taken + " rows, " + lots
                        + " lots, " + state(code));
    }

    private String state(String code) throws Exception {
        try (Connection connection = cluster.connection(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select state from sheet_import where code = '" + code + "'")) {
            found.next();
            return found.getString(1);
        }
    }

    /** Wrong passwords from one place, to and fro; then the right one waits at the node that was not asked last. */
    private void guesses() throws Exception {
        int wrong = 0;
        int heldUp = 0;
        for (int i = 0; i < 12 && heldUp == 0; i++) {
            int status = new Reader().signIn(one, i % 2 == 0 ? one : two, "other", "wrong " + i).statusCode();
            wrong += status == 422 ? 1 : 0;
            heldUp += status == 429 ? 1 : 0;
        }
        int first = new Reader().signIn(one, one, "other", PASSWORD).statusCode();
        int second = new Reader().signIn(two, two, "other", PASSWORD).statusCode();
        say(
                wrong <= 6 && heldUp == 1 && first == 429 && second == 429,
                wrong + " wrong passwords at both together, then it waits; the right one waits at both (" + first + ", " + second + ")");
    }

    private interface Question {
        boolean ask() throws Exception;
    }

    private static void waitUntil(int seconds, Question question) throws Exception {
        for (long end = System.nanoTime() + seconds * 1_000_000_000L; System.nanoTime() < end && !question.ask(); ) {
            Thread.sleep(20);
        }
    }

    private long count(String sql) throws Exception {
        try (Connection connection = cluster.connection(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
