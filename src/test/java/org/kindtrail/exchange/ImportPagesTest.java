package org.kindtrail.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

/** The way of a spreadsheet through the pages, from the template to the reversal. */
@HouseTest
class ImportPagesTest {
    private static final byte[] FILE = ("What;Qty;<b>Note</b>\r\n"
                    + "Jumpers, man;3;{x}\r\nJumpers, man;three;<i>\r\n")
            .getBytes(StandardCharsets.UTF_8);

    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;
    Browser browser;

    @BeforeEach
    void open() {
        house = organisations.open();
        browser = house.browser(Role.COORDINATOR);
    }

    /** As the page renews itself until the work is done. */
    private void rested() throws InterruptedException {
        String here = browser.path();
        for (int i = 0; i < 200 && browser.page().selectFirst("meta[http-equiv=refresh]") != null; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
            browser.open(here);
        }
    }

    private void send(byte[] file, String name) {
        browser.open("/imports/new")
                .fill("Send the file")
                .choose("What its rows are", "Opening stock")
                .attach("File", name, "text/csv", file)
                .send();
    }

    @Test
    void aFileIsMatchedCheckedTakenAndReversed() throws InterruptedException {
        send(FILE, "stock <1>.csv");
        browser.follow();
        assertThat(browser.heading()).isEqualTo("Match the columns");
        browser.fill("Check every row")
                .choose("Item", "What")
                .choose("Quantity", "Qty")
                .set("same.place", house.shelfA)
                .send()
                .follow();
        rested();
        assertThat(browser.text()).contains("Wrong 1").contains("is not a whole number").contains("to School hall, Shelf A");
        browser.fill("Take in the good rows").send().follow();
        rested();
        assertThat(browser.text()).contains("One row was taken in.");
        browser.fill("Reverse the whole import").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        browser.fill("Reverse the whole import").set("why", "Wrong <place>").send().follow();
        rested();
        assertThat(browser.text()).contains("reversed").contains("Wrong <place>");
    }

    @Test
    void theFileIsReadOtherwiseAndWhatCannotBeReadIsRefusedAtItsField() {
        send("\u0412\u0435\u0449\u044c;\u041a\u043e\u043b-\u0432\u043e\n1;2\n".getBytes(java.nio.charset.Charset.forName("windows-1251")), "a.csv");
        browser.follow();
        browser.fill("Read it like this").set("encoding", "utf_16le").set("separator", "comma").send();
        assertThat(browser.status()).isIn(303, 422);
        send("no table <html".getBytes(StandardCharsets.UTF_8), "b.csv");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().selectFirst("#file-wrong").text()).contains("nothing under the header");
        send(new byte[0], "c.csv");
        assertThat(browser.page().selectFirst("#file-wrong").text()).contains("Choose a file");
    }

    @Test
    void templatesOfEveryKindAreReadBackByTheImport() {
        for (Kind kind : Kind.values()) {
            for (String format : new String[] {"csv", "xlsx"}) {
                String path = "/imports/template." + format + "?kind=" + kind.word();
                byte[] template = house.program(Role.COORDINATOR)
                        .header("Authorization", "")
                        .cookies(browser.cookies())
                        .accept("*/*")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
                var brought = house.program(Role.COORDINATOR)
                        .contentType("application/octet-stream")
                        .body(template)
                        .post("/api/v1/imports?kind=" + kind.word())
                        .then()
                        .statusCode(201)
                        .extract()
                        .as(InJson.class, InJson.READ);
                assertThat(brought.getList("missing")).as(path).isEmpty();
                assertThat(brought.getInt("rowCount")).isEqualTo(1);
            }
        }
    }

    @Test
    void theListAndTheRowsAreThereAsPagesAndFiles() throws InterruptedException {
        assertThat(browser.open("/imports").text()).contains("Begin with a template");
        send(FILE, "stock.csv");
        browser.follow();
        String code = browser.path().split("/")[2];
        browser.fill("Check every row").choose("Item", "What").choose("Quantity", "Qty").set("same.place", "School hall").send().follow();
        rested();
        assertThat(browser.open("/imports?kind=stock").text()).contains(code).contains("stock.csv");
        assertThat(browser.open("/imports/" + code + "/rows?state=wrong").text()).contains("three");
        assertThat(browser.open("/imports/" + code + "?state=good").text()).doesNotContain("three");
        assertThat(browser.open("/imports/" + code + "/rows?state=wrong&format=csv").response().asString()).contains("three");
        assertThat(house.browser(Role.DISTRIBUTOR).open("/imports").status()).isEqualTo(403);
        assertThat(organisations.open().browser(Role.COORDINATOR).open("/imports/" + code).status()).isEqualTo(404);
    }
}
