package org.kindtrail.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.stock.Lot;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;

/** Unmistakable strings stand in every field that the public must not read; then every public page is searched for them. */
@HouseTest
class NobodyIsExposedTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    Histories histories;

    @Inject
    Codes codes;

    private final List<String> canaries = new ArrayList<>();

    private String canary(String field) {
        String planted = "CANARY-" + field + " <Zhanna> & \"Rau'an\" Ұя";
        canaries.add(planted);
        canaries.add("CANARY-" + field);
        return planted;
    }

    /** In the last month of which everything is told by now. */
    private static Instant told(int day) {
        ZoneId almaty = ZoneId.of("Asia/Almaty");
        return YearMonth.from(LocalDate.now(almaty).minusDays(7)).minusMonths(1).atDay(day).atTime(10, 0).atZone(almaty).toInstant();
    }

    @Test
    void noPublicPageSaysWhatOnlyTheHouseMayKnow() {
        AnOrganisation.House house = organisations.open();
        Histories.Drive drive = histories.drive(house, "Warm clothes", "For eleven men");
        List<String> pages = new ArrayList<>();
        for (Disclosure disclosure : Disclosure.values()) {
            for (Instant arrived : List.of(told(20), Instant.now())) {
                Histories.Gift gift = history(house, drive, disclosure, arrived);
                pages.add("/t/" + gift.key());
                pages.add("/api/v1/traces/" + gift.key());
                pages.add("/t/" + gift.code());
                pages.add("/d/" + gift.code());
            }
        }
        canaries.add("CANARY");
        histories.sql("update place set name = ?1 where organisation_id = ?2", canary("place"), house.id);
        histories.sql("update person set display_name = ?1 where organisation_id = ?2", canary("person"), house.id);
        for (Role role : Role.values()) {
            canaries.add(house.nameOf(role));
        }
        canaries.addAll(List.of(house.site, house.shelfA, house.shelfB));
        pages.addAll(List.of(
                "/t", "/d/" + drive.code(), "/t/nonsense", "/t?code=nonsense", "/d/nonsense",
                "/t/" + codes.next(CodeKind.TRACKING), "/api/v1/traces/" + codes.next(CodeKind.TRACKING),
                "/api/v1/drives/" + drive.code() + "/balance"));
        for (String page : pages) {
            search(page, given().urlEncodingEnabled(false).get(page).then().extract());
        }
        histories.sql("delete from attempt");
        assertThat(canaries.size()).isGreaterThan(40);
    }

    private Histories.Gift history(AnOrganisation.House house, Histories.Drive drive, Disclosure disclosure, Instant arrived) {
        String one = disclosure.word() + arrived.getEpochSecond();
        Histories.Recipient recipient =
                histories.recipient(house, RecipientKind.SHELTER, "Region " + house.code, disclosure, canary("alias-" + one));
        Histories.Gift other = histories.gift(house, drive, told(2), Map.of("blankets", 7L));
        Histories.Gift gift = histories.gift(house, drive, told(3), Map.of(Item.UNSORTED_BAG, 2L));
        Histories.Sorted sorted = histories.sort(
                house, gift.lots().get(0), told(4), Map.of("jumpers-man", 9L), Map.of("t-shirts-man", 1L));
        Lot jumpers = sorted.lots().get(0);
        Histories.Sending sending = histories.stage(house, recipient, house.shelfA, Map.of(jumpers, 4L));
        histories.depart(house, sending, told(19));
        String delivery = histories.arrive(house, sending, arrived, Map.of(), Map.of());
        histories.thank(house, sending, arrived, "WAITING", canary("waiting-thanks-" + one));
        histories.thank(house, sending, arrived, "DECLINED", canary("declined-thanks-" + one));
        Histories.Sending another = histories.stage(house, recipient, house.site, Map.of(other.lots().get(0), 4L));
        histories.depart(house, another, told(19));
        histories.arrive(house, another, arrived, Map.of(), Map.of());
        histories.thank(house, another, arrived, "APPROVED", canary("thanks-to-another-donor-" + one));
        Histories.Sending back = histories.stage(house, recipient, house.site, Map.of(other.lots().get(0), 1L));
        histories.depart(house, back, told(18));
        histories.reverse(house, back.code(), canary("why-" + one));
        histories.sql("update donation set remark = ?1 where id = ?2", canary("remark-" + one), gift.id());
        Long donor = 2_000_000_000_000L + gift.id();
        histories.sql(
                "insert into donor (id, organisation_id, code, known_as, created_at, version) values (?1, ?2, ?3, ?4, ?5, 0)",
                donor, house.id, codes.next(CodeKind.DONOR), canary("known-as-" + one), Instant.now());
        histories.sql("update donation set donor_id = ?1 where id = ?2", donor, gift.id());
        histories.sql("update need set for_whom = ?1 where recipient_id = ?2", canary("for-whom-" + one), recipient.id());
        histories.sql(
                "update dispatch set driver = ?1, vehicle = 'CANARY-vehicle' where recipient_id = ?2",
                canary("driver-" + one), recipient.id());
        canaries.addAll(List.of(
                gift.lots().get(0).getCode(), jumpers.getCode(), other.key(), sorted.document(),
                sending.code(), delivery, recipient.code()));
        return gift;
    }

    private void search(String page, io.restassured.response.ExtractableResponse<?> answer) {
        String body = answer.asString();
        String everything = (body + "\n" + answer.headers()).toLowerCase(Locale.ROOT);
        String bytes = body + "\n" + answer.headers();
        for (String canary : canaries) {
            if (page.contains(canary)) {
                continue;
            }
            for (String form : forms(canary)) {
                assertThat(everything).as("%s has %s", page, form).doesNotContain(form.toLowerCase(Locale.ROOT));
            }
            for (String packed : packed(canary)) {
                assertThat(bytes).as("%s has %s in base64", page, canary).doesNotContain(packed);
            }
        }
    }

    private static List<String> forms(String canary) {
        String html = canary.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
        return List.of(
                canary,
                html,
                html.replace("'", "&#39;"),
                canary.replace("\"", "\\\""),
                URLEncoder.encode(canary, StandardCharsets.UTF_8),
                URLEncoder.encode(canary, StandardCharsets.UTF_8).replace("+", "%20"),
                HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8)));
    }

    /** As it would stand in base64, wherever in the encoded text it begins; its ends are cut where neighbours show. */
    private static List<String> packed(String canary) {
        List<String> forms = new ArrayList<>();
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = (" ".repeat(shift) + canary).getBytes(StandardCharsets.UTF_8);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String inside = encoded.substring(shift == 0 ? 0 : 4, encoded.length() - encoded.length() % 4 - (encoded.length() % 4 == 0 ? 4 : 0));
            forms.add(inside);
            forms.add(inside.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }
}
