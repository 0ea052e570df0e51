package org.kindtrail.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever reads the description of the API can try every operation as it stands there. */
@Tag("once")
class OpenApiExamplesTest {
    private final List<OpenApiTest.Operation> operations;

    OpenApiExamplesTest() throws IOException {
        operations = OpenApiTest.operations(OpenApiTest.committed());
    }

    @Test
    void everyActHasAnExampleOfWhatIsSentAndAnswered() {
        List<String> without = new ArrayList<>();
        for (OpenApiTest.Operation operation : operations) {
            if (!operation.name().startsWith("post ") && !operation.name().startsWith("put ")) {
                continue;
            }
            String name = operation.node().path("operationId").asText();
            JsonNode sent = operation.node().at("/requestBody/content/application~1json");
            if (!sent.isMissingNode() && !sent.has("example") && !sent.has("examples")) {
                without.add(name + ": request");
            }
            operation.node().path("responses").properties().forEach(answer -> {
                JsonNode given = answer.getValue().at("/content/application~1json");
                if (answer.getKey().startsWith("2")
                        && !given.isMissingNode()
                        && !given.has("example")
                        && !given.has("examples")) {
                    without.add(name + ": response");
                }
            });
        }
        assertThat(without).as("without an example in openapi/examples.yaml").isEmpty();
    }

    @Test
    void everyAddressHasAnExampleOfItsCode() {
        List<String> without = new ArrayList<>();
        for (OpenApiTest.Operation operation : operations) {
            operation.node().path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("path") && !parameter.has("example")) {
                    without.add(operation.node().path("operationId").asText() + ": " + parameter.path("name").asText());
                }
            });
        }
        assertThat(without).as("without an example in openapi/examples.yaml").isEmpty();
    }

    @Test
    void everyExampleIsOfAnOperation() throws IOException {
        Set<String> known =
                operations.stream().map(each -> each.node().path("operationId").asText()).collect(Collectors.toSet());
        List<String> examples = new ArrayList<>();
        new YAMLMapper()
                .readTree(Path.of("src/main/resources/openapi/examples.yaml").toFile())
                .fieldNames()
                .forEachRemaining(examples::add);
        assertThat(known).containsAll(examples);
    }
}
