package org.kindtrail.house;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.HouseTest;

/** The description of the API says what the service says, and says enough. */
@Tag("once")
@HouseTest
class OpenApiTest {
    record Operation(String name, JsonNode node) {}

    static JsonNode committed() throws IOException {
        return new YAMLMapper().readTree(Path.of("openapi.yaml").toFile());
    }

    static List<Operation> operations(JsonNode api) {
        List<Operation> all = new ArrayList<>();
        api.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            if (method.getValue().has("responses")) {
                all.add(new Operation(method.getKey() + " " + path.getKey(), method.getValue()));
            }
        }));
        return all;
    }

    private static List<String> those(Predicate<JsonNode> fault) throws IOException {
        List<Operation> all = operations(committed());
        assertThat(all).isNotEmpty();
        return all.stream().filter(each -> fault.test(each.node())).map(Operation::name).toList();
    }

    @Test
    void theFileIsWhatTheServiceSays() throws IOException {
        String served = given().accept("application/yaml")
                .get("/q/described")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(committed())
                .as("openapi.yaml is another than the service's: run scripts/openapi")
                .isEqualTo(new YAMLMapper().readTree(served));
    }

    @Test
    void theServiceGivesTheFileInBothWritings() throws IOException {
        String yaml = given().get("/q/openapi").then().statusCode(200).contentType("application/yaml").extract().asString();
        assertThat(yaml).isEqualTo(Files.readString(Path.of("openapi.yaml")));
        String json = given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();
        assertThat(new ObjectMapper().readTree(json)).isEqualTo(committed());
        given().get("/q/openapi?format=json").then().statusCode(200).contentType("application/json");
        given().head("/q/openapi").then().statusCode(200);
    }

    @Test
    void everyOperationHasANameOfItsOwnAndASummary() throws IOException {
        assertThat(those(each -> each.path("operationId").asText().isBlank())).isEmpty();
        assertThat(those(each -> each.path("summary").asText().isBlank())).isEmpty();
        assertThat(operations(committed())).extracting(each -> each.node().path("operationId").asText()).doesNotHaveDuplicates();
    }

    @Test
    void everyOperationSaysWhoMay() throws IOException {
        assertThat(those(each -> !each.has("security"))).isEmpty();
        assertThat(those(each -> !each.path("description").asText().matches("(?s).*(For |Needs no sign-in).*")))
                .isEmpty();
    }

    @Test
    void everyOperationSaysWhatItAnswersAndWhatItRefuses() throws IOException {
        assertThat(those(each -> each.path("responses").properties().stream()
                        .noneMatch(answer -> answer.getKey().matches("[23]..") && answer.getValue().has("description"))))
                .as("operations without an answer")
                .isEmpty();
        assertThat(those(each -> (each.has("requestBody") || each.has("parameters"))
                        && each.path("responses").properties().stream().noneMatch(answer -> answer.getKey().startsWith("4"))))
                .as("operations without a refusal")
                .isEmpty();
    }

    @Test
    void everyRefusalIsAProblem() throws IOException {
        JsonNode api = committed();
        assertThat(operations(api)).allSatisfy(operation -> operation.node().path("responses").properties().forEach(answer -> {
            if (answer.getKey().matches("[45]..")) {
                String reference = answer.getValue().path("$ref").asText();
                JsonNode told = reference.isEmpty() ? answer.getValue() : api.at(reference.substring(1));
                assertThat(told.at("/content/application~1problem+json/schema/$ref").asText())
                        .as(operation.name() + " " + answer.getKey())
                        .isEqualTo("#/components/schemas/Problem");
                assertThat(told.path("description").asText()).contains("/problems/");
            }
        }));
    }

    @Test
    void onlyTheApiIsDescribed() throws IOException {
        JsonNode api = committed();
        assertThat(operations(api)).allSatisfy(each -> assertThat(each.name()).contains(" /api/v1/"));
        String text = api.toString();
        List<String> unused = new ArrayList<>();
        api.at("/components/schemas").fieldNames().forEachRemaining(name -> {
            if (!text.contains("\"#/components/schemas/" + name + "\"")) {
                unused.add(name);
            }
        });
        assertThat(unused).as("schemas that nothing uses").isEmpty();
    }
}
