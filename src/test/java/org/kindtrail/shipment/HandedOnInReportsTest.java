package org.kindtrail.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.report.AskReport;
import org.kindtrail.report.ReportData;
import org.kindtrail.report.ReportService;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;

/** What changes hands in containers, without a movement, is handed on by one and taken over by the other in their reports. */
@HouseTest
class HandedOnInReportsTest extends BetweenTwoHouses {
    @Inject
    ReportService reports;

    private ReportData.Goods jumpers(AnOrganisation.House house) {
        LocalDate today = LocalDate.now();
        return house.as(
                        Role.COORDINATOR,
                        () -> reports.preview(new AskReport(today.minusDays(2), today.plusDays(2), null, null, null, null)))
                .goods()
                .get(0);
    }

    @Test
    void bothBooksAddUpAfterAPalletChangedHandsAndCameBack() throws Exception {
        String pallet = boxes.made(sender, PlaceKind.PALLET, sender.site, 1).get(0);
        List<String> on = boxes.made(sender, PlaceKind.BOX, pallet, 3);
        List<String> lots = boxes.fill(sender, on, 20);
        String path = departed(List.of(pallet));
        post(receiver, path + "/receive", Map.of("place", receiver.shelfA, "containers", List.of(on.get(0), on.get(1)))).statusCode(200);
        post(receiver, path + "/lines/" + on.get(0) + "/count", Map.of("lots", List.of(Map.of("lot", lots.get(0), "received", 18, "damaged", 1))))
                .statusCode(200);
        post(receiver, path + "/finish-receiving", Map.of("takenBy", "keeper")).statusCode(200);
        post(sender, path + "/lost", Map.of("containers", List.of(on.get(2)), "why", "fell off")).statusCode(200);
        ReportData.Goods sent = jumpers(sender);
        assertThat(sent.opening()).isZero();
        assertThat(sent.flows()).containsOnly(Map.entry("received", 60L), Map.entry("handed_on", 40L), Map.entry("lost", 20L));
        assertThat(sent.closing()).isEqualTo(boxes.held(sender)).isZero();
        ReportData.Goods taken = jumpers(receiver);
        assertThat(taken.opening()).isZero();
        assertThat(taken.flows().get("taken_over")).isEqualTo(40);
        assertThat(taken.closing()).isEqualTo(boxes.held(receiver)).isEqualTo(37);
        // A box goes back to whom it came from.
        String back = "/shipments/" + proposed(receiver, sender.code);
        post(sender, back + "/agree", "").statusCode(200);
        post(receiver, back + "/lines", Map.of("containers", List.of(on.get(1)))).statusCode(200);
        post(receiver, back + "/depart", Map.of()).statusCode(200);
        post(sender, back + "/receive", Map.of("place", sender.shelfA, "containers", List.of(on.get(1)))).statusCode(200);
        assertThat(jumpers(sender).flows()).containsEntry("taken_over", 20L);
        assertThat(jumpers(sender).opening()).isZero();
        assertThat(jumpers(sender).closing()).isEqualTo(20);
        assertThat(jumpers(receiver).flows()).containsEntry("handed_on", 20L);
        assertThat(jumpers(receiver).opening()).isZero();
        assertThat(jumpers(receiver).closing()).isEqualTo(17);
        adds();
    }
}
