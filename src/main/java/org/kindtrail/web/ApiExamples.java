package org.kindtrail.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * Examples for the description of the API, from {@code openapi/examples.yaml}: by operationId, {@code parameters} by name,
 * the {@code request} and the {@code response} as they went over the line.
 */
final class ApiExamples {
    private static final String FILE = "/openapi/examples.yaml";
    private final Map<String, Map<String, Object>> byOperation;

    private ApiExamples(Map<String, Map<String, Object>> byOperation) {
        this.byOperation = byOperation;
    }

    static ApiExamples load() {
        try (InputStream in = ApiExamples.class.getResourceAsStream(FILE)) {
            return new ApiExamples(new YAMLMapper().readValue(in, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    void addTo(Operation operation) {
        Map<String, Object> example = byOperation.get(operation.getOperationId());
        if (example == null) {
            return;
        }
        if (example.get("parameters") instanceof Map<?, ?> values && operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> values.containsKey(parameter.getName()))
                    .forEach(parameter -> parameter.setExample(values.get(parameter.getName())));
        }
        if (example.containsKey("request") && operation.getRequestBody() != null) {
            show(ApiDescription.json(operation.getRequestBody().getContent()), example.get("request"));
        }
        if (example.containsKey("response")) {
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    show(ApiDescription.json(response.getContent()), example.get("response"));
                }
            });
        }
    }

    private static void show(MediaType content, Object example) {
        if (content != null) {
            content.setExample(example);
        }
    }
}
