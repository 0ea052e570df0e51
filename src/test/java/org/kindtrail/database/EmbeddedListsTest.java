package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"donations", "sortings", "needs", "dispatches", "sales"})
    void isReadInTheOrderOfItsIndex(String list) throws SQLException {
        AnOrganisation.House house = organisations.open();
        List<String> asked = RoundTrips.during(() -> assertThat(
                                house.program(Role.COORDINATOR).get("/api/v1/" + list).statusCode())
                        .isEqualTo(200))
                .sql()
                .stream()
                .filter(each -> each.contains("organisation_id desc"))
                .toList();
        assertThat(asked).as(list).hasSize(1);
        assertThat(plan(asked.get(0))).as(list).contains("index sorted");
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
