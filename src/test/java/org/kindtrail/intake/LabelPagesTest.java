package org.kindtrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.kindtrail.testing.InJson.tells;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.Pdf;

@HouseTest
class LabelPagesTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int PIXELS = 4;

    @Inject
    AnOrganisation organisations;

    AnIntake intake;
    Browser browser;

    @BeforeEach
    void open() {
        intake = new AnIntake(organisations.open());
        browser = intake.house.browser(Role.VOLUNTEER);
    }

    private List<String> blanks(String count) {
        browser.open("/labels/blank").fill("Make them").type("How many", count).send().follow();
        return browser.page().select(".label-card .code").eachText();
    }

    /** What a camera reads. */
    private static String read(Element svg) throws Exception {
        int side = Integer.parseInt(svg.attr("viewBox").split(" ")[2]) * PIXELS;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        Matcher run = RUN.matcher(svg.select("path").get(1).attr("d"));
        while (run.find()) {
            int x = Integer.parseInt(run.group(1)) * PIXELS;
            int y = Integer.parseInt(run.group(2)) * PIXELS;
            for (int row = y; row < y + PIXELS; row++) {
                Arrays.fill(pixels, row * side + x, row * side + x + Integer.parseInt(run.group(3)) * PIXELS, 0);
            }
        }
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))),
                        Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE))
                .getText();
    }

    @Test
    void aCameraReadsTheAddressOfTheBagAndItLeadsThere() throws Exception {
        String[] bag = intake.aBag();
        browser.open("/donations/" + bag[0] + "/label");
        assertThat(browser.page().select(".label-card")).hasSize(1);
        String address = read(browser.page().selectFirst(".label-card svg"));
        assertThat(address).matches("HTTP://[^/]+/L/" + bag[1]);
        assertThat(browser.open(address.replaceFirst("^HTTP://[^/]+", "")).location()).isEqualTo("/bags/" + bag[1]);
        assertThat(browser.open("/l/" + bag[1].toLowerCase().replace("-", "")).location()).isEqualTo("/bags/" + bag[1]);
    }

    @Test
    void theTrackingAddressIsReadByACameraToo() throws Exception {
        browser.open("/record").fill("Record it").send().follow();
        List<Element> pictures = browser.page().select("main svg.qr");
        assertThat(read(pictures.get(1))).matches("http://[^/]+/t/T.{18}").endsWith(browser.page().select(".done .code").text());
    }

    @Test
    void aLabelSaysNothingThatIsSomebodys() {
        browser.open("/record").fill("Record it").type("From", "Anna").set("remark", "secret remark").send().follow();
        String code = browser.page().selectFirst("dl.facts .code").text();
        browser.open("/donations/" + code + "/label");
        assertThat(browser.response().asString()).doesNotContain("Anna", "secret remark");
        assertThat(browser.text()).contains("print this page");
    }

    @Test
    void labelsAreASheetAsPdfThatBeginsAtTheLabelThatIsLeft() throws Exception {
        String code = InJson.found(intake.post(intake.donation("bags", 3)).extract(), "code");
        browser.open("/donations/" + code + "/label");
        assertThat(browser.page().select("form[action$=label.pdf] option").eachAttr("value")).contains("l7160", "5163", "roll");
        assertThat(pdf("/donations/" + code + "/label.pdf?sheet=l7165&start=7")).hasSize(2);
        List<String> blank = blanks("3");
        List<String> pages = pdf(browser.page().selectFirst("form[method=get]").attr("action") + "?sheet=roll&start=1");
        assertThat(pages).hasSize(3);
        assertThat(pages.get(2)).contains(blank.get(2));
        browser.open("/donations/" + code + "/label.pdf?sheet=l7160&start=22");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("\"22\" is no label of this sheet", "from 1 to 21");
        browser.open("/donations/" + code + "/label.pdf?sheet=l1");
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.text()).contains("There is no sheet \"l1\"", "l4732");
        Browser other = organisations.open().browser(Role.VOLUNTEER);
        assertThat(other.open("/donations/" + code + "/label.pdf").status()).isEqualTo(404);
    }

    @Test
    void aSheetSaysWhatIsInItAndNothingThatIsSomebodys() throws Exception {
        browser.open("/record").fill("Enter what is in it").type("From", "Anna").set("remark", "secret remark").send();
        browser.fill("Record it").set("lines[0].item", "Soap").set("lines[0].quantity", "3").send();
        assertThat(pdf(browser.location() + "/label.pdf").get(0))
                .containsIgnoringCase("3 x ").containsIgnoringCase("soap")
                .doesNotContain("Anna", "secret", "School hall", intake.house.name);
    }

    private List<String> pdf(String address) {
        return Pdf.pages(browser.open(address).response());
    }

    @Test
    void everyBagHasALabelOfItsOwn() {
        String code = InJson.found(intake.post(intake.donation("bags", 3)).extract(), "code");
        assertThat(browser.open("/donations/" + code + "/label").page().select(".label-card")).hasSize(3);
    }

    @Test
    void blankLabelsAreMadeOnceAndEachOpensTheFormForItsBag() {
        List<String> labels = blanks("5");
        assertThat(labels).hasSize(5).doesNotHaveDuplicates();
        assertThat(browser.open("/L/" + labels.get(0)).location()).isEqualTo("/record?bag=" + labels.get(0));
        browser.follow();
        assertThat(browser.text()).contains("It gets the label " + labels.get(0));
        browser.fill("Record it").send().follow();
        assertThat(browser.page().selectFirst(".big").text()).isEqualTo(labels.get(0));
        assertThat(browser.open("/L/" + labels.get(0)).location()).isEqualTo("/bags/" + labels.get(0));
        intake.post(intake.donation("bags", 1, "label", labels.get(0)))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/label")))
                .body(tells("errors[0].detail", containsString("already")));
    }

    @Test
    void aLabelOnAnItemisedDonationLeadsToIt() {
        String label = blanks("1").get(0);
        browser.open("/record?bag=" + label).fill("Enter what is in it").send();
        browser.fill("Record it").set("lines[0].item", "Soap").set("lines[0].quantity", "3").send();
        String donation = browser.location();
        assertThat(browser.open("/l/" + label).location()).isEqualTo(donation);
        assertThat(browser.open(donation).page().selectFirst(".big").text()).isEqualTo(label);
        intake.post(intake.donation("bags", 1, "label", label)).statusCode(422);
    }

    @Test
    void oneLabelFitsOneBagAndNobodyElsesLabelFits() {
        String label = blanks("1").get(0);
        intake.post(intake.donation("bags", 2, "label", label)).statusCode(422).body(tells("errors[0].pointer", equalTo("/bags")));
        AnIntake other = new AnIntake(organisations.open());
        other.post(other.donation("bags", 1, "label", label)).statusCode(422).body(tells("errors[0].pointer", equalTo("/label")));
        assertThat(other.house.browser(Role.VOLUNTEER).open("/l/" + label).status()).isEqualTo(404);
        intake.post(intake.donation("bags", 1, "label", label)).statusCode(201).body(tells("lots[0].code", equalTo(label)));
    }

    @Test
    void asManyAsFitAFewSheetsAndNoMore() {
        for (String count : new String[] {"0", "-1", "81", "1000000000000", "1.5", "٣", ""}) {
            browser.open("/labels/blank").fill("Make them").type("How many", count).send();
            assertThat(browser.status()).as(count).isEqualTo(422);
        }
        assertThat(blanks("80")).hasSize(80);
    }

    @Test
    void aMisreadCodeIsToldApartFromAnUnknownOne() {
        String bag = intake.aBag()[1];
        char last = bag.charAt(bag.length() - 1);
        String misread = bag.substring(0, bag.length() - 1) + (last == '7' ? '8' : '7');
        assertThat(browser.open("/find").heading()).isEqualTo("Find by code");
        assertThat(browser.open("/find?code=" + bag.toLowerCase()).location()).isEqualTo("/bags/" + bag);
        assertThat(browser.open("/find?code=" + misread).status()).isEqualTo(422);
        assertThat(browser.text()).contains("a letter or digit is wrong or missing");
        assertThat(browser.page().getElementById("code").val()).isEqualTo(misread);
        Browser other = organisations.open().browser(Role.VOLUNTEER);
        assertThat(other.open("/find?code=" + bag).status()).isEqualTo(404);
        assertThat(other.text()).contains(bag + " is read right, but nothing here has this code");
        assertThat(browser.open("/find?code=" + "x".repeat(2000)).status()).isEqualTo(422);
        assertThat(browser.open("/find?code=%3Cb%3E%7Bconfig:x%7D").text()).contains("\"<b>{config:x}\" is not a code");
    }

    @Test
    void aCodeOfAnotherKindLeadsToItsPage() {
        String donation = intake.aBag()[0];
        assertThat(browser.open("/find?code=" + donation).location()).isEqualTo("/donations/" + donation);
        assertThat(browser.open("/find?code=" + intake.drive).location()).isEqualTo("/drives/" + intake.drive);
        assertThat(browser.open("/find?code=" + intake.house.site).location()).isEqualTo("/places/" + intake.house.site);
    }

    @Test
    void aStrangerWhoScansALabelLearnsNothing() {
        String bag = intake.aBag()[1];
        Browser stranger = Browser.stranger().open("/L/" + bag);
        assertThat(stranger.status()).isNotIn(200, 404);
        assertThat(stranger.response().asString()).doesNotContain("School hall", "/bags/");
        Browser unknown = Browser.stranger().open("/L/B-0000-0000");
        assertThat(unknown.status()).isEqualTo(stranger.status());
    }
}
