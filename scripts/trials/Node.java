import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One process of the packed service, as scripts/run starts it: on an embedded file or on a database that is given. */
final class Node implements AutoCloseable {
    /** The heap bound that scripts/run sets. */
    static final String HEAP = "-Xmx384m";
    /** What else scripts/run says of memory. */
    static final List<String> MEMORY = List.of("-Xms48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    /** What scripts/build makes of the classes, so that they need not be read and checked at each start. */
    static final String ARCHIVE = "app-cds.jsa";
    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final Path app;
    private final Path data;
    private Path logs;
    private final Map<String, String> settings = new HashMap<>();
    private final List<String> options = new ArrayList<>(Stream.concat(Stream.of(HEAP), MEMORY.stream()).toList());
    private Process process;
    private int port;

    /** On an embedded file in this folder. */
    Node(Path data) {
        this(Path.of(System.getProperty("kindtrail.app")), data);
    }

    /** Another build of the service. */
    Node(Path app, Path data) {
        this.app = app;
        this.data = data;
        settings.put("KINDTRAIL_DATA", data.toString());
    }

    /** On a database of a server. */
    Node on(String url, String user, String password) {
        settings.put("KINDTRAIL_DATABASE_URL", url);
        settings.put("KINDTRAIL_DATABASE_USER", user);
        settings.put("KINDTRAIL_DATABASE_PASSWORD", password);
        return this;
    }

    Node on(Cluster cluster, String database) {
        return on(cluster.url(database), Cluster.USER, Cluster.PASSWORD);
    }

    /** An environment variable of the process; null takes it away. */
    Node with(String setting, String value) {
        if (value == null) {
            settings.remove(setting);
        } else {
            settings.put(setting, value);
        }
        return this;
    }

    /** An option of the process's Java. */
    Node option(String option) {
        options.add(option);
        return this;
    }

    /** No more of an option that was given. */
    Node without(String option) {
        options.remove(option);
        return this;
    }

    /** Starts and waits until it is ready; the time from start to the first answered request, in milliseconds. */
    double start() throws IOException, InterruptedException {
        long began = System.nanoTime();
        launch();
        for (long end = began + TimeUnit.SECONDS.toNanos(180); System.nanoTime() < end && process.isAlive(); ) {
            if (status("/q/health/ready") == 200) {
                return (System.nanoTime() - began) / 1e6;
            }
            Thread.sleep(5);
        }
        process.destroyForcibly();
        throw new IllegalStateException("The service did not start: " + Files.readString(log()));
    }

    /** Starts and does not wait. */
    void launch() throws IOException {
        if (port == 0) {
            port = Cluster.freePort();
        }
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.addAll(options);
        if (Files.exists(app.resolve(ARCHIVE))) {
            command.addAll(List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xshare:auto", "-Xlog:cds*=off"));
        }
        // The archive is of classes that lie here, and is refused for those of another place.
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(app.toFile());
        builder.environment().keySet().removeIf(each -> each.startsWith("KINDTRAIL_"));
        builder.environment().putAll(settings);
        builder.environment().put("KINDTRAIL_PORT", String.valueOf(port));
        process = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
    }

    /** What it answers with, or 0 when it does not. */
    int status(String path) throws InterruptedException {
        try {
            return http.send(request(path).timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException none) {
            return 0;
        }
    }

    /** A request to this node; the path begins with a slash. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(60));
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    /** Keeps the log in another folder than the data. */
    Node logIn(Path folder) {
        logs = folder;
        return this;
    }

    Path log() {
        return (logs == null ? data : logs).resolve("service-" + port + ".log");
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and the wait for its end. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Memory that the process holds now, in MB (VmRSS of /proc). */
    long resident() {
        return memory("VmRSS:");
    }

    /** The most that it ever held, in MB (VmHWM of /proc). */
    long peak() {
        return memory("VmHWM:");
    }

    private long memory(String what) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(each -> each.startsWith(what))
                    .mapToLong(each -> Long.parseLong(each.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | UncheckedIOException elsewhere) {
            return -1;
        }
    }

    /** The last line of what scripts/verify says of the database; on an embedded file while the service is stopped. */
    String verify() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(JAVA, HEAP, "-cp", app + "/lib/main/*:" + app + "/app/*", "org.kindtrail.stock.VerifyLedger"));
        String url = settings.get("KINDTRAIL_DATABASE_URL");
        command.addAll(url == null
                ? List.of("--data", data.toString())
                : List.of("--url", url, "--user", settings.get("KINDTRAIL_DATABASE_USER")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(settings);
        Process verify = builder.start();
        String said = new String(verify.getInputStream().readAllBytes()).strip();
        verify.waitFor();
        return said.isEmpty() ? "not verified" : said.substring(said.lastIndexOf('\n') + 1);
    }

    /** Sends JSON with a token and a fresh one-time key; the body of the answer. */
    JsonNode tell(String token, String method, String path, Object body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    JsonNode ask(String token, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request(path).header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("GET " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() throws InterruptedException {
        if (isAlive()) {
            kill();
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }
}
