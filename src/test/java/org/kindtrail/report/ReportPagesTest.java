package org.kindtrail.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kindtrail.report.AReportedHouse.at;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.Pdf;
import org.kindtrail.testing.RoundTrips;
import org.kindtrail.testing.StoppedClock;

@HouseTest
class ReportPagesTest {
    @Inject
    AReportedHouse houses;

    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    @TempDir
    Path folder;

    private final StoppedClock clock = new StoppedClock();
    AReportedHouse.Lived here;

    @BeforeEach
    void anAprilOfAHouse() {
        QuarkusMock.installMockForType(clock, Clock.class);
        clock.standAt(at("2026-04-10T10:00"));
        here = houses.open();
        here.receive("jumpers-man", "L", 30);
        here.arrive(here.depart(here.need(here.shelters.get(0), 12, "male adult 11")));
        clock.standAt(at("2026-05-08T10:00"));
    }

    private static String row(Browser browser, String table, String begins) {
        return browser.page().select("#" + table + " tbody tr").stream()
                .map(row -> row.text())
                .filter(text -> text.startsWith(begins))
                .findFirst()
                .orElse("");
    }

    @Test
    void aCoordinatorLooksIssuesAndCorrects() throws Exception {
        Browser coordinator = here.house.browser(Role.COORDINATOR).open("/").click("Reports").click("Make a report");
        assertThat(coordinator.page().getElementById("from").val()).isEqualTo("2026-04-01");
        coordinator.open("/reports/preview?from=2026-04-01&to=2026-04-30&programme=&drive=&region=&category=");
        assertThat(coordinator.heading()).isEqualTo("Before it is issued");
        assertThat(row(coordinator, "statement", "+ received")).isEqualTo("+ received 30");
        assertThat(row(coordinator, "statement", "- given out")).isEqualTo("- given out to recipients 12");
        assertThat(row(coordinator, "statement", "Held when the period ended")).endsWith(" 18");
        assertThat(row(coordinator, "people", "male 18 to 59")).endsWith(" 11");
        assertThat(coordinator.page().select("svg.chart[role=img]"))
                .hasSize(3)
                .allSatisfy(chart -> assertThat(chart.select("title, desc")).hasSizeGreaterThan(1));
        assertThat(coordinator.page().select("[style], script")).isEmpty();
        coordinator.fill("Issue the report").type("Title", "").send();
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.title()).startsWith("Error:");
        var form = coordinator.fill("Issue the report").type("Title", "April <b>{winter}</b>");
        String address = form.send().location();
        assertThat(form.send().location()).isEqualTo(address);
        coordinator.follow();
        assertThat(coordinator.heading()).isEqualTo("April <b>{winter}</b>");
        String issued = coordinator.page().select("section").text();
        files(coordinator, address);
        here.receive("jumpers-man", "L", 5);
        assertThat(coordinator.open(address).page().select("section").text()).isEqualTo(issued);
        String number = coordinator.page().selectFirst(".code").text();
        coordinator.click("Correct it by another report");
        assertThat(coordinator.text()).contains("This report will correct " + number);
        coordinator.open("/reports/preview?from=2026-04-01&to=2026-04-30&corrects=" + number);
        coordinator.fill("Issue the report").send().follow();
        String later = coordinator.page().selectFirst(".code").text();
        assertThat(coordinator.text()).contains("Corrects " + number);
        assertThat(coordinator.open(address).page().selectFirst(".give-back").text()).contains("was corrected by " + later);
        assertThat(Pdf.pages(coordinator.open(address + "/report.pdf").response()).get(0)).contains("corrected by " + later);
        assertThat(organisations.open().browser(Role.COORDINATOR).open(address).status()).isEqualTo(404);
        assertThat(here.house.browser(Role.DISTRIBUTOR).open(address + "/report.xlsx").status()).isEqualTo(403);
    }

    private void files(Browser coordinator, String address) throws Exception {
        String pdf = String.join("\n", Pdf.pages(coordinator.open(address + "/report.pdf").response())).replaceAll("\\s+", "");
        assertThat(pdf).contains("April<b>{winter}</b>", "Heldwhentheperiodended", "Preparedby", "Approvedby", "Peoplehelped");
        assertThat(pdf).doesNotContain("Shelter1");
        assertThat(coordinator.open(address + "/paper").text()).contains("Held when the period ended");
        Map<String, String> parts = new LinkedHashMap<>();
        Path file = Files.write(folder.resolve("report.xlsx"), coordinator.open(address + "/report.xlsx").response().asByteArray());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts.get("xl/workbook.xml")).contains("\"report\"", "\"statement\"", "\"people\"", "\"items\"");
        assertThat(parts.keySet().stream().filter(name -> name.startsWith("xl/worksheets/sheet"))).hasSizeGreaterThan(6);
        assertThat(String.join("", parts.values())).doesNotContain("Shelter 1").doesNotContain("<f>");
    }

    @Test
    void whatCannotBeAskedComesBackWithWhatWasTyped() {
        Browser coordinator = here.house.browser(Role.COORDINATOR).open("/reports/preview?from=2026-04-30&to=2026-04-01&category=tops");
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.page().select(".faults a").eachAttr("href")).containsExactly("#to");
        assertThat(coordinator.page().getElementById("from").val()).isEqualTo("2026-04-30");
        assertThat(coordinator.page().selectFirst("#category option[selected]").val()).isEqualTo("tops");
        assertThat(coordinator.open("/reports/preview?from=%D9%A3&to=2026-04-01").status()).isEqualTo(422);
        assertThat(coordinator.open("/reports/preview?from=2026-05-01&to=2026-05-31").text()).contains("cannot be issued yet");
        assertThat(coordinator.page().select("form[action=/reports]")).isEmpty();
        assertThat(coordinator.open("/reports?format=csv").status()).isEqualTo(200);
    }

    @Test
    void theOverviewTellsWhatWaitsAndWhoHasNotConfirmed() {
        String late = here.depart(here.need(here.shelters.get(1), 2));
        here.arrive(here.depart(here.need(here.shelters.get(2), 2)));
        String urgent = here.need(here.shelters.get(0), 400);
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("update need set urgency = 'CRITICAL' where code = ?1").setParameter(1, urgent).executeUpdate();
            database.createNativeQuery("insert into thanks (id, organisation_id, code, dispatch_id, words, state, given_at, version)"
                            + " select 7000000 + d.id, d.organisation_id, 'Y' || d.id, d.id, 'Thank you', 'WAITING', d.staged_at, 0 from dispatch d"
                            + " where d.code = ?1")
                    .setParameter(1, late)
                    .executeUpdate();
        });
        here.send("minimum-levels", Map.of("site", here.house.site, "item", "jumpers-man", "size", "L", "quantity", 50)).statusCode(200);
        clock.standAt(at("2026-05-15T10:00"));
        here.read("overview")
                .statusCode(200)
                .body(tells("thanks", equalTo(1)))
                .body(tells("low", equalTo(1)))
                .body(tells("urgentNeeds", equalTo(1)))
                .body(tells("urgent[0].code", equalTo(urgent)))
                .body(tells("unconfirmed", equalTo(1)))
                .body(tells("notConfirmed[0].recipientAlias", equalTo("Shelter 2")))
                .body(tells("notConfirmed[0].dispatches[0].days", equalTo(7)));
        Browser coordinator = here.house.browser(Role.COORDINATOR).open("/").click("Overview");
        assertThat(coordinator.text())
                .contains("Longest in the house: all stock Jumpers, man, size L", "1 word of thanks to read", "Shelter 1: people critical", "Jumpers, man, size L: 36 missing at School hall", "Who has not confirmed 1 Shelter 2");
        assertThat(RoundTrips.during(() -> coordinator.open("/overview")).statements()).isLessThanOrEqualTo(12);
        assertThat(here.house.browser(Role.DISTRIBUTOR).open("/overview").status()).isEqualTo(403);
        assertThat(organisations.open().browser(Role.COORDINATOR).open("/overview").text())
                .contains("Nothing waits for you", "Nothing is late")
                .doesNotContain("Shelter");
    }
}
