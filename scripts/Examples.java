import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What scripts/examples runs; see there. */
class Examples {
    private static final List<String> ROLES = List.of("volunteer", "distributor", "coordinator", "administrator", "partner");
    private static final List<String> METHODS = List.of("get", "post", "put", "delete");
    /** What says which part of the description is whose. */
    private static final String HEAD = "# By operationId: parameters by name, the request and the response, as they go over the line on the demo.\n"
            + "# scripts/examples tries them, the acts in this order; its --write records the responses.\n";
    private static final Pattern CODE = Pattern.compile("([A-Z]{1,2})-[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final Pattern KEY = Pattern.compile("([TKXZQJ])[0-9A-Z]{3}(-[0-9A-Z]{4}){3}");
    private static final Pattern ANY_CODE = Pattern.compile(CODE.pattern().replace("(", "(?:") + "|" + KEY.pattern().replaceFirst("\\(", "(?:"));

    private record Operation(String id, String method, String path, JsonNode told) {}

    private record Answer(int status, String type, String text) {}

    private final Path source = Path.of(System.getProperty("kindtrail.source"));
    private final Path file = source.resolve("src/main/resources/openapi/examples.yaml");
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final YAMLMapper yaml = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();
    private final JsonNode api = yaml.readTree(source.resolve("openapi.yaml").toFile());
    private final ObjectNode examples = (ObjectNode) yaml.readTree(file.toFile());
    private final Path data = Files.createTempDirectory("kindtrail-examples");
    private final List<String> faults = new ArrayList<>();
    private final Set<String> laid = new HashSet<>();
    private final Stable stable = new Stable();
    private Process service;
    private int port;
    private JsonNode people;

    Examples() throws IOException {}

    public static void main(String[] arguments) throws Exception {
        boolean write = List.of(arguments).contains("--write");
        Examples all = new Examples();
        int tried;
        try {
            all.start();
            tried = all.run(write);
        } finally {
            all.end();
        }
        all.faults.forEach(System.out::println);
        System.out.printf("%d examples, %d failed%n", tried, all.faults.size());
        System.exit(all.faults.isEmpty() ? 0 : 1);
    }

    private int run(boolean write) throws Exception {
        collectCodes();
        List<Operation> operations = operations();
        for (Operation operation : operations) {
            int before = faults.size();
            JsonNode answer = tried(operation);
            if (answer == null || faults.size() > before) {
                continue;
            }
            JsonNode shown = examples.path(operation.id()).path("response");
            if (write) {
                ObjectNode example = examples.withObjectProperty(operation.id());
                example.set("response", stable.of(answer, shown, example.path("request").toString()));
            } else {
                shape(operation.id() + " response", answered(operation), shown, answer);
            }
        }
        if (write) {
            Files.writeString(file, HEAD + yaml.writeValueAsString(examples));
        }
        return operations.size();
    }

    /** All reading first, then the acts as they stand in the file. */
    private List<Operation> operations() {
        Map<String, Operation> all = new LinkedHashMap<>();
        api.path("paths").fields().forEachRemaining(path -> METHODS.forEach(method -> {
            JsonNode told = path.getValue().path(method);
            if (!told.isMissingNode()) {
                String id = told.path("operationId").asText();
                all.put(id, new Operation(id, method, path.getKey(), told));
            }
        }));
        List<Operation> ordered = new ArrayList<>();
        all.values().stream().filter(each -> each.method().equals("get")).forEach(ordered::add);
        examples.fieldNames().forEachRemaining(id -> {
            if (!all.containsKey(id)) {
                faults.add(id + ": there is no such operation");
            } else if (!ordered.contains(all.get(id))) {
                ordered.add(all.get(id));
            }
        });
        all.values().stream().filter(each -> !ordered.contains(each)).forEach(ordered::add);
        return ordered;
    }

    /** What it answered as it should, otherwise null; a fault is noted. */
    private JsonNode tried(Operation operation) throws Exception {
        boolean open = operation.told().path("security").isEmpty();
        Answer answer = null;
        String role = null;
        for (String each : open ? ROLES.subList(0, 1) : ROLES) {
            role = each;
            answer = send(operation, open ? null : each);
            if (answer.status() != 403) {
                break;
            }
        }
        String description = operation.told().path("description").asText();
        if (!open && !description.contains("For " + role + "s.") && !description.contains("everybody")) {
            faults.add(operation.id() + ": works for a " + role + ", but the description says: " + description);
        }
        JsonNode documented = operation.told().path("responses").path(String.valueOf(answer.status()));
        if (answer.status() >= 300 || documented.isMissingNode()) {
            faults.add(operation.id() + ": " + answer.status() + " " + answer.text());
            return null;
        }
        JsonNode schema = documented.path("content").path("application/json").path("schema");
        JsonNode content = documented.path("content");
        if (schema.isMissingNode() && !content.isEmpty()) {
            if (!content.has(answer.type().split(";")[0])) {
                faults.add(operation.id() + ": answers as " + answer.type());
            }
            return null;
        }
        if (schema.isMissingNode()) {
            if (!answer.text().isEmpty()) {
                faults.add(operation.id() + ": answers something, but no schema is told");
            }
            return null;
        }
        if (!answer.type().startsWith("application/json")) {
            faults.add(operation.id() + ": answers as " + answer.type());
        }
        JsonNode body = json.readTree(answer.text());
        fits(operation.id() + " response", schema, body);
        return body;
    }

    private Answer send(Operation operation, String role) throws Exception {
        ObjectNode values = json.createObjectNode();
        operation.told().path("parameters").forEach(parameter -> {
            if (parameter.has("example")) {
                values.set(parameter.path("name").asText(), parameter.path("example"));
            }
        });
        examples.path(operation.id()).path("parameters").fields().forEachRemaining(each -> values.set(each.getKey(), each.getValue()));
        if (operation.id().equals("revokeToken")) {
            values.set("id", freshToken(role));
        }
        if (operation.id().equals("endSession")) {
            values.set("id", freshSession(role));
        }
        String address = operation.path();
        StringBuilder query = new StringBuilder();
        List<String> headers = new ArrayList<>();
        for (JsonNode parameter : operation.told().path("parameters")) {
            String name = parameter.path("name").asText();
            String value = values.path(name).asText();
            switch (parameter.path("in").asText()) {
                case "path" -> address = address.replace("{" + name + "}", value);
                case "header" -> headers.addAll(List.of(name, value));
                default -> {
                    if (values.has(name)) {
                        query.append(query.isEmpty() ? "?" : "&").append(name).append("=")
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                    }
                }
            }
        }
        JsonNode sent = examples.path(operation.id()).path("request");
        boolean takes = operation.told().has("requestBody");
        if (takes && sent.isMissingNode()) {
            faults.add(operation.id() + ": has no example of a request");
        }
        JsonNode content = operation.told().at("/requestBody/content");
        if (takes && !content.has("application/json")) {
            return bytes(operation.method().toUpperCase(), address + query, role, content.fieldNames().next(), sent.asText());
        }
        return call(operation.method().toUpperCase(), address + query, role, takes ? sent.toString() : null, headers, form(operation));
    }

    /** JSON, or the form in which alone it answers, with the refusals as JSON. */
    private static String form(Operation operation) {
        JsonNode forms = operation.told().at("/responses/200/content");
        return forms.isEmpty() || forms.has("application/json") ? "application/json" : forms.fieldNames().next() + ", application/json;q=0.5";
    }

    /** Something that is no JSON; in the file it stands in base64. */
    private Answer bytes(String method, String address, String role, String type, String base64) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + people.path(role).path("token").asText())
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(Base64.getDecoder().decode(base64)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    /** The name of a token that is made for the purpose: no two demonstrations have the same. */
    private JsonNode freshToken(String role) throws Exception {
        Answer made = call("POST", "/api/v1/people/me/tokens", role, "{\"label\": \"to be ended\"}", List.of());
        return json.readTree(made.text()).at("/token/id");
    }

    /** The name of a session in a browser, which is made for the purpose. */
    private JsonNode freshSession(String role) throws Exception {
        URI signIn = URI.create("http://localhost:" + port + "/login");
        HttpResponse<String> page = http.send(HttpRequest.newBuilder(signIn).build(), HttpResponse.BodyHandlers.ofString());
        Matcher key = Pattern.compile("name=\"_sign_in\" value=\"([^\"]+)\"").matcher(page.body());
        if (!key.find()) {
            throw new IllegalStateException("The page to sign in has no form");
        }
        JsonNode person = people.path(role);
        String typed = "_sign_in=" + encoded(key.group(1)) + "&_name=" + encoded(person.path("name").asText())
                + "&_password=" + encoded(person.path("password").asText());
        HttpRequest form = HttpRequest.newBuilder(signIn)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", page.headers().firstValue("Set-Cookie").orElse("").split(";")[0])
                .POST(HttpRequest.BodyPublishers.ofString(typed))
                .build();
        http.send(form, HttpResponse.BodyHandlers.discarding());
        Answer sessions = call("GET", "/api/v1/people/me/sessions", role, null, List.of());
        return json.readTree(sessions.text()).at("/rows/0/id");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer call(String method, String address, String role, String body, List<String> headers) throws Exception {
        return call(method, address, role, body, headers, "application/json");
    }

    private Answer call(String method, String address, String role, String body, List<String> headers, String accept) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", accept)
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (role != null) {
            request.header("Authorization", "Bearer " + people.path(role).path("token").asText());
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    // What is answered, against the schema and against the example ---------------------------------------------------

    private void fits(String where, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            fits(where, api.at(schema.path("$ref").asText().substring(1)), value);
            return;
        }
        if (schema.has("anyOf")) {
            JsonNode one = schema.path("anyOf").get(value.isNull() ? schema.path("anyOf").size() - 1 : 0);
            fits(where, one, value);
            return;
        }
        if (!types(schema).isEmpty() && types(schema).stream().noneMatch(type -> isOf(type, value))) {
            faults.add(where + ": " + value + " is not " + types(schema));
            return;
        }
        if (schema.has("enum") && !value.isNull() && !contains(schema.path("enum"), value)) {
            faults.add(where + ": " + value + " is none of " + schema.path("enum"));
        }
        schema.path("required").forEach(name -> {
            if (value.isObject() && !value.has(name.asText())) {
                faults.add(where + ": lacks " + name.asText());
            }
        });
        if (value.isObject()) {
            value.fields().forEachRemaining(field -> {
                JsonNode property = schema.path("properties").path(field.getKey());
                if (property.isMissingNode() && schema.path("additionalProperties").isObject()) {
                    property = schema.path("additionalProperties");
                }
                if (property.isMissingNode()) {
                    faults.add(where + ": has an untold field " + field.getKey());
                } else {
                    fits(where + "/" + field.getKey(), property, field.getValue());
                }
            });
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            fits(where + "/" + i, schema.path("items"), value.get(i));
        }
    }

    private static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(each -> types.add(each.asText()));
        } else if (schema.has("type")) {
            types.add(schema.path("type").asText());
        }
        return types;
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "null" -> value.isNull();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
    }

    private static boolean contains(JsonNode all, JsonNode value) {
        for (JsonNode each : all) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** The schema of its good answer. */
    private static JsonNode answered(Operation operation) {
        for (Map.Entry<String, JsonNode> each : operation.told().path("responses").properties()) {
            if (each.getKey().startsWith("2")) {
                return each.getValue().path("content").path("application/json").path("schema");
            }
        }
        return NullNode.instance;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode one = schema.has("anyOf") ? schema.path("anyOf").get(0) : schema;
        return one.has("$ref") ? api.at(one.path("$ref").asText().substring(1)) : one;
    }

    /** The same fields with the same kinds of value; null goes with all, and the keys of a map are what they are. */
    private void shape(String where, JsonNode told, JsonNode shown, JsonNode real) {
        JsonNode schema = resolved(told);
        if (shown.isNull() || real.isNull()) {
            return;
        }
        if (shown.getNodeType() != real.getNodeType()) {
            faults.add(where + ": the example has " + shown.getNodeType() + ", the answer " + real.getNodeType());
        } else if (shown.isObject()) {
            Set<String> names = new HashSet<>();
            shown.fieldNames().forEachRemaining(names::add);
            real.fieldNames().forEachRemaining(names::add);
            names.stream()
                    .filter(name -> !schema.path("additionalProperties").isObject() || shown.has(name) && real.has(name))
                    .forEach(name -> shape(
                            where + "/" + name, schema.path("properties").path(name), shown.path(name), real.path(name)));
        } else if (shown.isArray() && !shown.isEmpty()) {
            for (JsonNode each : real) {
                shape(where + "/0", schema.path("items"), shown.get(0), each);
            }
        }
    }

    // Writing the answers down ----------------------------------------------------------------------------------------

    /** All codes that the demonstration laid out; another one was made by an example, and is another each time. */
    private void collectCodes() throws Exception {
        for (String noun : List.of("allocations", "balances", "deliveries", "dispatches", "donations", "donors", "drives", "lots",
                "movements", "needs", "pictures", "places", "recipients", "sortings", "thanks", "people/me", "funds", "kits",
                "works", "sales", "takings", "pass-ons", "purchases", "refunds", "pay-outs", "transfers", "exchanges",
                "containers", "holds", "moves", "stocktakes", "write-offs", "shipments", "partners",
                "programmes", "plans", "referrals", "wish-lists", "reports")) {
            for (String after = ""; after != null; ) {
                Answer page = call("GET", "/api/v1/" + noun + "?limit=500" + after, "coordinator", null, List.of());
                Matcher codes = ANY_CODE.matcher(page.text());
                while (codes.find()) {
                    laid.add(codes.group());
                }
                JsonNode next = json.readTree(page.text()).path("next");
                after = next.isTextual() ? "&after=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8) : null;
            }
        }
    }

    /** Takes out of an answer what is another on another day. */
    private final class Stable {
        private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\dT.*Z";
        private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
        private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
        private final long days = DAY.toEpochDay() - LocalDate.now(ALMATY).toEpochDay();

        JsonNode of(JsonNode real, JsonNode shown, String sent) {
            if (real.isObject()) {
                ObjectNode all = json.createObjectNode();
                real.fields().forEachRemaining(
                        each -> all.set(each.getKey(), of(each.getValue(), shown.path(each.getKey()), sent)));
                return all;
            }
            if (real.isArray()) {
                ArrayNode all = json.createArrayNode();
                for (int i = 0; i < real.size(); i++) {
                    all.add(of(real.get(i), shown.path(i), sent));
                }
                return all;
            }
            return real.isTextual() ? TextNode.valueOf(text(real.asText(), shown.asText(), sent)) : real.isNull() ? NullNode.instance : real;
        }

        private String text(String real, String shown, String sent) {
            if (sent.contains("\"" + real + "\"")) {
                return real;
            }
            if (real.matches(MOMENT)) {
                return moment(Instant.parse(real));
            }
            if (real.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return LocalDate.parse(real).plusDays(days).toString();
            }
            if (real.matches("\\d{4}-\\d\\d")) {
                return "2026-10";
            }
            if (real.matches("[0-9a-f]{16}")) {
                return "0123456789abcdef";
            }
            if (real.matches("kt_[A-Za-z0-9_-]{43}")) {
                return "kt_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
            }
            String here = dated(real).replace("http://localhost:" + port, "http://localhost:8090");
            Matcher codes = ANY_CODE.matcher(here);
            while (codes.find()) {
                if (!laid.contains(codes.group()) && shown.length() == here.length()
                        && ANY_CODE.matcher(shown.substring(codes.start(), codes.end())).matches()) {
                    here = here.replace(codes.group(), shown.substring(codes.start(), codes.end()));
                }
            }
            return here;
        }

        /** Days and months in sentences. */
        private String dated(String sentence) {
            DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
            return Pattern.compile("\\d{1,2} [A-Z][a-z]{2,3} \\d{4}")
                    .matcher(sentence)
                    .replaceAll(found -> day.format(LocalDate.parse(found.group(), day).plusDays(days)))
                    .replaceAll("in [A-Z][a-z]+ \\d{4}", "in October 2026");
        }

        /** What the clock said has fractions; what the demonstration chose has a time of its own. */
        private String moment(Instant real) {
            Instant same = real.plus(Duration.ofDays(days));
            return real.getNano() == 0
                    ? same.toString()
                    : LocalDate.ofInstant(same, ALMATY) + "T04:00:00Z";
        }
    }

    // The demonstration -----------------------------------------------------------------------------------------------

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
                "KINDTRAIL_PORT", String.valueOf(port), "KINDTRAIL_DATA", data.toString(), "KINDTRAIL_DEMO", "true"));
        File log = data.resolve("log").toFile();
        service = builder.redirectErrorStream(true).redirectOutput(log).start();
        Path told = data.resolve("demo.json");
        for (int waited = 0; waited < 240_000; waited += 200) {
            if (!service.isAlive()) {
                throw new IllegalStateException("The demonstration did not start:\n" + Files.readString(log.toPath()));
            }
            if (Files.exists(told) && answers()) {
                people = json.readTree(told.toFile()).path("people");
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("The demonstration took too long:\n" + Files.readString(log.toPath()));
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/drives")).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 401;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void end() throws IOException, InterruptedException {
        if (service != null) {
            service.destroy();
            service.waitFor();
        }
        try (Stream<Path> all = Files.walk(data)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
