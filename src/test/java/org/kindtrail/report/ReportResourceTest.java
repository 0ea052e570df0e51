package org.kindtrail.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.report.AReportedHouse.at;
import static org.kindtrail.testing.InJson.tells;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;
import org.kindtrail.testing.StoppedClock;

@HouseTest
class ReportResourceTest {
    @Inject
    AReportedHouse houses;

    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    @Inject
    Codes codes;

    private final StoppedClock clock = new StoppedClock();
    AReportedHouse.Lived here;

    @BeforeEach
    void anAprilOfAHouse() {
        QuarkusMock.installMockForType(clock, Clock.class);
        clock.standAt(at("2026-03-20T10:00"));
        here = houses.open();
        here.receive("jumpers-man", "L", 40);
        clock.standAt(at("2026-04-10T10:00"));
        here.receive("jumpers-man", "L", 30);
        here.receive("practical-shoes-man", "42", 7);
        here.arrive(here.depart(here.need(here.shelters.get(0), 12, "male adult 11", "female child 3")));
        here.need(here.shelters.get(1), 500);
        clock.standAt(at("2026-05-08T10:00"));
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> asked = here.asked("2026-04-01", "2026-04-30");
        asked.put(field, value);
        return asked;
    }

    @Test
    void tellsWhatWasHeldCameAndWentAndWhomItHelped() {
        here.preview("2026-04-01", "2026-04-30")
                .statusCode(200)
                .body(tells("goods.item", equalTo(List.of("jumpers-man", "practical-shoes-man"))))
                .body(tells("goods.opening", equalTo(List.of(40, 0))))
                .body(tells("goods[0].flows", equalTo(Map.of("received", 30, "distributed", 12))))
                .body(tells("goods.closing", equalTo(List.of(58, 7))))
                .body(tells("months", hasSize(1)))
                .body(tells("months[0].flows", equalTo(Map.of("received", 37, "distributed", 12))))
                .body(tells("regions", hasSize(1)))
                .body(tells("regions[0].region", equalTo(here.region)))
                .body(tells("regions[0].quantity", equalTo(12)))
                .body(tells("needs.posted", equalTo(2)))
                .body(tells("needs.met", equalTo(1)))
                .body(tells("needs.waiting", equalTo(1)))
                .body(tells("needs.medianDays", equalTo(0)))
                .body(tells("needs.stillWaiting.needs", equalTo(List.of(0, 0, 1, 0, 0))))
                .body(tells("people.groups", hasSize(1)))
                .body(tells("people.groups[0].sex", equalTo("male")))
                .body(tells("people.groups[0].age", equalTo("adult")))
                .body(tells("people.groups[0].number", equalTo(11)));
        here.preview("2026-04-01", "2026-04-30", "&category=shoes")
                .body(tells("goods.item", equalTo(List.of("practical-shoes-man"))))
                .body(tells("regions", hasSize(0)))
                .body(tells("needs.posted", equalTo(0)));
        here.preview("2026-03-01", "2026-03-31").body(tells("goods[0].opening", equalTo(0))).body(tells("goods[0].closing", equalTo(40)));
        here.preview("2026-04-01", "2026-04-30", "&drive=" + here.drive).body(tells("goods[0].flows.received", equalTo(30)));
    }

    @Test
    void anIssuedReportStaysAsItWasAndACorrectionNamesIt() {
        String code = here.issued("2026-04-01", "2026-04-30");
        String before = here.read("reports/" + code).statusCode(200).body(tells("code", matchesPattern("RP-.*"))).extract().as(InJson.class, InJson.READ).getString("data");
        // Goods that were written down late belong to April; the report does not know of them.
        here.send("donations", Map.of(
                        "drive", here.drive, "place", here.house.site, "receivedAt", "2026-04-11T08:00:00Z",
                        "lines", List.of(Map.of("item", "jumpers-man", "size", "L", "grade", "good", "quantity", 5))))
                .statusCode(201);
        assertThat(here.read("reports/" + code).extract().as(InJson.class, InJson.READ).getString("data")).isEqualTo(before);
        String later = InJson.found(here.send("reports", with("corrects", code)).statusCode(201).body(tells("corrects", equalTo(code))).extract(), "code");
        here.read("reports/" + code).body(tells("correctedBy", equalTo(List.of(later)))).body(tells("data.goods[0].flows.received", equalTo(30)));
        here.read("reports/" + later).body(tells("data.goods[0].flows.received", equalTo(35))).body(tells("correctedBy", hasSize(0)));
        here.read("reports?limit=1").body(tells("rows.code", equalTo(List.of(later)))).body(tells("rows[0].corrects", equalTo(code)));
        here.read("reports").body(tells("rows.correctedBy", hasItem(later))).body(tells("next", nullValue()));
        organisations.open().program(Role.COORDINATOR).get("/api/v1/reports/" + code).then().statusCode(404);
        here.house.program(Role.DISTRIBUTOR).get("/api/v1/reports/" + code).then().statusCode(403);
    }

    @Test
    void theSameKeyIssuesOneReport() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> asked = here.asked("2026-04-01", "2026-04-30");
        String first = InJson.found(here.house.program(Role.COORDINATOR).header("Idempotency-Key", key).body(asked).post("/api/v1/reports").then().statusCode(201).extract(), "code");
        String again = InJson.found(here.house.program(Role.COORDINATOR).header("Idempotency-Key", key).body(asked).post("/api/v1/reports").then().statusCode(201).extract(), "code");
        assertThat(again).isEqualTo(first);
        here.read("reports").body(tells("rows", hasSize(1)));
    }

    @Test
    void whatCannotBeAskedIsRefusedWithWords() {
        here.preview("2026-04-30", "2026-04-01").statusCode(422).body(tells("errors[0].detail", containsString("not before the first")));
        here.preview("2014-04-01", "2026-04-01").statusCode(422).body(tells("errors[0].detail", containsString("10 years")));
        here.preview("1999-04-01", "2000-04-01").statusCode(422).body(tells("errors[0].pointer", equalTo("/from")));
        here.preview("yesterday", "2026-04-01").statusCode(400).body(tells("errors[0].pointer", equalTo("/from")));
        here.read("reports/preview").statusCode(422);
        AReportedHouse.Lived other = houses.open();
        here.preview("2026-04-01", "2026-04-30", "&drive=" + other.drive).statusCode(422).body(tells("errors[0].pointer", equalTo("/drive")));
        here.preview("2026-04-01", "2026-04-30", "&programme=PR-000-0000").statusCode(422).body(tells("errors[0].pointer", equalTo("/programme")));
        here.preview("2026-04-01", "2026-04-30", "&category=wings").statusCode(422).body(tells("errors[0].detail", containsString("wings")));
        here.preview("2026-04-01", "2026-04-30", "&category=money").statusCode(422);
        here.preview("2026-04-01", "2026-04-30", "&region=KZ:" + other.region).statusCode(422).body(tells("errors[0].pointer", equalTo("/region")));
        here.preview("2026-04-01", "2026-04-30", "&region=Almaty").statusCode(422);
        here.send("reports", with("to", "2026-05-08")).statusCode(422).body(tells("errors[0].detail", containsString("today is 2026-05-08")));
        here.send("reports", with("title", " ")).statusCode(422).body(tells("errors[0].pointer", equalTo("/title")));
        here.send("reports", with("title", "x".repeat(161))).statusCode(422);
        here.send("reports", with("corrects", other.issued("2026-04-01", "2026-04-30"))).statusCode(422).body(tells("errors[0].pointer", equalTo("/corrects")));
        here.send("reports", with("from", -1)).statusCode(400);
        here.read("reports").body(tells("rows", hasSize(0)));
    }

    @Test
    void aReportCostsTheSameHoweverMuchIsInIt() {
        here.preview("2026-04-01", "2026-04-30");
        int little = RoundTrips.during(() -> here.preview("2026-04-01", "2026-04-30").statusCode(200)).statements();
        for (String item : List.of("jumpers-woman", "warm-jumpers-man")) {
            here.receive(item, "L", 3);
        }
        assertThat(RoundTrips.during(() -> here.preview("2026-03-01", "2026-05-30").statusCode(200)).statements())
                .isLessThanOrEqualTo(little)
                .isLessThanOrEqualTo(16);
    }

    @Test
    void theTableBearsTagsOfHxlAndNoFormula() {
        Map<String, Object> asked = here.asked("2026-04-01", "2026-04-30");
        asked.put("programme", programme("=HYPERLINK(\"x\")", "@funder"));
        String code = InJson.found(here.send("reports", asked).statusCode(201).body(tells("data.about.funder", equalTo("@funder"))).extract(), "code");
        List<CsvRecord> records = rows(here.house.browser(Role.COORDINATOR).open("/reports/" + code + "/report-hxl.csv").response().asString());
        List<String> tags = records.get(1).getFields();
        assertThat(tags)
                .doesNotHaveDuplicates()
                .allMatch(tag -> tag.matches("#[a-z][a-z0-9_]*(\\s*\\+[a-z][a-z0-9_]*)*"))
                .contains("#date+start", "#date+end", "#adm1+name", "#country+code", "#item+code", "#indicator+value+num", "#reached+f+adults",
                        "#value", "#currency+code", "#org+reporting", "#org+funding", "#activity+project")
                .noneMatch(tag -> tag.matches("#(adm[2-5]|loc|geo|contact).*"));
        assertThat(records).allMatch(record -> record.getFieldCount() == tags.size());
        assertThat(records.subList(2, records.size())).isNotEmpty().allSatisfy(record -> {
            assertThat(record.getField(tags.indexOf("#org+funding"))).isEqualTo("'@funder");
            assertThat(record.getField(tags.indexOf("#activity+project"))).startsWith("'=HYPERLINK");
        });
        String plain = here.house.browser(Role.COORDINATOR).open("/reports/" + code + "/report.csv").response().asString();
        assertThat(rows(plain)).hasSize(records.size() - 1);
        String whole = here.issued("2026-04-01", "2026-04-30");
        List<CsvRecord> all = rows(here.house.program(Role.COORDINATOR).accept("text/csv").get("/api/v1/reports/" + whole + "/hxl").then().statusCode(200).extract().asString());
        assertThat(all).anySatisfy(record -> {
            assertThat(record.getField(tags.indexOf("#indicator+code"))).isEqualTo("distributed");
            assertThat(record.getField(tags.indexOf("#item+code"))).isEqualTo("jumpers-man");
            assertThat(record.getField(tags.indexOf("#indicator+value+num"))).isEqualTo("12");
        });
        assertThat(all).anySatisfy(record -> {
            assertThat(record.getField(tags.indexOf("#reached+m+adults"))).isEqualTo("11");
            assertThat(record.getField(tags.indexOf("#adm1+name"))).isEqualTo(here.region);
        });
        assertThat(all).noneMatch(record -> record.getFields().contains("Shelter 1"));
    }

    private static List<CsvRecord> rows(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream().toList();
    }

    private String programme(String name, String funder) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "insert into programme (id, organisation_id, code, name, funder, about, starts_on, ends_on, currency, version)"
                                + " values (nextval('programme_seq') + 4000000, ?1, ?2, ?3, ?4, '', date '2026-01-01', date '2026-12-31', 'USD', 0)")
                .setParameter(1, here.house.id)
                .setParameter(2, codes.next(CodeKind.PROGRAMME))
                .setParameter(3, name)
                .setParameter(4, funder)
                .executeUpdate());
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select code from programme where organisation_id = ?1", String.class)
                .setParameter(1, here.house.id)
                .getSingleResult());
    }

    @Test
    void aReportOfAProgrammeTellsWhatWasChargedToItAndWhatWasKeptForIt() {
        String programme = programme("Winter", "Fund for winter");
        QuarkusTransaction.requiringNew().run(() -> {
            for (String table : List.of("need", "dispatch")) {
                database.createNativeQuery("update " + table + " set programme_id = (select id from programme where organisation_id = ?1)"
                                + " where organisation_id = ?1")
                        .setParameter(1, here.house.id)
                        .executeUpdate();
            }
        });
        here.preview("2026-04-01", "2026-04-30", "&programme=" + programme)
                .statusCode(200)
                .body(tells("about.programmeName", equalTo("Winter")))
                .body(tells("goods", hasSize(0)))
                .body(tells("needs.posted", equalTo(2)))
                .body(tells("charged.deliveries", equalTo(1)))
                .body(tells("charged.goods[0].quantity", equalTo(12)))
                .body(tells("charged.purchases", equalTo(0)))
                // they were counted before the need was charged, and stay where they were counted
                .body(tells("people.groups", hasSize(0)));
    }
}
