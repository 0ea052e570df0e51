package org.kindtrail.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class ShipmentResourceTest extends BetweenTwoHouses {
    @Inject
    SomeGoods goods;

    @Inject
    Hops hops;

    @Test
    void threeHundredAndSeventeenBoxesTravelAndEachIsAccountedFor() throws Exception {
        String freight = boxes.made(sender, PlaceKind.FREIGHT, sender.site, 1).get(0);
        List<String> pallets = boxes.made(sender, PlaceKind.PALLET, freight, 12);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.addAll(boxes.made(sender, PlaceKind.BOX, pallets.get(i), i < 5 ? 27 : 26));
        }
        boxes.fill(sender, all.subList(0, 101), 48);
        boxes.fill(sender, all.subList(101, 317), 47);
        String forgotten = boxes.box(sender, sender.shelfA, 9);
        assertThat(boxes.held(sender)).isEqualTo(15_009);

        String path = agreed(List.of(freight));
        var leaving = RoundTrips.during(() -> post(sender, path + "/depart", Map.of(
                        "givenBy", "warehouse keeper",
                        "takenBy", "driver of the carrier",
                        "leg", Map.of("carrier", "Silk Road Freight", "vehicle", "TGHU 123456 7", "seal", "HK 884 213", "starts", "Hong Kong", "ends", "Almaty", "plannedArrival", java.time.LocalDate.now().plusDays(20).toString())))
                .statusCode(200)
                .body(tells("shipment.state", equalTo("departed")))
                .body(tells("shipment.counts.boxes", equalTo(317)))
                .body(tells("shipment.counts.pallets", equalTo(12)))
                .body(tells("shipment.counts.freightContainers", equalTo(1)))
                .body(tells("shipment.legs[0].waybill", startsWith("WB-")))
                .body(tells("handover", nullValue())));
        assertThat(leaving.statements()).as(String.join("\n", leaving.sql())).isLessThan(80);
        String waybill = InJson.found(get(receiver, path).extract(), "legs[0].waybill");
        for (String kind : List.of("customs_in", "customs_out", "handed_over")) {
            post(receiver, path + "/events", Map.of("kind", kind, "waybill", waybill, "boxes", 317, "takenBy", "customs officer")).statusCode(200);
        }
        post(sender, path + "/events", Map.of("kind", "leg_arrived", "waybill", waybill)).statusCode(200);
        post(receiver, path + "/events", Map.of("kind", "arrived")).statusCode(200).body(tells("state", equalTo("arrived")));

        List<String> missing = List.of(all.get(0), all.get(30), all.get(316));
        List<Map<String, String>> damaged = List.of(Map.of("container", all.get(5), "note", "Wet through"), Map.of("container", all.get(200)));
        var taking = RoundTrips.during(() -> post(receiver, path + "/receive-all", Map.of("place", receiver.shelfA, "missing", missing, "damaged", damaged, "takenBy", "warehouse keeper"))
                .statusCode(200)
                .body(tells("state", equalTo("received")))
                .body(tells("counts.received", equalTo(327)))
                .body(tells("counts.missing", equalTo(3)))
                .body(tells("counts.damaged", equalTo(2))));
        assertThat(taking.statements()).as(String.join("\n", taking.sql())).isLessThan(80);
        post(receiver, path + "/surplus", Map.of("place", receiver.shelfB, "container", forgotten)).statusCode(200).body(tells("counts.surplus", equalTo(1)));
        post(receiver, path + "/surplus", Map.of("place", receiver.shelfB, "container", forgotten)).statusCode(422);
        assertThat(boxes.held(receiver)).isEqualTo(15_009 - 48 - 48 - 47);
        assertThat(boxes.held(sender)).isEqualTo(48 + 48 + 47);

        post(sender, path + "/close", Map.of()).statusCode(409).body(tells("detail", containsString("3 boxes")));
        post(sender, path + "/lost", Map.of("why", "Not in the container at the border")).statusCode(200).body(tells("counts.lost", equalTo(3)));
        assertThat(boxes.held(sender)).isZero();
        post(sender, path + "/lines/" + missing.get(0) + "/claim", Map.of("amount", "120.50", "currency", "USD", "note", "Insurer")).statusCode(200).body(tells("claim", equalTo("120.50")));
        get(receiver, path + "/lines/" + missing.get(0)).statusCode(200).body(tells("claim", nullValue())).body(tells("state", equalTo("lost"))).body(tells("loss", startsWith("GR-")));
        post(sender, path + "/close", Map.of()).statusCode(200).body(tells("state", equalTo("closed")));
        adds();

        post(receiver, path + "/receive", Map.of("place", receiver.shelfA, "containers", List.of(missing.get(1)))).statusCode(409);
        post(sender, path + "/lost", Map.of("why", "again")).statusCode(409);
        post(sender, path + "/events", Map.of("kind", "customs_in")).statusCode(409);
        post(sender, path + "/lines", Map.of("containers", List.of(all.get(7)))).statusCode(409);
        post(sender, path + "/lines/" + missing.get(1) + "/found", Map.of("why", "In a warehouse of the carrier")).statusCode(200).body(tells("state", equalTo("received"))).body(tells("counts.found", equalTo(1)));
        assertThat(boxes.held(sender)).isEqualTo(48);
        post(sender, path + "/close", Map.of()).statusCode(409);
        post(receiver, path + "/receive", Map.of("place", receiver.shelfA, "containers", List.of(missing.get(1)))).statusCode(200).body(tells("counts.received", equalTo(329)));
        post(sender, path + "/close", Map.of("note", "Two boxes lost")).statusCode(200).body(tells("counts.lost", equalTo(2)));
        assertThat(boxes.held(receiver)).isEqualTo(15_009 - 48 - 47);
        assertThat(boxes.held(sender)).isZero();
        adds();

        InJson custody = get(sender, path + "/custody").statusCode(200).extract().as(InJson.class, InJson.READ);
        assertThat(custody.getList("now.state", String.class)).containsExactly("held", "lost");
        assertThat(custody.getList("now.holder", String.class)).containsExactly(receiver.name, sender.name);
        assertThat(custody.getList("now.containers", Integer.class)).containsExactly(329, 2);
        assertThat(custody.getList("hops[0].events.kind", String.class)).contains("proposed", "agreed", "departed", "customs_in", "handed_over", "arrived", "received", "surplus", "damaged", "lost", "found", "box_received", "closed");
        listIsPagedAndWhole(path);
    }

    private void listIsPagedAndWhole(String path) {
        String next = null;
        List<String> codes = new ArrayList<>();
        do {
            InJson page = get(receiver, path + "/lines?limit=100" + (next == null ? "" : "&after=" + next)).statusCode(200).extract().as(InJson.class, InJson.READ);
            codes.addAll(page.getList("rows.container", String.class));
            assertThat(page.getList("rows.findAll { it.kind == 'box' && !it.surplus }.contents.quantity.flatten()", Integer.class)).allMatch(each -> each == 47 || each == 48);
            next = page.getString("next");
        } while (next != null);
        assertThat(codes).hasSize(331).doesNotHaveDuplicates();
        get(sender, path + "/lines?differing=true").body(tells("rows", hasSize(6)));
        get(sender, path + "/lines?state=lost").body(tells("rows", hasSize(2)));
    }

    @Test
    void eachOfTheTwoSeesItsPartAndNobodyElseAnything() {
        String box = boxes.box(sender, sender.shelfA, 12);
        String path = departed(List.of(box));
        String other = departed(List.of(boxes.box(sender, sender.shelfA, 12)));
        post(receiver, path + "/receive", Map.of("place", receiver.shelfB, "containers", List.of(box))).statusCode(200);
        for (String part : List.of("", "/lines", "/lines/" + box, "/custody")) {
            String toReceiver = get(receiver, path + part).statusCode(200).extract().asString();
            assertThat(toReceiver).doesNotContain(sender.site, sender.shelfA, "School hall", "back room", "Shelf");
            String toSender = get(sender, path + part).statusCode(200).extract().asString();
            assertThat(toSender).doesNotContain(receiver.site, receiver.shelfB, "School hall", "Shelf", "The coordinator of");
        }
        get(sender, path).body(tells("remark", equalTo("from the back room")));
        assertThat(get(sender, path + "/custody").extract().asString()).contains("The coordinator");
        AnOrganisation.House stranger = organisations.open();
        for (String part : List.of("", "/lines", "/lines/" + box, "/custody")) {
            get(stranger, path + part).statusCode(404);
        }
        Map<String, Object> bodies = new HashMap<>(Map.of(
                "agree", "", "decline", Map.of("why", "x"), "cancel", Map.of("why", "x"), "lines", Map.of("containers", List.of(box)),
                "depart", Map.of(), "legs", Map.of(), "handover-key", ""));
        bodies.putAll(Map.of(
                "events", Map.of("kind", "arrived"), "take-back", Map.of("place", stranger.site, "why", "x"),
                "receive", Map.of("place", stranger.site, "containers", List.of(box)), "receive-all", Map.of("place", stranger.site),
                "finish-receiving", Map.of(), "surplus", Map.of("place", stranger.site, "container", box), "lost", Map.of("why", "x"), "close", Map.of()));
        bodies.putAll(Map.of("lines/" + box + "/damage", Map.of("note", "x"), "lines/" + box + "/count", Map.of("lots", List.of()), "lines/" + box + "/found", Map.of("why", "x"), "lines/" + box + "/claim", Map.of("amount", "1", "currency", "USD"), "lines/" + box + "/remove", ""));
        bodies.forEach((act, body) -> post(stranger, path + "/" + act, body).statusCode(404));
        get(stranger, "/shipments").body(tells("rows", hasSize(0)));
        get(receiver, "/shipments?way=in").body(tells("rows", hasSize(2))).body(tells("rows.side", hasItem("receiver")));
        get(receiver, "/shipments?way=out").body(tells("rows", hasSize(0)));
        // what the other side does is refused with words, and a waybill of another's shipment is none
        post(receiver, path + "/lost", Map.of("why", "x")).statusCode(409).body(tells("detail", containsString(sender.name)));
        post(sender, path + "/receive", Map.of("place", sender.site, "containers", List.of(box))).statusCode(409).body(tells("detail", containsString(receiver.name)));
        String waybill = InJson.found(post(sender, other + "/legs", Map.of("carrier", "By road")).statusCode(201).extract(), "waybill");
        post(sender, path + "/events", Map.of("kind", "leg_departed", "waybill", waybill)).statusCode(404);
        sender.program(Role.DISTRIBUTOR).body(Map.of("carrier", "x")).put("/api/v1" + path + "/legs/" + waybill).then().statusCode(404);
    }

    @Test
    void whatIsOnThePackingListIsFreeAgainWhenItDoesNotLeave() {
        String box = boxes.box(sender, sender.shelfA, 12);
        String path = agreed(List.of(box));
        String second = "/shipments/" + proposed(sender, receiver.code);
        post(sender, second + "/lines", Map.of("containers", List.of(box))).statusCode(409).body(tells("detail", containsString(path.substring(11))));
        post(sender, path + "/cancel", Map.of("why", "No lorry")).statusCode(200).body(tells("state", equalTo("cancelled")));
        post(sender, second + "/lines", Map.of("containers", List.of(box, box))).statusCode(200).body(tells("counts.boxes", equalTo(1)));
        post(receiver, second + "/decline", Map.of("why", "No room")).statusCode(200).body(tells("state", equalTo("declined")));
        String third = departed(List.of(box));
        post(sender, third + "/depart", Map.of()).statusCode(409);
        post(sender, third + "/cancel", Map.of("why", "x")).statusCode(409);
        post(sender, third + "/take-back", Map.of("place", sender.shelfB, "why", "Turned back at the border")).statusCode(200).body(tells("state", equalTo("returned"))).body(tells("counts.returned", equalTo(1)));
        post(receiver, third + "/receive", Map.of("place", receiver.site, "containers", List.of(box))).statusCode(409);
        get(sender, third + "/custody").body(tells("now[0].holder", equalTo(sender.name)));
        sender.program(Role.VOLUNTEER).get("/api/v1/containers/" + box).then().statusCode(200).body(tells("atHand", equalTo(true)));
        // promised goods stand in the way
        String lot = InJson.found(get(sender, third + "/lines/" + box).extract(), "contents[0].lot");
        goods.promise(sender, lot, box, "N-0000-0000", 3);
        post(sender, agreed(List.of(box)) + "/depart", Map.of()).statusCode(409).body(tells("detail", containsString("N-0000-0000")));
    }

    @Test
    void aPartnerWithoutAnAccountConfirmsWithAKeyAndPartOfItGoesOn() throws Exception {
        List<String> two = boxes.made(sender, PlaceKind.BOX, sender.shelfA, 3);
        List<String> lots = boxes.fill(sender, two, 20);
        String first = departed(two);
        post(receiver, first + "/receive-all", Map.of("place", receiver.shelfA)).statusCode(200).body(tells("counts.received", equalTo(3)));
        String partner = InJson.found(post(receiver, "/partners", Map.of("name", "Love <i>Kazakhstan</i>", "country", "KZ")).statusCode(201).extract(), "code");
        String path = "/shipments/" + proposed(receiver, partner);
        post(receiver, path + "/agree", "").statusCode(200);
        post(receiver, path + "/lines", Map.of("containers", two.subList(0, 2))).statusCode(200);
        InJson left = post(receiver, path + "/depart", Map.of("leg", Map.of("carrier", "Own van"))).statusCode(200).extract().as(InJson.class, InJson.READ);
        String old = left.getString("handover.key");
        String key = InJson.found(post(receiver, path + "/handover-key", "").statusCode(200).extract(), "handover.key");
        assertThat(key).startsWith("Z").isNotEqualTo(old);
        RestAssured.given().get("/api/v1/handovers/" + old).then().statusCode(404);
        RestAssured.given().get("/api/v1/handovers/" + key).then().statusCode(200).body(tells("boxes.container", hasItems(two.get(0), two.get(1)))).body(tells("from", equalTo(receiver.name))).body(tells("boxes", hasSize(2)));
        RestAssured.given().contentType("application/json").body(Map.of("missing", List.of(two.get(2)))).post("/api/v1/handovers/" + key).then().statusCode(422);
        RestAssured.given().contentType("application/json").body(Map.of("missing", List.of(two.get(1)), "takenBy", "secretary")).post("/api/v1/handovers/" + key).then().statusCode(200).body(tells("confirmed", equalTo(true))).body(tells("boxes", hasSize(0)));
        RestAssured.given().contentType("application/json").body(Map.of()).post("/api/v1/handovers/" + key).then().statusCode(409);
        get(receiver, path).body(tells("state", equalTo("received"))).body(tells("counts.missing", equalTo(1))).body(tells("receipts[0].byKey", equalTo(true)));
        post(receiver, path + "/receive", Map.of("containers", List.of(two.get(1)))).statusCode(200).body(tells("counts.received", equalTo(2)));
        post(receiver, path + "/close", Map.of()).statusCode(200);
        receiver.program(Role.DISTRIBUTOR).get("/api/v1/partners/" + partner).then().body(tells("containers", equalTo(2)));
        post(receiver, "/partners/" + partner + "/close", "").statusCode(409);

        // the partner's store sends on; the first sender was no party to that, and reads no further than its own receiver
        String second = InJson.found(post(receiver, "/partners", Map.of("name", "A school", "country", "KG", "namedInPublic", true)).extract(), "code");
        String on = "/shipments/" + proposed(receiver, second);
        post(receiver, on + "/agree", "").statusCode(200);
        post(receiver, on + "/lines", Map.of("containers", List.of(two.get(0)))).statusCode(200);
        post(receiver, on + "/depart", Map.of()).statusCode(200);
        get(receiver, on + "/custody").body(tells("hops", hasSize(3))).body(tells("now[0].state", equalTo("on_the_road"))).body(tells("now[0].holder", equalTo(receiver.name)));
        get(sender, first + "/custody").body(tells("hops", hasSize(1))).body(tells("now[0].holder", equalTo(receiver.name))).body(tells("now[0].containers", equalTo(3)));
        post(receiver, on + "/receive-all", Map.of()).statusCode(200);
        get(receiver, first + "/custody").body(tells("hops", hasSize(3))).body(tells("now.holder", hasItems("A school", "Love <i>Kazakhstan</i>", receiver.name)));
        adds();

        List<Hops.Hop> way = hops.of(List.of(boxes.lotId(lots.get(0)), boxes.lotId(lots.get(2))));
        assertThat(way).hasSize(4);
        assertThat(way.stream().filter(hop -> hop.lot().equals(boxes.lotId(lots.get(0)))).map(Hops.Hop::quantity)).containsExactly(20L, 20L, 20L);
        assertThat(way.get(0).from().organisation()).isEqualTo(sender.id);
        assertThat(way.get(0).to().publicName()).isNull();
        assertThat(way.get(3).to().publicName()).isEqualTo("A school");
        assertThat(way.get(3).to().country()).isEqualTo("KG");
        sender.program(Role.COORDINATOR).body(Map.of("version", 0, "name", sender.name, "country", "KZ", "timeZone", "Asia/Almaty", "namedInPublic", true)).put("/api/v1/organisations/mine").then().statusCode(200).body(tells("namedInPublic", equalTo(true)));
        assertThat(hops.of(List.of(boxes.lotId(lots.get(2)))).get(0).from().publicName()).isEqualTo(sender.name);
    }

    @Test
    void whatCannotBeIsRefusedWithWords() {
        post(sender, "/shipments", Map.of()).statusCode(422);
        for (String wrong : List.of(sender.code, "H-0000-0000", "PA-0000-0000", "x".repeat(10_000), "{to}", receiver.site)) {
            post(sender, "/shipments", Map.of("to", wrong)).statusCode(422).body(tells("errors[0].pointer", equalTo("/to")));
        }
        post(sender, "/shipments", Map.of("to", receiver.code, "about", "x".repeat(501))).statusCode(422);
        post(sender, "/shipments", Map.of("to", receiver.code, "plannedDeparture", "1999-01-01")).statusCode(422);
        post(sender, "/partners", Map.of("name", "x".repeat(201), "country", "XX")).statusCode(422);
        String path = "/shipments/" + proposed(sender, receiver.code);
        post(sender, path + "/depart", Map.of()).statusCode(409);
        post(receiver, path + "/agree", "").statusCode(200);
        post(receiver, path + "/agree", "").statusCode(409);
        post(sender, path + "/depart", Map.of()).statusCode(409).body(tells("detail", containsString("Nothing is on the list")));
        String foreign = boxes.box(receiver, receiver.site, 1);
        post(sender, path + "/lines", Map.of("containers", List.of("C-0000-0000", foreign, sender.site))).statusCode(422).body(tells("errors", hasSize(1)));
        post(sender, path + "/lines", Map.of("containers", List.of())).statusCode(422);
        String box = boxes.box(sender, sender.shelfA, 3);
        post(sender, path + "/lines", Map.of("containers", List.of(box))).statusCode(200);
        post(sender, path + "/depart", Map.of("departedAt", "2099-01-01T00:00:00Z")).statusCode(422);
        post(sender, path + "/depart", Map.of("leg", Map.of("carrier", "x".repeat(201)))).statusCode(422);
        post(sender, path + "/depart", Map.of()).statusCode(200);
        post(sender, path + "/handover-key", "").statusCode(409);
        post(receiver, path + "/receive", Map.of("containers", List.of(box))).statusCode(422);
        post(receiver, path + "/receive", Map.of("place", sender.site, "containers", List.of(box))).statusCode(422);
        post(receiver, path + "/receive", Map.of("place", receiver.site, "containers", List.of(foreign))).statusCode(422).body(tells("errors[0].pointer", equalTo("/containers/0")));
        post(receiver, path + "/receive-all", Map.of("place", receiver.site, "missing", List.of(foreign))).statusCode(422);
        post(sender, path + "/events", Map.of("kind", "leg_departed")).statusCode(422);
        post(sender, path + "/events", Map.of("kind", "arrived", "boxes", -1)).statusCode(422);
        post(sender, path + "/events", Map.of("kind", "arrived", "occurredAt", "2001-01-01T00:00:00Z")).statusCode(422);
        post(sender, path + "/lost", Map.of("why", "x")).statusCode(409);
        get(sender, path).body(tells("state", equalTo("departed"))).body(tells("about", equalTo("Beds & <b>clothes</b>")));
        get(sender, path + "/lines?state=gone").statusCode(400);
        get(sender, "/shipments/SH-0000-000X").statusCode(404).body(tells("detail", not(containsString("null"))));
    }
}
