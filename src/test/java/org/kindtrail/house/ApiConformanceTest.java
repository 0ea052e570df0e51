package org.kindtrail.house;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.Wire;

/**
 * Whatever is sent to an operation, it answers as openapi.yaml says: with a status that stands there, never with a fault of
 * its own, and with a problem that can be read. Repeat a run with {@code -Dkindtrail.test.seed=}, which a failure names.
 */
@Tag("strict")
@HouseTest
class ApiConformanceTest {
    private static final int BAD_BODIES = 25;
    private static final String EMPTY = "";

    @Inject
    AnOrganisation organisations;

    private final ObjectMapper json = new ObjectMapper();
    /** The same nonsense each time, so that a build tells of what was changed; -Dkindtrail.test.seed=... tries other. */
    private final long seed = Long.getLong("kindtrail.test.seed", 20261122);
    private final Random random = new Random(seed);
    private final List<String> faults = new ArrayList<>();
    private final Set<String> types = new TreeSet<>();
    private JsonNode api;
    private AnOrganisation.House house;
    private AnOrganisation.House other;

    /** An operation, and who may. */
    private record Door(String method, String path, JsonNode told, Role role) {
        boolean open() {
            return role == null;
        }

        boolean takesABody() {
            return told.has("requestBody");
        }

        /** What it is sent: JSON, or where it takes none the first that it does take. */
        String type() {
            JsonNode content = told.at("/requestBody/content");
            return content.isEmpty() || content.has("application/json") ? "application/json" : content.fieldNames().next();
        }
    }

    @BeforeEach
    void open() throws IOException {
        api = OpenApiTest.committed();
        house = organisations.open();
        other = organisations.open();
    }

    private List<Door> doors() {
        return OpenApiTest.operations(api).stream()
                .map(each -> {
                    String[] name = each.name().split(" ");
                    return new Door(name[0], name[1], each.node(), role(each.node()));
                })
                .toList();
    }

    /** The lowest role that may; null when no sign-in is needed. */
    private static Role role(JsonNode told) {
        if (told.path("security").isEmpty()) {
            return null;
        }
        String description = told.path("description").asText();
        for (Role role : Role.values()) {
            if (description.contains("For " + role.word() + "s.")) {
                return role;
            }
        }
        return Role.VOLUNTEER;
    }

    @Test
    void whoMayNotIsToldSo() {
        for (Door door : doors()) {
            if (door.open()) {
                continue;
            }
            String path = door.path().replaceAll("\\{line}", "1").replaceAll("\\{[a-z]+}", "x");
            Answer stranger = wire(path, null, "application/json").send(door.method().toUpperCase(), null);
            check(door, "without a token", null, stranger);
            assertThat(stranger.statusCode()).as(door.method() + " " + path).isEqualTo(401);
            if (door.told().path("responses").has("403")) {
                Role lower = door.role() == Role.ADMINISTRATOR || door.role() == Role.VOLUNTEER
                        ? Role.VOLUNTEER
                        : Role.values()[door.role().ordinal() - 1];
                Answer refused = wire(path, lower, "application/json").send(door.method().toUpperCase(), null);
                check(door, "as a " + lower.word(), null, refused);
                if (lower != door.role()) {
                    assertThat(refused.statusCode()).as(door.method() + " " + path).isEqualTo(403);
                }
            }
        }
        assertNoFaults();
    }

    @Test
    void parametersThatMakeNoSenseAreRefused() {
        String fund = house.program(Role.COORDINATOR)
                .body(Map.of("name", "Winter", "purpose", "Warm things"))
                .post("/api/v1/funds")
                .as(InJson.class, InJson.READ)
                .getString("code");
        for (Door door : doors()) {
            String there = door.path().replaceFirst("funds/\\{code}", "funds/" + fund).replaceAll("\\{[a-z]+}", "x");
            for (String path : paths(door)) {
                send(door, path, door.takesABody() ? "{}" : null);
            }
            door.told().path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    for (String value : values()) {
                        String asked = there + "?" + parameter.path("name").asText() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
                        byte[] body = door.takesABody() ? "{}".getBytes(StandardCharsets.UTF_8) : null;
                        Answer answer = wire(asked, door.role(), door.type()).send(door.method().toUpperCase(), body);
                        check(door, "?" + parameter.path("name").asText() + "=" + value, null, answer);
                    }
                }
            });
        }
        assertNoFaults();
    }

    @Test
    void bodiesThatMakeNoSenseAreRefused() throws IOException {
        for (Door door : doors()) {
            if (!door.takesABody()) {
                continue;
            }
            JsonNode schema = door.told().at("/requestBody/content/application~1json/schema");
            String path = paths(door).get(0);
            List<String> bodies = new ArrayList<>(List.of(
                    EMPTY, "null", "[]", "7", "\"text\"", "{", "{\"a\"", "{}{}", "{\"none\": 1}", "{\"a\":".repeat(500) + "1" + "}".repeat(500), "[".repeat(1000)));
            for (int i = 0; i < BAD_BODIES; i++) {
                JsonNode body = value(schema);
                spoil(body);
                bodies.add(json.writeValueAsString(body));
            }
            for (String body : bodies) {
                send(door, path, body);
            }
            Answer text = wire(path, door.role(), "text/plain").send(door.method().toUpperCase(), "{}".getBytes(StandardCharsets.UTF_8));
            check(door, "as text/plain", null, text);
            assertThat(text.statusCode()).as(door.method() + " " + path + " as text/plain").isEqualTo(415);
            Answer form = wire(path, door.role(), "application/x-www-form-urlencoded")
                    .send(door.method().toUpperCase(), "a=b".getBytes(StandardCharsets.UTF_8));
            check(door, "as a form", null, form);
        }
        assertNoFaults();
    }

    /** @param role of the program that asks; null: of nobody */
    private Wire wire(String path, Role role, String type) {
        return Wire.to(path)
                .token(role == null ? null : house.token(role))
                .header("Content-Type", type)
                .header("Accept", "application/json");
    }

    private void send(Door door, String path, String body) {
        byte[] sent = body == null || body.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8);
        Answer answer = wire(path, door.role(), "application/json").send(door.method().toUpperCase(), sent);
        check(door, path, body, answer);
    }

    /** Addresses of nothing. Strangers' wrong guesses are counted, and other tests guess too: a mistyped key is not one. */
    private List<String> paths(Door door) {
        List<String> paths = new ArrayList<>();
        List<String> values = new ArrayList<>(values());
        values.add(other.shelfA);
        values.add(other.nameOf(Role.VOLUNTEER));
        values.removeIf(String::isEmpty);
        for (String value : door.open() ? List.of("x") : values) {
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            paths.add(door.path().replaceAll("\\{[a-z]+}", encoded));
            if (!door.path().contains("{")) {
                break;
            }
        }
        return paths;
    }

    private static List<String> values() {
        return List.of(
                "x", EMPTY, "-1", "0", "501", "99999999999999999999", "true", "N-0000-0001", "V-0000-0000", "٣", "\u0000", "\uD83D\uDE00",
                "a b", "<b>{config:x}", "9".repeat(2000), "AAAAAAAAAAAAAAAAAAAAAA");
    }

    // Bodies ------------------------------------------------------------------------------------------------------

    /** What an operation could be sent, made of the schema's own examples. */
    private JsonNode value(JsonNode schema) {
        if (schema.has("$ref")) {
            return value(api.at(schema.path("$ref").asText().substring(1)));
        }
        if (schema.has("anyOf")) {
            return value(schema.path("anyOf").get(0));
        }
        String type = schema.path("type").isArray() ? schema.path("type").get(0).asText() : schema.path("type").asText();
        if (type.equals("object")) {
            ObjectNode all = json.createObjectNode();
            schema.path("properties").fields().forEachRemaining(each -> {
                if (contains(schema.path("required"), each.getKey()) || random.nextBoolean()) {
                    all.set(each.getKey(), value(each.getValue()));
                }
            });
            return all;
        }
        if (type.equals("array")) {
            return json.createArrayNode().add(value(schema.path("items")));
        }
        if (schema.path("examples").size() > 0) {
            return schema.path("examples").get(0).deepCopy();
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (type) {
            case "integer" -> json.getNodeFactory().numberNode(1);
            case "boolean" -> json.getNodeFactory().booleanNode(true);
            default -> json.getNodeFactory().textNode(
                    switch (schema.path("format").asText()) {
                        case "date" -> "2026-11-01";
                        case "date-time" -> "2026-11-01T08:00:00Z";
                        default -> "text";
                    });
        };
    }

    private static boolean contains(JsonNode all, String value) {
        for (JsonNode each : all) {
            if (each.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** One thing in it is made wrong, at any depth. */
    private void spoil(JsonNode body) {
        if (body instanceof ArrayNode array && !array.isEmpty()) {
            if (array.get(0).isContainerNode() && random.nextInt(4) > 0) {
                spoil(array.get(0));
            } else {
                array.set(0, wrong());
            }
        } else if (body instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (object.get(name).isContainerNode() && random.nextInt(4) > 0) {
                spoil(object.get(name));
            } else {
                switch (random.nextInt(8)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.put(name + "Anew", 1);
                    default -> object.set(name, wrong());
                }
            }
        }
    }

    private JsonNode wrong() {
        var nodes = json.getNodeFactory();
        return switch (random.nextInt(20)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.textNode(EMPTY);
            case 2 -> nodes.textNode(" ");
            case 3 -> nodes.numberNode(0);
            case 4 -> nodes.numberNode(-1);
            case 5 -> nodes.numberNode(1_000_000_000_000L);
            case 6 -> nodes.numberNode(BigInteger.TWO.pow(63));
            case 7 -> nodes.numberNode(1.5);
            case 8 -> nodes.textNode("1.5");
            case 9 -> nodes.textNode("٣");
            case 10 -> nodes.booleanNode(random.nextBoolean());
            case 11 -> nodes.arrayNode();
            case 12 -> nodes.objectNode();
            case 13 -> nodes.arrayNode().add(nodes.nullNode());
            case 14 -> nodes.textNode("x".repeat(10_000));
            case 15 -> nodes.textNode("<b>{config:x}");
            case 16 -> nodes.textNode("\u0000");
            case 17 -> nodes.textNode("V-0000-0000");
            case 18 -> nodes.textNode(other.shelfA);
            default -> nodes.textNode("1999-12-31");
        };
    }

    // Answers -----------------------------------------------------------------------------------------------------

    private void check(Door door, String where, String body, Answer answer) {
        int status = answer.statusCode();
        String fault = null;
        if (status >= 500) {
            fault = "a fault of the service";
        } else if (!door.told().path("responses").has(String.valueOf(status))
                && !answer.asString().contains("/problems/method-not-allowed")
                && !isAnotherAddress(door, where)) {
            fault = "is not documented";
        } else if (status >= 400) {
            fault = problem(door, body, answer);
        }
        if (fault != null) {
            faults.add("%s %s: %s %d, sent %s, got %s".formatted(
                    door.method(), where.startsWith("/") ? where : door.path() + " " + where, fault, status, shortened(body), shortened(answer.asString())));
        }
    }

    /** A value that ends a part of the address leads elsewhere. */
    private static boolean isAnotherAddress(Door door, String where) {
        return where.startsWith("/") && where.split("/").length != door.path().split("/").length;
    }

    private String problem(Door door, String body, Answer answer) {
        if (!answer.contentType().startsWith("application/problem+json")) {
            return "is no problem+json";
        }
        try {
            JsonNode problem = json.readTree(answer.asString());
            types.add(problem.path("type").asText());
            if (problem.path("status").asInt() != answer.statusCode() || problem.path("detail").asText().isBlank()) {
                return "tells another status or nothing";
            }
            for (JsonNode error : problem.path("errors")) {
                if (!names(door, body, error.path("pointer").asText())) {
                    return "points to " + error.path("pointer").asText() + ", which is nothing";
                }
            }
            return null;
        } catch (IOException notJson) {
            return "is not JSON";
        }
    }

    /** Whether the pointer is to a field that could be sent or was sent, or to a parameter. */
    private boolean names(Door door, String body, String pointer) throws IOException {
        if (pointer.isEmpty() || pointer.equals("/")) {
            return true;
        }
        for (JsonNode parameter : door.told().path("parameters")) {
            if (pointer.equals("/" + parameter.path("name").asText()) || pointer.equals(parameter.path("name").asText())) {
                return true;
            }
        }
        JsonNode schema = door.told().at("/requestBody/content/application~1json/schema");
        for (String step : pointer.substring(1).split("/")) {
            schema = under(schema, step);
        }
        if (!schema.isMissingNode()) {
            return true;
        }
        try {
            return body != null && !json.readTree(body).at(pointer).isMissingNode();
        } catch (com.fasterxml.jackson.core.JsonProcessingException cut) {
            return true;
        }
    }

    private JsonNode under(JsonNode schema, String step) {
        if (schema.has("$ref")) {
            return under(api.at(schema.path("$ref").asText().substring(1)), step);
        }
        if (schema.has("anyOf")) {
            return under(schema.path("anyOf").get(0), step);
        }
        return step.matches("\\d+") ? schema.path("items") : schema.path("properties").path(step);
    }

    private static String shortened(String text) {
        return text == null || text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }

    private void assertNoFaults() {
        assertThat(faults).as("seed " + seed).isEmpty();
        assertThat(types).isNotEmpty().allSatisfy(
                type -> given().accept("text/html").get(type).then().statusCode(200));
    }
}
