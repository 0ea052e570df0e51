package org.kindtrail.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** What is kept as one text. */
@ApplicationScoped
class Json {
    private final ObjectMapper json;

    Json(ObjectMapper json) {
        this.json = json;
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            // Its message may hold what is personal.
            throw new IllegalStateException("A " + value.getClass().getSimpleName() + " cannot be written");
        }
    }

    <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was kept cannot be read");
        }
    }
}
