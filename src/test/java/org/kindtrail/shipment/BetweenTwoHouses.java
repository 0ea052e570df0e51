package org.kindtrail.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.kindtrail.account.Role;
import org.kindtrail.stock.Verification;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.InJson;

/** A house that sends and one that receives, and what both do over REST. */
abstract class BetweenTwoHouses {
    @Inject
    AnOrganisation organisations;

    @Inject
    PackedBoxes boxes;

    @Inject
    DataSource connections;

    AnOrganisation.House sender;
    AnOrganisation.House receiver;

    @BeforeEach
    void open() {
        sender = organisations.open();
        receiver = organisations.open();
    }

    static ValidatableResponse post(AnOrganisation.House house, String path, Object body) {
        return house.program(Role.COORDINATOR).body(body).post("/api/v1" + path).then();
    }

    static ValidatableResponse get(AnOrganisation.House house, String path) {
        return house.program(Role.VOLUNTEER).get("/api/v1" + path).then();
    }

    String proposed(AnOrganisation.House from, String to) {
        return InJson.found(post(from, "/shipments", Map.of("to", to, "about", "Beds & <b>clothes</b>", "remark", "from the back room"))
                .statusCode(201)
                .extract(), "code");
    }

    /** The path of a shipment that is agreed and has these on its list. */
    String agreed(List<String> containers) {
        String path = "/shipments/" + proposed(sender, receiver.code);
        post(receiver, path + "/agree", "").statusCode(200);
        post(sender, path + "/lines", Map.of("containers", containers)).statusCode(200);
        return path;
    }

    String departed(List<String> containers) {
        String path = agreed(containers);
        post(sender, path + "/depart", Map.of()).statusCode(200);
        return path;
    }

    void adds() throws Exception {
        try (Connection connection = connections.getConnection()) {
            Verification.Result result = Verification.of(connection);
            assertThat(result.first()).as("differences").isEmpty();
        }
    }
}
