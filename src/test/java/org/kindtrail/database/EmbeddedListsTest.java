package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.RoundTrips;

/** Lists that grow for ever are read from the end of an index, not sorted whole; the embedded engine does so only when it is asked rightly. */
@HouseTest
@Tag("once")
class EmbeddedListsTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    AgroalDataSource database;

    /**
     * Those that are sorted. What expires soon begins with the places of the organisation, and its order stands in another table.
     * Sites and shelves stand by the name of the site, and are some hundreds. The pages for whoever asks for help are a few. Whose
     * names are due to be erased is asked for once a month.
     */
    private static final Set<String> SORTED = Set.of("/api/v1/expiring", "/api/v1/get-help", "/api/v1/places", "/api/v1/retention/due");

    @TestFactory
    Stream<DynamicTest> isReadInTheOrderOfItsIndex() throws IOException {
        AnOrganisation.House house = organisations.open();
        List<String> lists = lists();
        assertThat(lists).hasSizeGreaterThan(40).containsAll(SORTED);
        return lists.stream().filter(list -> !SORTED.contains(list)).map(list -> DynamicTest.dynamicTest(list, () -> {
            List<String> asked = RoundTrips.during(() -> assertThat(house.program(Role.COORDINATOR).get(list).statusCode()).isIn(200, 403))
                    .sql()
                    .stream()
                    .filter(each -> each.contains(" order by ") && each.contains(" fetch first "))
                    .toList();
            for (String each : asked) {
                assertThat(plan(each).split("index sorted", -1)).as(each).hasSameSizeAs(each.split(" order by ", -1));
            }
        }));
    }

    /** The lists of the description that go on from where a page ended, but for those inside of one thing. */
    private static List<String> lists() throws IOException {
        JsonNode paths = new YAMLMapper().readTree(Path.of("openapi.yaml").toFile()).get("paths");
        return paths.properties().stream()
                .filter(path -> !path.getKey().contains("{"))
                .filter(path -> path.getValue().at("/get/parameters").findValuesAsText("name").contains("after"))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void soIsWhatThePageABagIsRecordedOnProposes() throws SQLException {
        AnOrganisation.House house = organisations.open();
        Browser browser = house.browser(Role.VOLUNTEER);
        List<String> asked = RoundTrips.during(() -> browser.open("/record")).sql().stream()
                .filter(each -> each.contains("from donation ") && each.contains(" desc"))
                .toList();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(asked).hasSize(2);
        for (String each : asked) {
            assertThat(plan(each)).contains("index sorted");
        }
    }

    private String plan(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement explained = connection.prepareStatement("explain " + sql)) {
            int parameters = explained.getParameterMetaData().getParameterCount();
            for (int i = 1; i <= parameters; i++) {
                explained.setInt(i, 1);
            }
            try (ResultSet plan = explained.executeQuery()) {
                plan.next();
                return plan.getString(1);
            }
        }
    }
}
