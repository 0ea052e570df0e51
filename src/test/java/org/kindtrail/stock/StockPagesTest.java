package org.kindtrail.stock;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class StockPagesTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    @Test
    void stockIsToldByItemSizeAndGradeAndLeadsToItsLots() {
        String first = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String second = goods.receive(house, house.shelfB, "jumpers-man", "L", 3);
        goods.receive(house, house.shelfB, "jumpers-man", "M", 1);
        goods.receive(house, house.shelfB, "practical-shoes-man", "42", 2);
        goods.promise(house, first, house.shelfA, goods.code(CodeKind.NEED), 5);
        Browser browser = house.browser(Role.VOLUNTEER).open("/stock");
        assertThat(browser.page().select("tbody tr").eachText()).containsExactly("Jumpers, man M 1 0 1 good pieces", "Jumpers, man L 15 5 10 good pieces", "Practical shoes, man 42 2 0 2 good pairs");
        String lots = browser.page().select("tbody tr").get(1).selectFirst("a").attr("href");
        browser.open(lots);
        assertThat(browser.page().select("tbody tr a").eachText()).containsExactly(first, second);
        assertThat(browser.open("/stock?category=shoes").text()).contains("Practical shoes").doesNotContain("Jumpers");
        assertThat(browser.open("/stock?place=" + house.shelfA).page().select("tbody tr")).hasSize(1);
        assertThat(browser.open("/stock?place=" + house.site).page().select("tbody tr")).hasSize(3);
        assertThat(browser.open("/stock?format=csv").response().asString()).contains("\"Jumpers, man\",L,15,5,10,good,pieces");
        assertThat(browser.open("/stock?after=x").status()).isEqualTo(400);
        assertThat(browser.open("/stock/lots?grade=x").status()).isEqualTo(400);
    }

    @Test
    void goodsWithoutASizeStandBeforeThoseWithOneAndByGrade() {
        goods.receive(house, house.shelfA, "jumpers-man", "L", 2);
        goods.receive(house, house.shelfA, "jumpers-man", null, 3);
        goods.receive(house, house.shelfA, "unsorted-bag", null, 1);
        goods.receive(house, house.shelfA, "unsorted-bag", null, Grade.UNSORTED, 1);
        Browser browser = house.browser(Role.VOLUNTEER).open("/stock");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().select("tbody tr").eachText()).contains("Jumpers, man 3 0 3 good pieces", "Jumpers, man L 2 0 2 good pieces").hasSize(4);
    }

    @Test
    void aLotTellsItsWholeWay() {
        String bag = goods.receive(house, house.site, "unsorted-bag", null, 1);
        String sorting = goods.sort(house, bag, house.site);
        Browser browser = house.browser(Role.COORDINATOR).open("/lots/" + bag);
        assertThat(browser.text()).contains("received", "1 bag, from the donor to School hall", "sorted", "What was made of it", "4 × Jumpers, man, size L", "Nothing of it is in the house");
        assertThat(browser.page().select("a[href=/sortings/" + sorting + "]")).hasSize(1);
        browser.open(browser.page().select("a[href^=/lots/]").stream().filter(link -> link.parent().text().contains("size L")).findFirst().orElseThrow().attr("href"));
        assertThat(browser.heading()).isEqualTo("Jumpers, man, size L");
        assertThat(browser.text()).contains("What it was made of", bag);
        goods.reverse(house, sorting);
        assertThat(browser.open("/lots/" + bag).text()).contains("taken back", "mistaken", "Where it is now");
    }

    @Test
    void putsALotAwayAndTakesThatBack() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        Browser browser = house.browser(Role.COORDINATOR).open("/lots/" + lot);
        browser.fill("Put it there").choose("To", "School hall, Shelf B").type("How much", "5").send().follow();
        assertThat(browser.page().select("tbody tr").eachText()).containsExactly("School hall, Shelf A 7 0", "School hall, Shelf B 5 0");
        assertThat(browser.text()).contains("5 pieces, from School hall, Shelf A to School hall, Shelf B");
        browser.fill("Take it back").type("Why", "wrong <shelf>").send().follow();
        assertThat(browser.page().select("tbody tr").eachText()).containsExactly("School hall, Shelf A 12 0");
        assertThat(browser.text()).contains("taken back", "wrong <shelf>");
    }

    @Test
    void aRefusedPutAwayComesBackAsTyped() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        Browser browser = house.browser(Role.VOLUNTEER);
        for (String wrong : new String[] {"0", "-1", "1000000000000", "9223372036854775808", "1.5", "٣", "x".repeat(10_000), ""}) {
            browser.open("/lots/" + lot).fill("Put it there").choose("To", "School hall, Shelf B").type("How much", wrong).send();
            assertThat(browser.status()).as(wrong).isEqualTo(422);
            assertThat(browser.title()).startsWith("Error:");
            assertThat(browser.page().getElementById("quantity").val()).isEqualTo(wrong);
        }
        browser.open("/lots/" + lot).fill("Put it there").choose("To", "School hall, Shelf B").type("How much", "13").send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.text()).contains("12 are at School hall, Shelf A; 13 were asked for");
        assertThat(browser.open("/lots/" + lot).text()).doesNotContain("Take this back");
        assertThat(organisations.open().browser(Role.COORDINATOR).open("/lots/" + lot).status()).isEqualTo(404);
    }

    @Test
    void pagesCostTheSameStatementsHoweverMuchThereIs() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 100);
        int[] first = new int[3];
        Browser browser = house.browser(Role.COORDINATOR);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 3; i++) {
                goods.receive(house, house.shelfB, i == 0 ? "practical-shoes-man" : "jumpers-woman", null, 10);
                browser.open("/lots/" + lot).fill("Put it there").choose("To", "School hall, Shelf B").type("How much", "1").send();
            }
            String[] pages = {"/stock", "/stock/lots", "/lots/" + lot};
            int[] most = {7, 7, 8};
            for (int i = 0; i < pages.length; i++) {
                String page = pages[i];
                RoundTrips.Count trips = RoundTrips.during(() -> browser.open(page));
                assertThat(browser.status()).isEqualTo(200);
                assertThat(trips.statements()).as("%s: %s", page, trips.sql()).isLessThanOrEqualTo(most[i]);
                if (round == 0) {
                    first[i] = trips.statements();
                } else {
                    assertThat(trips.statements()).as(page).isEqualTo(first[i]);
                }
            }
        }
    }
}
