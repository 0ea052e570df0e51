package org.kindtrail.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class ShipmentPagesTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    PackedBoxes boxes;

    @Inject
    EntityManager database;

    AnOrganisation.House sender;
    AnOrganisation.House receiver;

    @BeforeEach
    void open() {
        sender = organisations.open();
        receiver = organisations.open();
    }

    @AfterEach
    void forgetGuesses() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    private Browser proposed(String field, String to) {
        Browser browser = sender.browser(Role.DISTRIBUTOR).open("/shipments").click("New shipment");
        browser.fill("Save").set(field, to).type("What it is", "Beds & <b>clothes</b> {all}").type("Own remark", "from the back room").send();
        assertThat(browser.status()).isEqualTo(303);
        return browser.follow();
    }

    private static String codeOn(Browser browser) {
        return browser.page().select("h1 .code").text();
    }

    private static String text(Browser browser, String where) throws Exception {
        try (PdfReader reader = new PdfReader(browser.open(where).response().asByteArray())) {
            return new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s", "");
        }
    }

    @Test
    void twoOrganisationsSendAndReceiveAndAScanIsOnePage() throws Exception {
        List<String> all = boxes.made(sender, PlaceKind.BOX, sender.shelfA, 4);
        List<String> lots = boxes.fill(sender, all, 12);
        Browser out = proposed("to", receiver.code);
        String code = codeOn(out);
        assertThat(out.text()).contains("proposed", "Beds & <b>clothes</b> {all}", "It waits for the answer of " + receiver.name);
        out.fill("Put them on the list").set("containers", "C-0000-0000").send();
        assertThat(out.status()).isEqualTo(422);
        assertThat(out.page().select(".faults a").eachAttr("href")).containsExactly("#containers");
        out.fill("Put them on the list").set("containers", String.join("\n", all)).send().follow();
        assertThat(out.text()).contains(all.get(3), "12 pieces");
        assertThat(out.open("/shipments/" + code + "/packing-list").status()).isEqualTo(409);

        Browser in = receiver.browser(Role.DISTRIBUTOR).open("/shipments?way=in").click(code);
        assertThat(in.text()).contains("Comes from " + sender.name).doesNotContain("back room");
        in.fill("We want it").send().follow();
        out.open("/shipments/" + code).click("Plan a leg");
        out.fill("Save").type("Carrier", "Silk Road <i>Freight</i>").type("Seal", "HK 884").send().follow();
        out.fill("It leaves now").type("Taken by", "driver of the carrier").send().follow();
        assertThat(out.text()).contains("on its way", "Silk Road <i>Freight</i>", "4 boxes");

        // the scan of a label
        Browser hand = receiver.browser(Role.VOLUNTEER).open("/l/" + all.get(0));
        assertThat(hand.location()).endsWith("/shipments/" + code + "/boxes/" + all.get(0));
        hand.follow();
        assertThat(hand.page().select("button.main").text()).isEqualTo("Receive this box");
        assertThat(hand.text()).contains("12 pieces", lots.get(0)).doesNotContain("School hall, Shelf A, C-");
        hand.fill("Receive this box").set("place", receiver.shelfB).set("damaged", "yes").type("What is wrong", "Torn").send().follow();
        assertThat(hand.text()).contains("received", "damaged", "Torn");
        assertThat(hand.open("/containers/" + all.get(0)).status()).isEqualTo(200);
        assertThat(hand.text()).doesNotContain(sender.name).contains("Shelf B");
        assertThat(sender.browser(Role.VOLUNTEER).open("/containers/" + all.get(0)).status()).isEqualTo(404);
        assertThat(sender.browser(Role.VOLUNTEER).open("/containers/" + all.get(1)).page().select(".button.main").text()).isEqualTo("See its shipment");
        assertThat(hand.open("/containers/" + all.get(1)).location()).endsWith("/boxes/" + all.get(1));

        hand.open("/shipments/" + code + "/boxes/" + all.get(0)).click("Open it and count");
        hand.fill("This is what was in it").set("lots[0].received", "1000001").send();
        assertThat(hand.status()).isEqualTo(422);
        assertThat(hand.text()).contains("more than a box can hold");
        hand.fill("This is what was in it").set("lots[0].received", "11").set("lots[0].damaged", "1").send().follow();
        assertThat(hand.text()).contains("12 sent, 11 there, 1 damaged");

        hand.open("/shipments/" + code + "/receive");
        hand.fill("Receive").set("scanned", all.get(1) + " " + all.get(0)).set("place", receiver.shelfA).send();
        assertThat(hand.status()).isEqualTo(409);
        assertThat(hand.text()).contains("was received already: by The volunteer");
        hand.fill("Receive").set("scanned", all.get(1)).set("place", receiver.shelfA).send().follow();
        assertThat(hand.text()).contains("2 received, 2 awaited");
        hand.fill("Record it").set("boxes", "1").set("place", receiver.shelfA).send().follow();
        hand.click("Receive it");
        hand.fill("Everything else has come").set("missing", all.get(2)).set("place", receiver.shelfA).send().follow();
        assertThat(hand.text()).contains("received", "1 missing", "1 surplus", "1 damaged");

        assertThat(out.open("/shipments/" + code).text()).doesNotContain("Write it off as lost");
        Browser decides = sender.browser(Role.COORDINATOR).open("/shipments/" + code);
        decides.fill("Write it off as lost").type("What is known", "Not on the lorry").send().follow();
        decides.fill("Everything is accounted for: close it").send().follow();
        assertThat(decides.text()).contains("closed", "1 lost");
        out.open("/shipments/" + code).click(all.get(2));
        out.fill("Note the claim").type("Amount", "80").set("currency", "USD").send().follow();
        out.fill("It turned up").type("Where it was", "At the border").send().follow();
        assertThat(out.text()).contains("One box that had been lost turned up");
        out.click("Who has it now");
        assertThat(out.text()).contains("with " + receiver.name, "found again, on the road for", "driver of the carrier", "The distributor").doesNotContain("The volunteer");
        papers(out, in, code, all);
        for (String where : List.of("/shipments/" + code + "/lines?format=csv", "/shipments?way=out&format=csv", "/shipments/" + code + "/lines?state=found&format=xlsx")) {
            assertThat(out.open(where).status()).as(where).isEqualTo(200);
        }
    }

    private void papers(Browser out, Browser in, String code, List<String> all) throws Exception {
        String waybill = sender.program(Role.VOLUNTEER).get("/api/v1/shipments/" + code).as(InJson.class, InJson.READ).get("legs[0].waybill");
        String receipt = sender.program(Role.VOLUNTEER).get("/api/v1/shipments/" + code).as(InJson.class, InJson.READ).get("receipts[0].code");
        String loss = sender.program(Role.VOLUNTEER).get("/api/v1/shipments/" + code + "/lines/" + all.get(2)).as(InJson.class, InJson.READ).get("loss");
        assertThat(text(in, "/shipments/" + code + "/packing-list.pdf")).contains(all.get(0), sender.name.replace(" ", ""), "Jumpers,man,L").doesNotContain("Shelf", "backroom");
        assertThat(text(out, "/shipments/" + code + "/waybills/" + waybill + "/waybill.pdf")).contains(waybill, "HK884", "48pieces");
        assertThat(text(out, "/shipments/" + code + "/value-list.pdf")).contains("Valueforcustomsonly", "48pieces");
        assertThat(text(in, "/receipts/" + receipt + "/note.pdf")).contains(receipt, all.get(0), "Torn").doesNotContain("Shelf");
        assertThat(text(out, "/shipments/" + code + "/loss-report.pdf")).contains(loss, all.get(2), "Notonthelorry", "80.00");
        for (String where : List.of("/shipments/" + code + "/packing-list", "/shipments/" + code + "/waybills/" + waybill, "/shipments/" + code + "/value-list", "/receipts/" + receipt, "/shipments/" + code + "/loss-report")) {
            assertThat(out.open(where).status()).as(where).isEqualTo(200);
            assertThat(in.open(where).status()).as(where).isEqualTo(200);
            assertThat(organisations.open().browser(Role.DISTRIBUTOR).open(where).status()).as(where).isEqualTo(404);
        }
        assertThat(out.open("/receipts/" + loss).location()).endsWith("/loss-report");
        assertThat(out.open("/waybills/" + waybill).location()).contains(code);
        String other = codeOn(proposed("to", receiver.code));
        assertThat(out.open("/shipments/" + other + "/waybills/" + waybill).status()).isEqualTo(404);
    }

    @Test
    void aPartnerConfirmsWithTheKeyOnThePaper() {
        Browser people = sender.browser(Role.COORDINATOR).open("/partners").click("Add a partner");
        people.fill("Save").type("Name", "").set("country", "KZ").send();
        assertThat(people.status()).isEqualTo(422);
        people.fill("Save").type("Name", "Salem <b>Village</b>").set("country", "KZ").send().follow();
        assertThat(people.text()).contains("Salem <b>Village</b>", "Kazakhstan", "added");
        String partner = people.page().select("p .code").first().text();
        people.open("/partners/" + partner + "/edit").fill("Save").set("namedInPublic", "yes").send().follow();
        assertThat(people.text()).contains("Donors may read its name");

        List<String> all = boxes.made(sender, PlaceKind.BOX, sender.shelfA, 3);
        boxes.fill(sender, all, 5);
        Browser out = proposed("partner", partner);
        String code = codeOn(out);
        out.fill("Put them on the list").set("containers", String.join(", ", all)).send().follow();
        out.fill("The partner wants it").send().follow();
        out.fill("It leaves now").type("Carrier", "Own van").send().follow();
        String key = out.page().select(".done .code").text();
        assertThat(key).matches("Z[0-9A-Z]{3}(-[0-9A-Z]{4}){3}");
        String waybill = sender.program(Role.VOLUNTEER).get("/api/v1/shipments/" + code).as(InJson.class, InJson.READ).get("legs[0].waybill");
        assertThat(out.open("/shipments/" + code + "/waybills/" + waybill).text()).contains(key);
        assertThat(people.open("/shipments/" + code + "/waybills/" + waybill).text()).doesNotContain(key);
        assertThat(people.open("/shipments/" + code).text()).doesNotContain(key);

        Browser stranger = Browser.stranger().open("/z");
        stranger.open("/z?code=Z000-0000-0000-0000");
        assertThat(stranger.status()).isEqualTo(422);
        stranger.open("/z/" + key);
        assertThat(stranger.text()).contains(all.get(0), sender.name, "3 boxes").doesNotContain("School hall", "jumper", "Salem");
        stranger.fill("This is what came").set("missing", all.get(2)).set("damaged", all.get(2)).send();
        assertThat(stranger.status()).isEqualTo(422);
        stranger.open("/z/" + key).fill("This is what came").set("missing", all.get(2)).set("damaged", all.get(1)).set("takenBy", "secretary").send().follow();
        assertThat(stranger.text()).contains("Thank you");
        assertThat(stranger.open("/z/" + key).text()).contains("It is confirmed").doesNotContain(all.get(0));
        out.open("/shipments/" + code);
        assertThat(out.text()).contains("received", "2 received", "1 missing", "by the key, without an account", "secretary");
        assertThat(people.open("/partners/" + partner).text()).contains("Boxes in its store 2");
        people.fill("Nothing is sent to it any more").send();
        assertThat(people.status()).isEqualTo(409);
    }
}
