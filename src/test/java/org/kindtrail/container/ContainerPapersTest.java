package org.kindtrail.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class ContainerPapersTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    AnOrganisation.House house;
    String pallet;
    String box;
    String other;

    @BeforeEach
    void aPalletWithTwoBoxes() {
        house = organisations.open();
        pallet = made("pallet", house.shelfA, "Aigerim from School hall", Map.of());
        box = made("box", pallet, "Winter for Bota", Map.of("weight", 14500, "length", 600, "width", 400, "height", 350, "marks", List.of("fragile", "do_not_stack")));
        other = made("box", pallet, null, Map.of("weight", 500));
        for (String size : List.of("XS", "S", "M", "L", "XL", "XXL")) {
            String lot = goods.receive(house, house.shelfA, "jumpers-man", size, size.length() * 10 + size.charAt(0));
            pack(size.length() > 2 ? other : box, lot);
        }
    }

    private String made(String kind, String in, String name, Map<String, Object> measures) {
        var body = new java.util.HashMap<String, Object>(Map.of("kind", kind, "in", in, "measures", measures));
        body.put("name", name);
        return InJson.found(house.program(Role.VOLUNTEER).body(body).post("/api/v1/containers").then().statusCode(201).extract(), "containers[0].code");
    }

    private void pack(String into, String lot) {
        house.program(Role.VOLUNTEER).body(Map.of("lines", List.of(Map.of("lot", lot)))).post("/api/v1/containers/" + into + "/pack").then().statusCode(201);
    }

    private String read(String path) throws IOException {
        byte[] bytes = house.browser(Role.VOLUNTEER).open(path).response().asByteArray();
        PdfReader reader = new PdfReader(bytes);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }

    @Test
    void aLabelSaysWhatIsInItSizeWeightAndHandlingAndNobodysName() throws IOException {
        Browser browser = house.browser(Role.VOLUNTEER).open("/containers/" + box).click("Label");
        assertThat(browser.text())
                .contains("One label", "Box, 14.5 kg, 60 x 40 x 35 cm", "108 × Jumpers, man, size XS", "and 1 more", "FRAGILE", "DO NOT STACK")
                .doesNotContain("Bota", "Aigerim", "School hall", "Shelf A");
        for (String sheet : List.of("l7163", "half", "roll")) {
            String label = read("/containers/labels.pdf?container=" + box + "&sheet=" + sheet + "&start=1");
            assertThat(label.replaceAll("\\s+", "")).contains(box, "Box", "14.5kg", "FRAGILE", "DONOTSTACK").doesNotContain("Bota", "Aigerim", "School", "ShelfA");
        }
        String all = read("/containers/labels.pdf?in=" + pallet + "&container=" + pallet + "&sheet=half&start=2");
        assertThat(all).contains(pallet, box, other);
        assertThat(browser.open("/containers/labels?in=" + house.shelfA).text()).contains("One label", pallet, "Pallet", "and 2 more");
        assertThat(browser.open("/containers/labels.pdf?container=" + box + "&sheet=roll&start=2").status()).isEqualTo(422);
        assertThat(browser.open("/containers/labels.pdf?container=C-0000-0000").status()).isEqualTo(422);
        assertThat(browser.open("/containers/labels?in=" + house.shelfB).status()).isEqualTo(422);
        assertThat(browser.open("/containers/labels?made=M-0000-0000").status()).isEqualTo(404);
        assertThat(organisations.open().browser(Role.COORDINATOR).open("/containers/labels?container=" + box).status()).isEqualTo(422);
    }

    @Test
    void blankLabelsArePrintedOfContainersThatWereJustMade() throws IOException {
        Browser browser = house.browser(Role.VOLUNTEER).open("/containers/new?in=" + house.site);
        browser.fill("Take into use").type("How many", "3").send().follow();
        String first = browser.page().selectFirst("main li a.code").text();
        browser.click("Labels");
        assertThat(browser.heading()).isEqualTo("3 labels");
        String made = browser.page().selectFirst("input[name=made]").val();
        assertThat(read("/containers/labels.pdf?made=" + made + "&sheet=l7160")).contains(first);
    }

    @Test
    void aPackingListSaysWhatIsInEachBox() throws IOException {
        Browser browser = house.browser(Role.VOLUNTEER).open("/containers/" + box).click("Packing list");
        assertThat(browser.heading()).contains("Packing list");
        assertThat(browser.text()).contains(box, "14.5 kg", "84 litres", "Jumpers, man", "XS", "108");
        String whole = read("/containers/" + pallet + "/packing-list.pdf");
        assertThat(whole).contains(pallet, box, other, "15 kg", "XXL");
        assertThat(house.browser(Role.VOLUNTEER).open("/containers/" + made("box", house.site, null, Map.of()) + "/packing-list").status()).isEqualTo(200);
        assertThat(organisations.open().browser(Role.COORDINATOR).open("/containers/" + box + "/packing-list.pdf").status()).isEqualTo(404);
    }
}
