package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation.House;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.Wire;

/** The REST doors of a house, as its programs use them: every request to change something bears a key of its own. */
record Doors(House house) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Sends it and answers with what came back, which must be good news. */
    InJson post(Role role, String path, Object body) {
        return good(path, send(role, path, body, UUID.randomUUID().toString()));
    }

    Answer send(Role role, String path, Object body, String key) {
        return wire(role, path).header("Idempotency-Key", key).send("POST", json(body));
    }

    private Wire wire(Role role, String path) {
        return Wire.to("/api/v1/" + path)
                .token(house.token(role))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
    }

    private static byte[] json(Object body) {
        try {
            return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One press: nothing is to be said beyond the address. */
    InJson press(Role role, String path) {
        return post(role, path, Map.of());
    }

    InJson get(Role role, String path) {
        return good(path, wire(role, path).get());
    }

    static InJson good(String path, Response answer) {
        assertThat(answer.statusCode()).as("%s: %s", path, answer.asString()).isIn(200, 201);
        return answer.as(InJson.class, InJson.READ);
    }

    static InJson good(String path, Answer answer) {
        assertThat(answer.statusCode()).as("%s: %s", path, answer.asString()).isIn(200, 201);
        return answer.json();
    }
}
