package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation.House;

/** The REST doors of a house, as its programs use them: every request to change something bears a key of its own. */
record Doors(House house) {
    /** Sends it and answers with what came back, which must be good news. */
    JsonPath post(Role role, String path, Object body) {
        return good(path, send(role, path, body, UUID.randomUUID().toString()));
    }

    Response send(Role role, String path, Object body, String key) {
        return house.program(role).header("Idempotency-Key", key).body(body).post("/api/v1/" + path);
    }

    /** One press: nothing is to be said beyond the address. */
    JsonPath press(Role role, String path) {
        return post(role, path, Map.of());
    }

    JsonPath get(Role role, String path) {
        return good(path, house.program(role).get("/api/v1/" + path));
    }

    static JsonPath good(String path, Response answer) {
        assertThat(answer.statusCode()).as("%s: %s", path, answer.asString()).isIn(200, 201);
        return answer.jsonPath();
    }
}
