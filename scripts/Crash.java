import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
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
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;

/** What scripts/crash runs; see there. */
class Crash {
    private static final int CLIENTS = 4;
    private static final int LINES = 5;
    private static final String TOKEN = "kt_" + UUID.randomUUID() + UUID.randomUUID();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path APP = Path.of(System.getProperty("kindtrail.app"));

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Path data = Files.createTempDirectory("kindtrail-crash");
    private final String postgresql;
    private final String user;
    private final String site = new Codes().next(CodeKind.PLACE);
    private final String drive = new Codes().next(CodeKind.DRIVE);
    /** Request keys, and the code that the answer held. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    /** Request keys that were sent and not yet answered. */
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    private Process service;
    private int port;

    Crash(String postgresql, String user) throws IOException {
        this.postgresql = postgresql;
        this.user = user;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = 5;
        String url = null;
        String user = "kindtrail";
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--rounds" -> rounds = Integer.parseInt(arguments[i + 1]);
                case "--postgresql-url" -> url = arguments[i + 1];
                case "--user" -> user = arguments[i + 1];
                default -> throw new IllegalArgumentException("There is no option " + arguments[i]);
            }
        }
        Crash crash = new Crash(url, user);
        boolean kept = false;
        try {
            kept = crash.run(rounds);
        } finally {
            crash.cleanUp(kept);
        }
        System.exit(kept ? 0 : 1);
    }

    private boolean run(int rounds) throws Exception {
        start();
        stop();
        open();
        boolean kept = true;
        for (int round = 1; round <= rounds; round++) {
            start();
            long lived = killWhileClientsRecord(new Random());
            int unsure = inFlight.size();
            int before = answered.size();
            String verified = verify();
            start();
            String lost = lost();
            stop();
            boolean whole = verified.endsWith(" 0 differences");
            kept &= whole && lost.isEmpty();
            System.out.printf(
                    "round %d: killed %d ms after the first answers; %d answered so far, %d in flight; %s; %s%n",
                    round, lived, before, unsure, lost.isEmpty() ? "nothing lost or doubled" : lost, verified);
        }
        return kept;
    }

    /** Four clients record as fast as they can, until the process is shot at a moment that nobody foresees. */
    private long killWhileClientsRecord(Random random) throws Exception {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> {
                while (!Thread.interrupted()) {
                    String key = UUID.randomUUID().toString();
                    inFlight.add(key);
                    try {
                        record(key);
                    } catch (IOException | InterruptedException | IllegalStateException dead) {
                        return;
                    }
                }
            });
            client.start();
            clients.add(client);
        }
        // A service that has just started is slow; the moment counts from when it answers.
        int before = answered.size();
        for (int waited = 0; answered.size() < before + 2 * CLIENTS && waited < 60_000; waited += 10) {
            Thread.sleep(10);
        }
        long lives = random.nextInt(2500);
        Thread.sleep(lives);
        service.destroyForcibly().waitFor();
        for (Thread client : clients) {
            client.join();
        }
        return lives;
    }

    /** Sends the donation of this key, for the first time or again, and keeps the code that is answered. */
    private void record(String key) throws IOException, InterruptedException {
        String line = "{\"item\": \"jumpers-man\", \"size\": \"L\", \"quantity\": 3}";
        String body = "{\"drive\": \"" + drive + "\", \"place\": \"" + site + "\", \"lines\": ["
                + String.join(", ", java.util.Collections.nCopies(LINES, line)) + "]}";
        HttpResponse<String> answer = http.send(
                request("/api/v1/donations")
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("not recorded: " + answer.statusCode() + " " + answer.body());
        }
        String code = json.readTree(answer.body()).get("code").asText();
        String before = answered.put(key, code);
        inFlight.remove(key);
        if (before != null && !before.equals(code)) {
            throw new IllegalStateException("the repeat of " + before + " was answered with " + code);
        }
    }

    /** Sends everything again, and compares; empty when each key has one donation and each donation its lines. */
    private String lost() throws Exception {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, String> each : Map.copyOf(answered).entrySet()) {
            HttpResponse<String> found = get("/api/v1/donations/" + each.getValue());
            if (found.statusCode() != 200) {
                faults.add(each.getValue() + " is lost");
            }
        }
        List<String> keys = new ArrayList<>(answered.keySet());
        keys.addAll(inFlight);
        for (String key : keys) {
            try {
                record(key);
            } catch (IllegalStateException fault) {
                faults.add(fault.getMessage());
            }
        }
        List<String> all = listed();
        if (all.size() != answered.size() || !Set.copyOf(all).equals(Set.copyOf(answered.values()))) {
            faults.add(all.size() + " donations for " + answered.size() + " requests");
        }
        return String.join("; ", faults);
    }

    private List<String> listed() throws Exception {
        List<String> codes = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = json.readTree(get("/api/v1/donations?limit=500" + after).body());
            page.get("rows").forEach(row -> codes.add(row.get("code").asText()));
            after = page.get("next").isNull() ? null : "&after=" + page.get("next").asText();
        }
        return codes;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Accept", "application/json");
    }

    // the service ----------------------------------------------------------------------------------------------------

    private void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                JAVA, "-Xmx384m", "-jar", APP.resolve("quarkus-run.jar").toString());
        builder.environment().put("KINDTRAIL_DATA", data.toString());
        builder.environment().put("KINDTRAIL_PORT", String.valueOf(port));
        if (postgresql != null) {
            builder.environment().put("KINDTRAIL_DATABASE_URL", postgresql);
            builder.environment().put("KINDTRAIL_DATABASE_USER", user);
        }
        File log = data.resolve("service.log").toFile();
        service = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < end && service.isAlive()) {
            try {
                if (get("/q/health").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the service did not start: see " + log);
    }

    private void stop() throws InterruptedException {
        service.destroy();
        if (!service.waitFor(30, TimeUnit.SECONDS)) {
            service.destroyForcibly().waitFor();
        }
    }

    private void cleanUp(boolean kept) throws Exception {
        if (service != null && service.isAlive()) {
            service.destroyForcibly().waitFor();
        }
        if (!kept) {
            System.err.println("The data and the log of the service stay in " + data);
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private String verify() throws Exception {
        String[] where = postgresql == null
                ? new String[] {"--data", data.toString()}
                : new String[] {"--url", postgresql, "--user", user};
        List<String> command = new ArrayList<>(
                List.of(JAVA, "-cp", APP + "/lib/main/*:" + APP + "/app/*", "org.kindtrail.stock.VerifyLedger"));
        command.addAll(List.of(where));
        Process verify = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(verify.getInputStream().readAllBytes()).strip();
        verify.waitFor();
        return line.isEmpty() ? "not verified" : line;
    }

    /** An organisation, somebody with a token, a site and an open drive; by bare SQL, because nobody is there to set it up. */
    private void open() throws SQLException {
        String url = postgresql != null
                ? postgresql
                : "jdbc:h2:file:" + data + "/kindtrail;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        String password = System.getenv().getOrDefault("KINDTRAIL_DATABASE_PASSWORD", "kindtrail");
        try (Connection database = DriverManager.getConnection(url, user, password)) {
            run(database, "update installation set set_up_at = current_timestamp");
            run(
                    database,
                    "insert into organisation (id, code, name, country, time_zone, catalogue_version, created_at, version)"
                            + " values (1, ?, 'Crash house', 'KZ', 'Asia/Almaty', 0, current_timestamp, 0)",
                    new Codes().next(CodeKind.ORGANISATION));
            run(
                    database,
                    "insert into person (id, organisation_id, name, display_name, password_hash, roles, active, created_at,"
                            + " version) values (1, 1, 'crash', 'Crash', '-', 'COORDINATOR', true, current_timestamp, 0)");
            run(
                    database,
                    "insert into access (id, person_id, kind, hash, label, created_at, expires_at) values (1, 1, 'TOKEN', ?,"
                            + " 'crash', current_timestamp, cast(? as timestamp with time zone))",
                    Code.hash(TOKEN),
                    Instant.now().plus(Duration.ofDays(1)).toString());
            run(
                    database,
                    "insert into place (id, organisation_id, code, kind, name, walk, active, version)"
                            + " values (999, 1, ?, 'SITE', 'Hall', 0, true, 0)",
                    site);
            run(
                    database,
                    "insert into drive (id, organisation_id, code, kind, title, about, starts_on, ends_on, site_id, version)"
                            + " values (1, 1, ?, 'COLLECTION', 'Crash', '', cast(? as date), cast(? as date), 999, 0)",
                    drive,
                    LocalDate.now().minusDays(1).toString(),
                    LocalDate.now().plusDays(30).toString());
        }
    }

    private static void run(Connection database, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
