import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What scripts/bench runs; see there. */
class Bench {
    private static final int PIECES_EACH = 10;
    private static final int LINES_OF_A_RECEIPT = 50;
    private static final int PAIRS = 400;
    private static final int CARRIES = 40;
    private static final int REPORTS = 9;
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path APP = Path.of(System.getProperty("kindtrail.app"));

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Path data = Files.createTempDirectory("kindtrail-bench");
    private final String postgresql;
    private final String user;
    private final int donors;
    private final int recipients;
    private final int lotsInABox;
    private final int movementsOfAYear;
    private Process service;
    private int port;
    private String token;
    private String site;

    Bench(String postgresql, String user, boolean small, int movements) throws IOException {
        this.postgresql = postgresql;
        this.user = user;
        this.donors = small ? 200 : 2000;
        this.recipients = small ? 5 : 50;
        this.lotsInABox = small ? 1000 : 10_000;
        this.movementsOfAYear = movements > 0 ? movements : small ? 20_000 : 200_000;
    }

    public static void main(String[] arguments) throws Exception {
        String url = null;
        String user = "kindtrail";
        boolean small = false;
        boolean onlyReports = false;
        boolean onlyMatching = false;
        boolean onlyImport = false;
        int movements = 0;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--small" -> small = true;
                case "--reports" -> onlyReports = true;
                case "--matching" -> onlyMatching = true;
                case "--import" -> onlyImport = true;
                case "--movements" -> movements = Integer.parseInt(arguments[++i]);
                case "--postgresql-url" -> url = arguments[++i];
                case "--user" -> user = arguments[++i];
                default -> throw new IllegalArgumentException("There is no option " + arguments[i]);
            }
        }
        Bench bench = new Bench(url, user, small, movements);
        try {
            bench.run(onlyReports, onlyMatching, onlyImport, small);
        } finally {
            bench.cleanUp();
        }
    }

    private void run(boolean onlyReports, boolean onlyMatching, boolean onlyImport, boolean small) throws Exception {
        start();
        if (!onlyReports && !onlyMatching) {
            new ImportBench(this, small).run();
        }
        if (onlyImport) {
            return;
        }
        if (!onlyReports) {
            new MatchingBench(this, small).run();
        }
        if (!onlyReports && !onlyMatching) {
            List<String> shared = feedTheFund();
            String alone = straight();
            compare(shared.get(shared.size() / 2), alone);
            carry();
        }
        if (postgresql != null && !onlyMatching) {
            reports();
        }
    }

    /** A report of one year, with one year before it and with five. The history is written straight into the tables. */
    private void reports() throws Exception {
        int year = LocalDate.now().getYear() - 1;
        String path = "reports/preview?from=" + year + "-01-01&to=" + year + "-12-31";
        try (Connection database = DriverManager.getConnection(postgresql, user, System.getenv("KINDTRAIL_DATABASE_PASSWORD"))) {
            live(database, year);
            live(database, year - 1);
            double few = report(path);
            for (int before = year - 5; before < year - 1; before++) {
                live(database, before);
            }
            double many = report(path);
            System.out.printf(
                    "a report of a year of %d movements: with 1 year before it %.0f ms, with 5 years %.0f ms, ratio of the medians %.2f (at most 1.5)%n",
                    movementsOfAYear, few, many, many / few);
        }
    }

    private double report(String path) throws Exception {
        double[] times = new double[REPORTS];
        for (int i = -2; i < REPORTS; i++) {
            long began = System.nanoTime();
            ask(path);
            if (i >= 0) {
                times[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        return median(times);
    }

    /** A year in which as many lots come in as go out: what is held in the end does not grow with the years. */
    private void live(Connection database, int year) throws Exception {
        long first = 1_000_000_000_000L + year * 10_000_000L;
        int lots = movementsOfAYear / 2;
        try (Statement sql = database.createStatement()) {
            String mine = "from generate_series(0, " + (lots - 1) + ") n, (select id, organisation_id from place where code = '" + site + "') p,"
                    + " (select array_agg(id) as ids from item where organisation_id is null and category <> 'money') i";
            sql.execute("insert into lot (id, organisation_id, code, item_id, size, fits, grade, quantity, origin, worth, currency, received_at, recorded_at)"
                    + " select " + first + " + n, p.organisation_id, 'X" + year + "-' || n, i.ids[1 + n % cardinality(i.ids)], null, 'ANY', 'GOOD', 3, 0,"
                    + " case when n % 3 = 0 then 1000 end, case when n % 3 = 0 then 'USD' end, t.at, t.at " + mine + ", lateral (" + moment(year, lots) + ") t");
            sql.execute(movements(first, 0, year, lots, "6, p.id", "RECEIVED", "0 days") + mine + ", lateral (" + moment(year, lots) + ") t");
            sql.execute(movements(first, 5_000_000, year, lots, "p.id, 2", "DELIVERED", "6 hours") + mine + ", lateral (" + moment(year, lots) + ") t");
            sql.execute("analyze lot");
            sql.execute("analyze movement");
        }
    }

    private static String moment(int year, int lots) {
        return "select timestamptz '" + year + "-01-01 12:00+00' + n * interval '364 days' / " + lots + " as at";
    }

    private static String movements(long first, int more, int year, int lots, String places, String reason, String later) {
        return "insert into movement (id, organisation_id, lot_id, from_place_id, to_place_id, quantity, reason, document, occurred_at, recorded_at, item_id, currency, worth)"
                + " select " + (first + more) + " + n, p.organisation_id, " + first + " + n, " + places + ", 3, '" + reason + "', 'X" + year + "-' || n / 20,"
                + " t.at + interval '" + later + "', t.at, i.ids[1 + n % cardinality(i.ids)], case when n % 3 = 0 then 'USD' end,"
                + " case when n % 3 = 0 then 1000 end ";
    }

    /** A box with few lots against one with many: moved, sent and received. */
    private void carry() throws Exception {
        String drive = drive("collection");
        String little = box();
        String much = box();
        fill(drive, little, 10);
        fill(drive, much, lotsInABox);
        String shelf = tell("POST", "places", Map.of("kind", "shelf", "name", "Bench", "site", site)).get("code").asText();
        times("moving a box", little, much, box -> {
            double there = timed("containers/move", Map.of("containers", List.of(box), "to", shelf));
            return there + timed("containers/move", Map.of("containers", List.of(box), "to", site));
        });
        String[] partners = {partner("One"), partner("Two")};
        int[] turn = {0};
        double[] received = {0};
        List<double[]> receipts = new ArrayList<>();
        times("sending a box", little, much, box -> {
            String shipment = tell("POST", "shipments", Map.of("to", partners[turn[0]++ / 2 % 2])).get("code").asText();
            tell("POST", "shipments/" + shipment + "/agree", Map.of());
            tell("POST", "shipments/" + shipment + "/lines", Map.of("containers", List.of(box)));
            double left = timed("shipments/" + shipment + "/depart", Map.of());
            received[0] = timed("shipments/" + shipment + "/receive-all", Map.of());
            receipts.add(new double[] {box.equals(much) ? 1 : 0, received[0]});
            return left;
        });
        double few = median(receipts.stream().filter(each -> each[0] == 0).mapToDouble(each -> each[1]).toArray());
        double many = median(receipts.stream().filter(each -> each[0] == 1).mapToDouble(each -> each[1]).toArray());
        say("receiving a box", few, many);
    }

    private interface Act {
        /** @return milliseconds */
        double on(String box) throws Exception;
    }

    private void times(String what, String little, String much, Act act) throws Exception {
        double[] few = new double[CARRIES];
        double[] many = new double[CARRIES];
        for (int warm = 0; warm < CARRIES; warm++) {
            act.on(little);
            act.on(much);
        }
        for (int pair = 0; pair < CARRIES; pair++) {
            few[pair] = act.on(little);
            many[pair] = act.on(much);
        }
        say(what, median(few), median(many));
    }

    private void say(String what, double few, double many) {
        System.out.printf(
                "%s: with 10 lots %.2f ms, with %d lots %.2f ms, ratio of the medians %.2f (at most 2)%n",
                what, few, lotsInABox, many, many / few);
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private double timed(String path, Object body) throws Exception {
        long began = System.nanoTime();
        tell("POST", path, body);
        return (System.nanoTime() - began) / 1e6;
    }

    private String box() throws Exception {
        return tell("POST", "containers", Map.of("kind", "box", "in", site)).at("/containers/0/code").asText();
    }

    private String partner(String name) throws Exception {
        return tell("POST", "partners", Map.of("name", "Bench " + name, "country", "KZ", "namedInPublic", false)).get("code").asText();
    }

    private void fill(String drive, String box, int lots) throws Exception {
        for (int left = lots; left > 0; left -= LINES_OF_A_RECEIPT) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (int i = 0; i < Math.min(left, LINES_OF_A_RECEIPT); i++) {
                lines.add(Map.of("item", "jumpers-woman", "size", "M", "grade", "good", "quantity", 1 + i));
            }
            tell("POST", "donations", Map.of("drive", drive, "place", box, "lines", lines));
        }
    }

    private void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(JAVA, "-Xmx512m", "-Xlog:gc:file=" + data.resolve("gc.log"), "-jar", APP.resolve("quarkus-run.jar").toString());
        builder.environment().put("KINDTRAIL_PORT", String.valueOf(port));
        builder.environment().put("KINDTRAIL_DATA", data.toString());
        builder.environment().put("KINDTRAIL_DEMO", "true");
        if (postgresql != null) {
            builder.environment().put("KINDTRAIL_DATABASE_URL", postgresql);
            builder.environment().put("KINDTRAIL_DATABASE_USER", user);
        }
        service = builder.redirectErrorStream(true).redirectOutput(data.resolve("service.log").toFile()).start();
        Path told = data.resolve("demo.json");
        for (int tries = 0; !answers(); tries++) {
            if (tries > 600 || !service.isAlive()) {
                throw new IllegalStateException("the service did not start: " + Files.readString(data.resolve("service.log")));
            }
            Thread.sleep(200);
        }
        token = json.readTree(told.toFile()).at("/people/coordinator/token").asText();
        site = ask("places?limit=1").at("/rows/0/code").asText();
    }

    /** The code of the first site of the demonstration. */
    String site() {
        return site;
    }

    /** Where the service keeps its data, and the log of its memory. */
    Path data() {
        return data;
    }

    private boolean answers() {
        try {
            return http.send(request("").GET().build(), HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path)).timeout(Duration.ofMinutes(5));
    }

    JsonNode ask(String path) throws Exception {
        return good(path, request("api/v1/" + path).header("Authorization", "Bearer " + token).GET());
    }

    JsonNode tell(String method, String path, Object body) throws Exception {
        return good(path, request("api/v1/" + path)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    JsonNode send(String path, String type, byte[] file) throws Exception {
        return good(path, request("api/v1/" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    private JsonNode good(String path, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    String drive(String kind) throws Exception {
        LocalDate today = LocalDate.now();
        return tell("POST", "drives", Map.of(
                        "kind", kind, "title", "Bench " + kind, "startsOn", today.minusDays(1).toString(),
                        "endsOn", today.plusDays(30).toString(), "site", site))
                .get("code")
                .asText();
    }

    private JsonNode donation(String drive, String donor, long pieces) throws Exception {
        return tell("POST", "donations", Map.of(
                "drive", drive, "place", site, "newDonor", donor,
                "lines", List.of(Map.of("item", "jumpers-woman", "size", "M", "grade", "good", "quantity", pieces))));
    }

    /** @return the tracking codes of the donors */
    private List<String> feedTheFund() throws Exception {
        String sale = drive("sale");
        String fund = tell("POST", "funds", Map.of("name", "Bench", "purpose", "Measuring")).get("code").asText();
        tell("PUT", "drives/" + sale + "/sale", Map.of("fund", fund, "currency", "USD", "version", 0));
        List<String> tracking = new ArrayList<>();
        List<String> lots = new ArrayList<>();
        for (int donor = 0; donor < donors; donor++) {
            JsonNode recorded = donation(sale, "Bench donor " + donor, PIECES_EACH);
            tracking.add(recorded.get("trackingCode").asText());
            lots.add(recorded.at("/lots/0/code").asText());
        }
        long began = System.nanoTime();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int piece = 0; piece < PIECES_EACH; piece++) {
            for (String lot : lots) {
                lines.add(Map.of("lot", lot, "quantity", 1, "price", "1.00"));
                if (lines.size() == LINES_OF_A_RECEIPT) {
                    tell("POST", "sales", Map.of("drive", sale, "lines", lines));
                    lines.clear();
                }
            }
        }
        int sold = donors * PIECES_EACH;
        System.out.printf("%d sale lines of %d donors: %.1f s%n", sold, donors, seconds(began));
        int things = recipients * 10;
        began = System.nanoTime();
        tell("POST", "purchases", Map.of(
                "supplier", "Bench", "receiptNumber", "1", "currency", "USD", "place", site,
                "lines", List.of(Map.of("item", "chair-bed", "grade", "new", "quantity", things, "price", sold + ".00")),
                "draws", List.of(Map.of("fund", fund, "currency", "USD", "amount", sold + ".00"))));
        System.out.printf("a purchase of %d things by all of it: %.1f s%n", things, seconds(began));
        for (int recipient = 0; recipient < recipients; recipient++) {
            give("chair-bed", 10, "Bench house " + recipient);
        }
        return tracking;
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void give(String item, int quantity, String alias) throws Exception {
        String recipient = tell("POST", "recipients", Map.of(
                        "alias", alias, "kind", "shelter", "country", "KZ", "region", "Bench", "disclosure", "region"))
                .get("code")
                .asText();
        String need = tell("POST", "needs", Map.of(
                        "recipient", recipient, "forWhom", "measuring",
                        "lines", List.of(Map.of("item", item, "quantity", quantity))))
                .get("code")
                .asText();
        tell("POST", "allocations", Map.of("need", need));
        String dispatch = tell("POST", "dispatches", Map.of("need", need)).get("code").asText();
        tell("POST", "dispatches/" + dispatch + "/load", Map.of());
        JsonNode departed = tell("POST", "dispatches/" + dispatch + "/depart", Map.of("vehicle", "bench"));
        List<Map<String, Object>> received = new ArrayList<>();
        departed.at("/dispatch/lines").forEach(line -> received.add(
                Map.of("line", line.get("line").asInt(), "received", line.get("quantity").asLong())));
        tell("POST", "confirmations/" + departed.at("/confirmation/key").asText(), Map.of("lines", received));
    }

    /** @return the tracking code of a donor whose bag went straight to a shelter */
    private String straight() throws Exception {
        JsonNode recorded = tell("POST", "donations", Map.of(
                "drive", drive("collection"), "place", site, "newDonor", "Bench donor of one bag",
                "lines", List.of(Map.of("item", "prams", "grade", "good", "quantity", 10))));
        give("prams", 10, "Bench house of prams");
        return recorded.get("trackingCode").asText();
    }

    private void compare(String shared, String alone) throws Exception {
        double[] far = new double[PAIRS];
        double[] near = new double[PAIRS];
        for (int warm = 0; warm < PAIRS; warm++) {
            page(shared);
            page(alone);
        }
        for (int pair = 0; pair < PAIRS; pair++) {
            far[pair] = page(shared);
            near[pair] = page(alone);
        }
        Arrays.sort(far);
        Arrays.sort(near);
        System.out.printf(
                "a donor's page: through the fund %.2f ms, straight %.2f ms, ratio of the medians %.2f (at most 3)%n",
                far[PAIRS / 2], near[PAIRS / 2], far[PAIRS / 2] / near[PAIRS / 2]);
    }

    /** @return milliseconds */
    private double page(String code) throws Exception {
        long began = System.nanoTime();
        HttpResponse<String> answer = http.send(request("t/" + code).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(code + ": " + answer.statusCode());
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private void cleanUp() throws Exception {
        if (service != null) {
            service.destroy();
            service.waitFor(20, TimeUnit.SECONDS);
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
