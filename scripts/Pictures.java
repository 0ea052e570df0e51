import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** What scripts/pictures runs; see there. */
class Pictures {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 640;
    /** What fits in four bits for each point. */
    private static final int COLOURS = 16;
    private static final List<String> ENGLISH = List.of("en");
    private static final List<String> ALL = List.of("en", "ru", "kk", "ky");
    /** What the demonstration calls itself in addresses that it shows. */
    private static final String ADDRESS = "https://gifts.example.org";

    /**
     * A page, by the way to it.
     *
     * @param role who looks; null: anybody
     * @param languages English without, the others with their tag at the end of the file's name
     * @param way an address; or /a/place in demo.json after a colon; or NAME=VALUE of a
     *     field, a file among them; or of what to press the selector
     */
    private record Picture(String name, String role, List<String> languages, String... way) {}

    private static final List<Picture> LIST = List.of(
            new Picture("record", "volunteer", ALL, "/record"),
            new Picture("recorded", "volunteer", ALL, "/record", "form[action='/record'] button.main"),
            new Picture("sorting", "volunteer", ALL, "/record", "form[action='/record'] button.main", "form[action$='/sort'] button"),
            new Picture("stock", "volunteer", ALL, "/stock"),
            new Picture("need", "distributor", ENGLISH, "/needs", "main a[href^='/needs/N-']"),
            new Picture("dispatch", "distributor", ENGLISH, "/dispatches", "main a[href^='/dispatches/W-']"),
            new Picture("plan", "distributor", ENGLISH, "/plans", "main a[href^='/plans/MP-']"),
            new Picture("overview", "coordinator", ENGLISH, "/overview"),
            new Picture("drive", null, ENGLISH, ":/stories/3/drive"),
            new Picture("report", "coordinator", ENGLISH, ":/stories/4/report"),
            new Picture("import", "coordinator", ENGLISH, "/imports/new", "kind=donors", "file=donors.csv", "main form button.main", "form[action$='/mapping'] button.main"),
            new Picture("gift", null, ALL, ":/stories/1/tracking/0"),
            new Picture("portal", "partner", ALL, "/portal"),
            new Picture("asking", "partner", ALL, "/portal/needs/new"));
    /** Side by side on the README. */
    private static final List<String> START = List.of("record", "need", "gift");

    private final Path folder = Path.of(System.getProperty("kindtrail.source"), "docs/pictures");
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Path data = Files.createTempDirectory("kindtrail-pictures");
    private final Map<String, Chromium> windows = new HashMap<>();
    private final Map<String, BufferedImage> taken = new LinkedHashMap<>();
    private Process service;
    private Process browser;
    private int port;
    private JsonNode demo;

    Pictures() throws IOException {}

    public static void main(String[] names) throws Exception {
        List<String> known = Stream.concat(LIST.stream().map(Picture::name), Stream.of("start")).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                System.err.println("There is no picture " + name + "; there are " + String.join(", ", known) + ".");
                System.exit(2);
            }
        }
        Pictures all = new Pictures();
        try {
            all.start();
            all.take(List.of(names));
        } finally {
            all.end();
        }
    }

    private void take(List<String> names) throws Exception {
        Files.createDirectories(folder);
        for (Picture picture : LIST) {
            boolean asked = names.isEmpty() || names.contains(picture.name());
            boolean forStart = (names.isEmpty() || names.contains("start")) && START.contains(picture.name());
            for (String language : asked ? picture.languages() : forStart ? ENGLISH : List.<String>of()) {
                BufferedImage image = shot(picture, language);
                taken.putIfAbsent(picture.name(), image);
                if (asked) {
                    write(picture.name() + (language.equals("en") ? "" : "-" + language), image);
                }
            }
        }
        if (names.isEmpty() || names.contains("start")) {
            write("start", sideBySide());
        }
    }

    private BufferedImage shot(Picture picture, String language) throws Exception {
        Chromium window = windows.get(String.valueOf(picture.role()));
        if (window == null) {
            window = new Chromium(browserAddress());
            windows.put(String.valueOf(picture.role()), window);
            if (picture.role() != null) {
                signIn(window, demo.path("people").path(picture.role()));
            }
        }
        window.speak(language);
        for (String step : picture.way()) {
            if (step.startsWith("/")) {
                window.open(base() + step);
            } else if (step.startsWith(":")) {
                window.open(demo.at(step.substring(1)).asText().replace(ADDRESS, base()));
            } else if (step.matches("[a-z]+=[a-z]+")) {
                window.type(step.split("=")[0], step.split("=")[1]);
            } else if (step.matches("[a-z]+=[a-z.]+")) {
                window.attach(step.split("=")[0], fileToTry(step.split("=")[1]));
            } else {
                window.press(step);
            }
        }
        window.settled();
        return window.picture();
    }

    private void signIn(Chromium window, JsonNode person) throws Exception {
        window.speak("en");
        window.open(base() + "/login");
        window.type("_name", person.path("name").asText());
        window.type("_password", person.path("password").asText());
        window.press("main form button.main");
    }

    /** A spreadsheet with a fault in it, to be brought in. */
    private Path fileToTry(String name) throws IOException {
        Path file = data.resolve(name);
        Files.writeString(file, "Name,E-mail,Telephone\nMargaret,margaret@example.org,\nThe choir,choir(at)example.org,\nTom,,+7 701 000 00 00\n");
        return file;
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private BufferedImage sideBySide() {
        int gap = 16;
        BufferedImage all = new BufferedImage(
                START.size() * (WIDTH + gap) + gap, HEIGHT + 2 * gap, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = all.createGraphics();
        graphics.setColor(new Color(0xd8dee2));
        graphics.fillRect(0, 0, all.getWidth(), all.getHeight());
        for (int i = 0; i < START.size(); i++) {
            graphics.drawImage(taken.get(START.get(i)), gap + i * (WIDTH + gap), gap, null);
        }
        graphics.dispose();
        return all;
    }

    // Small files: few colours, which a page has anyway --------------------------------------------------------------------

    private void write(String name, BufferedImage image) throws IOException {
        Path file = folder.resolve(name + ".png");
        IndexColorModel palette = palette(image);
        BufferedImage drawn = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY, palette);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y) & 0xffffff;
                int index = nearest.computeIfAbsent(colour, each -> nearest(each, palette));
                drawn.getRaster().setSample(x, y, 0, index);
            }
        }
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(drawn), "png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(drawn, null, null), smallest);
        }
        writer.dispose();
        System.out.printf("%s %d bytes%n", file.getFileName(), Files.size(file));
    }

    /** Each next colour is the one that is missed most by now: far from those chosen, and at many points. */
    private static IndexColorModel palette(BufferedImage image) {
        Map<Integer, Integer> count = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        List<Integer> chosen = new ArrayList<>();
        Map<Integer, Long> missed = new HashMap<>();
        count.keySet().forEach(colour -> missed.put(colour, 1L << 20));
        while (chosen.size() < Math.min(COLOURS, count.size())) {
            int next = count.keySet().stream()
                    .filter(colour -> !chosen.contains(colour))
                    .max(Comparator.comparingLong(colour -> missed.get(colour) * count.get(colour)))
                    .orElseThrow();
            chosen.add(next);
            missed.replaceAll((colour, before) -> Math.min(before, distance(colour, next)));
        }
        byte[][] parts = new byte[3][chosen.size()];
        for (int i = 0; i < chosen.size(); i++) {
            for (int part = 0; part < 3; part++) {
                parts[part][i] = (byte) (chosen.get(i) >> (16 - 8 * part));
            }
        }
        return new IndexColorModel(4, chosen.size(), parts[0], parts[1], parts[2]);
    }

    private static int nearest(int colour, IndexColorModel palette) {
        int best = 0;
        for (int i = 1; i < palette.getMapSize(); i++) {
            if (distance(colour, palette.getRGB(i)) < distance(colour, palette.getRGB(best))) {
                best = i;
            }
        }
        return best;
    }

    private static long distance(int one, int other) {
        long sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            long by = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += by * by;
        }
        return sum;
    }

    // The demonstration, and Chromium ----------------------------------------------------------------------------------------

    private void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-jar",
                Path.of(System.getProperty("kindtrail.app"), "quarkus-run.jar").toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("KINDTRAIL_"));
        builder.environment().putAll(Map.of(
                "KINDTRAIL_PORT", String.valueOf(port),
                "KINDTRAIL_DATA", data.toString(),
                "KINDTRAIL_ADDRESS", ADDRESS,
                "KINDTRAIL_DEMO", "true"));
        File log = data.resolve("log").toFile();
        service = builder.redirectErrorStream(true).redirectOutput(log).start();
        browser = new ProcessBuilder(
                        System.getProperty("kindtrail.chromium"),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-lcd-text",
                        "--force-device-scale-factor=1",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + data.resolve("chromium"))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("chromium.log").toFile())
                .start();
        Path told = data.resolve("demo.json");
        for (int waited = 0; waited < 240_000; waited += 200) {
            if (!service.isAlive()) {
                throw new IllegalStateException("The demonstration did not start:\n" + Files.readString(log.toPath()));
            }
            if (Files.exists(told) && answers()) {
                demo = json.readTree(told.toFile());
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("The demonstration took too long:\n" + Files.readString(log.toPath()));
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base() + "/api/v1/drives")).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 401;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Chromium writes where it listens. */
    private URI browserAddress() throws Exception {
        Path told = data.resolve("chromium/DevToolsActivePort");
        for (int waited = 0; waited < 30_000; waited += 100) {
            List<String> lines = Files.exists(told) ? Files.readAllLines(told) : List.of();
            if (lines.size() == 2) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("Chromium did not start:\n" + Files.readString(data.resolve("chromium.log")));
    }

    private void end() throws IOException, InterruptedException {
        for (Process each : new Process[] {browser, service}) {
            if (each != null) {
                each.descendants().forEach(ProcessHandle::destroy);
                each.destroy();
                each.waitFor();
            }
        }
        Thread.sleep(500);
        try (Stream<Path> all = Files.walk(data)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** A window with cookies of its own, driven by the protocol of Chromium's developer tools. */
    private static final class Chromium implements WebSocket.Listener {
        private final ObjectMapper json = new ObjectMapper();
        private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
        private final Semaphore loaded = new Semaphore(0);
        private final StringBuilder heard = new StringBuilder();
        private final WebSocket wire;
        private String session;
        private int last;

        Chromium(URI address) throws Exception {
            wire = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).get(30, TimeUnit.SECONDS);
            String context = ask("Target.createBrowserContext", Map.of()).path("browserContextId").asText();
            String target = ask("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                    .path("targetId")
                    .asText();
            session = ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true)).path("sessionId").asText();
            ask("Page.enable", Map.of());
            ask("Network.enable", Map.of());
            ask("Emulation.setDeviceMetricsOverride",
                    Map.of("width", WIDTH, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", true));
        }

        void speak(String language) throws Exception {
            ask("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
        }

        void open(String address) throws Exception {
            loaded.drainPermits();
            ask("Page.navigate", Map.of("url", address));
            arrived(address);
        }

        void press(String selector) throws Exception {
            loaded.drainPermits();
            run("document.querySelector(" + json.writeValueAsString(selector) + ").click()");
            arrived(selector);
        }

        void type(String name, String value) throws Exception {
            run("document.getElementsByName('" + name + "')[0].value = " + json.writeValueAsString(value));
        }

        void attach(String name, Path file) throws Exception {
            int document = ask("DOM.getDocument", Map.of()).at("/root/nodeId").asInt();
            int field = ask("DOM.querySelector", Map.of("nodeId", document, "selector", "[name=" + name + "]"))
                    .path("nodeId")
                    .asInt();
            ask("DOM.setFileInputFiles", Map.of("nodeId", field, "files", List.of(file.toString())));
        }

        /** The top of the page, without what is below it when it is short. */
        BufferedImage picture() throws Exception {
            int high = ask("Page.getLayoutMetrics", Map.of()).at("/cssContentSize/height").asInt();
            String png = ask(
                            "Page.captureScreenshot",
                            Map.of("format", "png", "clip", Map.of(
                                    "x", 0, "y", 0, "width", WIDTH, "height", Math.min(high, HEIGHT), "scale", 1)))
                    .path("data")
                    .asText();
            return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
        }

        /** A page that shows how far something is renews itself until it is done. */
        void settled() throws Exception {
            while (run("document.querySelector('meta[http-equiv=refresh]') != null").asBoolean()) {
                arrived("what is under way");
            }
        }

        private JsonNode run(String script) throws Exception {
            JsonNode answer = ask("Runtime.evaluate", Map.of("expression", script));
            if (answer.has("exceptionDetails")) {
                throw new IllegalStateException(script + ": " + answer.path("exceptionDetails"));
            }
            return answer.at("/result/value");
        }

        private void arrived(String where) throws Exception {
            if (!loaded.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException(where + " leads nowhere");
            }
        }

        private JsonNode ask(String method, Map<String, ?> facts) throws Exception {
            ObjectNode question = json.createObjectNode().put("id", ++last).put("method", method);
            question.set("params", json.valueToTree(facts));
            if (session != null) {
                question.put("sessionId", session);
            }
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            asked.put(last, answer);
            wire.sendText(question.toString(), true).join();
            JsonNode came = answer.get(30, TimeUnit.SECONDS);
            if (came.has("error")) {
                throw new IllegalStateException(method + ": " + came.path("error"));
            }
            return came.path("result");
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean whole) {
            heard.append(text);
            if (whole) {
                try {
                    JsonNode message = json.readTree(heard.toString());
                    if (message.has("id")) {
                        asked.remove(message.path("id").asInt()).complete(message);
                    } else if (message.path("method").asText().equals("Page.loadEventFired")) {
                        loaded.release();
                    }
                } catch (IOException unreadable) {
                    throw new IllegalStateException(unreadable);
                } finally {
                    heard.setLength(0);
                }
            }
            socket.request(1);
            return null;
        }
    }
}
