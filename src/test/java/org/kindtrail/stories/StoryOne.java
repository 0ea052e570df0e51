package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.ListFormatter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Chromium;
import org.kindtrail.web.Days;

/** Eleven men need warm clothes, from the first bag to the words that the donors read. */
final class StoryOne {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    /** The last month of which everything is told by now; the story happens in it. */
    private static final YearMonth TOLD = YearMonth.from(LocalDate.now(ALMATY).minusDays(7)).minusMonths(1);

    static final int COLLECTED = ago(TOLD.atDay(3));
    private static final int PACKED = ago(TOLD.atDay(4));
    private static final int LEFT = ago(TOLD.atDay(19));
    private static final int ARRIVED = ago(TOLD.atDay(20));
    private static final int READ = ago(TOLD.atDay(21));
    private static final int TOO_EARLY = ago(TOLD.plusMonths(1).atDay(7));
    private static final int TIME_TO_TELL = ago(TOLD.plusMonths(1).atDay(8));
    private static final String THANKS = "Somebody chose each pair of shoes with care. Thank you.";

    final String region;
    private final Chromium chromium;
    private final AnOrganisation.House house;
    private final MovableClock clock;
    private final Spoken spoken;

    StoryOne(Chromium chromium, AnOrganisation.House house, MovableClock clock, Spoken spoken) {
        this.chromium = chromium;
        this.house = house;
        this.clock = clock;
        this.spoken = spoken;
        this.region = "Region " + house.code;
    }

    /** What the first donor reads in the end. */
    String lived() {
        clock.daysAgo(COLLECTED);
        aDriveAndThreeSheltersAreThere();
        Chromium.Window volunteer = signedIn(Role.VOLUNTEER);
        twoTapsRecordABag(volunteer);
        String first = aBagOfANamedDonorIsSorted(volunteer);
        String second = whatIsInABagIsEnteredAtOnce(volunteer);
        String before = telephone().open(first).text();
        assertThat(before).contains(waiting("warm_jumpers", 4, "jumpers", 2));
        clock.daysAgo(PACKED);
        String dispatch = aNeedIsMetByOnePress();
        nothingIsGivenAway(first, before);
        clock.daysAgo(LEFT);
        String key = itLeaves(dispatch);
        nothingIsGivenAway(first, before);
        clock.daysAgo(ARRIVED);
        theReceiverConfirmsTwoJumpersShort(key);
        nothingIsGivenAway(first, before);
        clock.daysAgo(READ);
        theThanksAreApproved();
        nothingIsGivenAway(first, before);
        clock.daysAgo(TOO_EARLY);
        nothingIsGivenAway(first, before);
        clock.daysAgo(TIME_TO_TELL);
        return theDonorsReadWhatBecameOfIt(first, second, List.of(dispatch, key));
    }

    private static int ago(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, LocalDate.now(ALMATY));
    }

    private static LocalDate day(int daysAgo) {
        return LocalDate.now(ALMATY).minusDays(daysAgo);
    }

    private String say(String key, Object... facts) {
        return spoken.say(key, facts);
    }

    private Chromium.Window telephone() {
        return chromium.telephone(spoken.locale.getLanguage());
    }

    private String goods(String name, long count) {
        return spoken.say("goods_" + name, Map.of("count", count));
    }

    private String fate(String key, String goods, long count) {
        return spoken.say(
                "trace_fate_" + key,
                Map.of("goods", goods, "count", count, "who", shelter(), "when", spoken.say("trace_in_month", Map.of("month", Days.month(day(ARRIVED), spoken.locale)))));
    }

    private String waiting(String one, long ones, String other, long others) {
        String both = ListFormatter.getInstance(spoken.locale).format(goods(one, ones), goods(other, others));
        return fate("waiting", both, ones + others);
    }

    private String shelter() {
        return spoken.say("recipient_public_shelter", Map.of("where", region));
    }

    /** Whoever opens the page on that day reads what stood there before: neither that something is packed, nor more; one language tells. */
    private void nothingIsGivenAway(String tracking, String before) {
        if (!spoken.english()) {
            return;
        }
        Chromium.Window window = telephone().open(tracking);
        assertThat(window.text()).isEqualTo(before).doesNotContain(shelter(), THANKS);
        window.page().context().close();
    }

    private Chromium.Window signedIn(Role role) {
        Chromium.Window window = telephone()
                .open("/login")
                .type(say("account_name"), house.nameOf(role))
                .type(say("account_password"), AnOrganisation.PASSWORD)
                .press(say("account_sign_in"));
        assertThat(window.path()).isEqualTo("/");
        return window;
    }

    private void aDriveAndThreeSheltersAreThere() {
        Chromium.Window coordinator = signedIn(Role.COORDINATOR);
        coordinator.click(say("account_home_drives")).click(say("drive_new"));
        coordinator
                .type(say("drive_title"), "Warm clothes for eleven men")
                .type(say("drive_about"), "A pair of shoes or a warm jumper means so much.")
                .type(say("drive_starts_on"), day(COLLECTED).toString())
                .type(say("drive_ends_on"), day(-20).toString())
                .choose(say("drive_site"), "School hall")
                .press(say("drive_save"));
        assertThat(coordinator.heading()).isEqualTo("Warm clothes for eleven men");
        for (String alias : List.of("House Juniper", "House Poplar", "House Apricot")) {
            coordinator.click("Kindtrail").click(say("account_home_recipients")).click(say("recipient_new"));
            coordinator
                    .type(say("recipient_alias"), alias)
                    .choose(say("recipient_kind"), say("recipient_kind_shelter"))
                    .choose(say("recipient_country"), spoken.country("KZ"))
                    .type(say("recipient_region"), region)
                    .mark(say("recipient_disclosure_region"))
                    .press(say("recipient_save"));
            assertThat(coordinator.heading()).contains(alias);
        }
        assertThat(coordinator.text()).contains(shelter());
    }

    private void twoTapsRecordABag(Chromium.Window volunteer) {
        int taps = volunteer.taps();
        int typed = volunteer.typed();
        volunteer.click(say("account_home_record")).press(say("intake_record_it"));
        assertThat(volunteer.heading()).isEqualTo(say("intake_donation_recorded"));
        assertThat(volunteer.text()).contains(say("intake_bags_count", 1), say("intake_donor_unknown"), "School hall");
        assertThat(volunteer.taps() - taps).as("taps from the start page").isEqualTo(2);
        assertThat(volunteer.typed() - typed).as("fields typed into").isZero();
    }

    private static String tracking(Chromium.Window window) {
        return window.page().locator(".done a").first().getAttribute("href");
    }

    /** "Warm jumpers, man, L, good" */
    private String described(String item, String size, String grade) {
        return spoken.item(item) + (size.isEmpty() ? "" : ", " + size) + ", " + say("catalogue_grade_" + grade);
    }

    private String aBagOfANamedDonorIsSorted(Chromium.Window volunteer) {
        volunteer.click(say("intake_record")).type(say("intake_donor"), "Margaret from year 4").press(say("intake_record_it"));
        assertThat(volunteer.text()).contains("Margaret from year 4");
        String tracking = tracking(volunteer);
        volunteer.press(say("intake_sort_bag"));
        line(volunteer, 1, "warm-jumpers-man", "4", "L");
        line(volunteer, 2, "jumpers-woman", "2", "S");
        volunteer.press(say("intake_write_down"));
        assertThat(volunteer.text()).contains(described("warm-jumpers-man", "L", "good"), described("jumpers-woman", "S", "good"));
        line(volunteer, 1, "t-shirts-man", "1", "");
        volunteer
                .choose(say("intake_line", 1), say("intake_grade"), say("catalogue_grade_unfit"))
                .choose(say("intake_sorting_place"), "School hall, Shelf A")
                .press(say("intake_sorting_close"));
        assertThat(volunteer.text())
                .contains(
                        say("intake_sorting_closed"),
                        described("t-shirts-man", "", "unfit"),
                        say("intake_boundary_let_go"),
                        "School hall, Shelf A");
        return tracking;
    }

    private void line(Chromium.Window window, int number, String item, String quantity, String size) {
        String line = say("intake_line", number);
        window.type(line, say("intake_item"), spoken.item(item))
                .type(line, say("intake_quantity"), quantity)
                .type(line, say("intake_size"), size);
    }

    private String whatIsInABagIsEnteredAtOnce(Chromium.Window volunteer) {
        volunteer
                .click("Kindtrail")
                .click(say("account_home_record"))
                .press(say("intake_contents"))
                .press(say("intake_more_lines"));
        volunteer.type(say("intake_donor"), "Tom, the music teacher");
        line(volunteer, 1, "warm-jumpers-man", "7", "XL");
        line(volunteer, 2, "practical-shoes-man", "11", "42");
        line(volunteer, 3, "towels", "22", "");
        line(volunteer, 4, "soap", "22", "");
        volunteer.press(say("intake_record_it"));
        assertThat(volunteer.text())
                .contains(say("intake_lines_count", 4), "Tom, the music teacher", described("practical-shoes-man", "42", "good"));
        return tracking(volunteer);
    }

    private String aNeedIsMetByOnePress() {
        Chromium.Window distributor = signedIn(Role.DISTRIBUTOR);
        distributor.click(say("account_home_needs")).click(say("need_new")).press(say("need_more_lines"));
        distributor.choose(say("need_recipient"), "House Juniper").type(say("need_for_whom"), "11 men in winter");
        asked(distributor, 1, "warm-jumpers-man", "11", "L, XL");
        asked(distributor, 2, "practical-shoes-man", "11", "40-45");
        asked(distributor, 3, "towels", "22", "");
        asked(distributor, 4, "soap", "22", "");
        distributor.press(say("need_post"));
        assertThat(distributor.heading()).isEqualTo("11 men in winter");
        distributor.press(say("need_promise_all"));
        String promised = say("need_promised");
        assertThat(distributor.text())
                .contains(promised + " 11", promised + " 22", say("need_missing") + " 0")
                .doesNotContain(promised + " 0");
        distributor.press(say("need_prepare_dispatch"));
        String dispatch = distributor.path();
        assertThat(distributor.heading()).startsWith(say("dispatch_one") + " W-");
        distributor.click(say("dispatch_picking"));
        assertThat(distributor.text()).contains("School hall, Shelf A", spoken.item("warm-jumpers-man"));
        distributor.open(dispatch).press(say("dispatch_load"));
        assertThat(distributor.text()).contains(say("dispatch_state_loaded"));
        return dispatch.substring(dispatch.lastIndexOf('/') + 1);
    }

    private void asked(Chromium.Window window, int number, String item, String quantity, String sizes) {
        String line = say("need_line", number);
        window.type(line, say("need_item"), spoken.item(item))
                .type(line, say("need_quantity"), quantity)
                .type(line, say("need_sizes"), sizes);
    }

    private String itLeaves(String dispatch) {
        Chromium.Window distributor = signedIn(Role.DISTRIBUTOR);
        distributor.click(say("account_home_dispatches")).click(dispatch);
        distributor.type(say("dispatch_vehicle"), "123 ABC 02").press(say("dispatch_depart"));
        assertThat(distributor.text()).contains(say("dispatch_state_departed"), "123 ABC 02");
        String key = distributor.page().locator(".done .code").first().innerText();
        assertThat(key).startsWith("K");
        distributor.click(say("dispatch_waybill_print"));
        assertThat(distributor.heading()).isEqualTo(say("dispatch_waybill") + " " + dispatch);
        assertThat(distributor.text())
                .contains(key, spoken.item("warm-jumpers-man"), say("dispatch_paper_received_by"))
                .doesNotContain("House Juniper");
        return key;
    }

    private void theReceiverConfirmsTwoJumpersShort(String key) {
        Chromium.Window receiver = telephone();
        receiver.open("/k").type(say("dispatch_key_label"), key).press(say("dispatch_key_open"));
        assertThat(receiver.heading()).isEqualTo(say("dispatch_arrival"));
        receiver.type(say("dispatch_received_of", spoken.item("warm-jumpers-man") + ", XL"), "5")
                .type(say("dispatch_thanks_words"), THANKS)
                .press(say("dispatch_confirm_send"));
        assertThat(receiver.heading()).isEqualTo(say("dispatch_thank_you"));
        assertThat(receiver.open("/k/" + key).heading()).isEqualTo(say("dispatch_is_confirmed"));
    }

    private void theThanksAreApproved() {
        Chromium.Window coordinator = signedIn(Role.COORDINATOR);
        coordinator.click(say("account_home_thanks"));
        assertThat(coordinator.text()).contains(THANKS, "House Juniper");
        coordinator.press(say("dispatch_thanks_approve"));
        assertThat(coordinator.text()).doesNotContain(THANKS);
    }

    private String theDonorsReadWhatBecameOfIt(String first, String second, List<String> codes) {
        Chromium.Window donor = telephone().open(first);
        assertThat(donor.heading()).isEqualTo(say("trace_page_title"));
        String jumpers = goods("warm_jumpers", 4);
        String news = donor.page().locator(".news p").innerText();
        assertThat(news).isEqualTo(spoken.say("trace_news_arrived", Map.of("goods", jumpers, "who", shelter(), "count", 4)));
        assertThat(donor.page().locator(".way p").allInnerTexts()).contains(fate("arrived", jumpers, 4));
        assertThat(donor.text())
                .contains(fate("waiting", goods("jumpers", 2), 2), fate("let_go", goods("t_shirts", 1), 1))
                .contains(THANKS, say("trace_thanks_from", shelter()))
                .doesNotContain("Juniper", "Margaret", "Tom");
        List<String> secrets = new ArrayList<>(codes);
        for (int day : List.of(PACKED, LEFT, ARRIVED, READ)) {
            secrets.add(day(day).toString());
            secrets.add(Days.day(day(day), spoken.locale));
            secrets.add(DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(day(day)));
        }
        assertThat(donor.source()).doesNotContain(secrets).doesNotContain("House Juniper", "11 men in winter", "123 ABC 02");
        assertThat(telephone().open(second).text())
                .contains(goods("warm_jumpers", 5), fate("lost", goods("warm_jumpers", 2), 2), THANKS)
                .doesNotContain("Juniper", "Margaret");
        donor.click(say("trace_drive_link"));
        assertThat(donor.heading()).isEqualTo("Warm clothes for eleven men");
        assertThat(donor.text())
                .contains(
                        spoken.say("trace_drive_sum", Map.of("in", 69, "delivered", 64)),
                        spoken.say("trace_drive_bags", Map.of("bags", 1)));
        assertThat(Jsoup.parse(donor.source()).select("tfoot td").eachText())
                .containsExactly("69", "2", "0", "64", "1", "2");
        return news;
    }
}
