package org.kindtrail.stories;

import static io.restassured.RestAssured.given;

import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kindtrail.account.Role;
import org.kindtrail.testing.APhotograph;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.InJson;

/** What {@link EveryThing} has of the road: containers, shipments in every state, partners, and the logo on their papers. */
final class Road {
    private final EveryThing all;
    private final Doors doors;
    private final String site;
    /** What is in all boxes. */
    private String lot;
    private String partner;
    private int made;

    Road(EveryThing all) {
        this.all = all;
        this.doors = all.doors;
        this.site = all.house.site;
    }

    void all() {
        logo();
        lists();
        lot = doors.post(Role.VOLUNTEER, "donations", Map.of(
                        "drive", all.drive,
                        "place", site,
                        "lines", List.of(Map.of("item", "blankets", "quantity", 400))))
                .getString("lots[0].code");
        containers();
        partner = doors.post(Role.COORDINATOR, "partners", Map.of(
                        "name", all.secret("Village of " + all.house.code), "country", "KZ", "namedInPublic", false))
                .getString("code");
        all.ours("/partners/{code}", partner);
        all.ours("/partners/{code}/edit", partner);
        all.ours("/api/v1/partners/{code}", partner);
        shipment(proposed(partner));
        shipment(packed(partner, box(site)));
        onTheRoad();
        received();
        coming();
    }

    private void logo() {
        all.everybodys("/organisation/logo");
        Doors.good("logo", all.house.program(Role.COORDINATOR).contentType("image/jpeg").body(APhotograph.jpeg()).put("/api/v1/organisations/mine/logo"));
        all.ours("/organisation/logo/image");
        all.ours("/api/v1/organisations/mine/logo");
    }

    private void lists() {
        all.list("containers", "kind=box", "q=Box");
        all.list("shipments", "way=out", "way=in");
        all.list("partners");
        all.everybodys("/containers/new", "/containers/move", "/partners/new", "/shipments/new", "/z", "/z/thanks");
        all.api("containers", "partners", "shipments");
        for (String paper : List.of("/containers/labels", "/containers/labels.pdf")) {
            // of nothing
            all.put(paper, paper, EveryThing.Whose.EVERYBODYS, 422);
        }
    }

    private InJson made(String kind, String in) {
        return doors.post(Role.VOLUNTEER, "containers", Map.of(
                "kind", kind,
                "in", in,
                "name", all.secret("Name " + ++made + " of " + all.house.code),
                "measures", Map.of("weight", 14_500, "length", 600, "width", 400, "height", 350, "marks", List.of("fragile"))));
    }

    /** A box with something in it. */
    private String box(String in) {
        String box = made("box", in).getString("containers[0].code");
        doors.post(Role.VOLUNTEER, "containers/" + box + "/pack", Map.of(
                "lines", List.of(Map.of("lot", lot, "from", site, "quantity", 10))));
        return box;
    }

    private void containers() {
        InJson pallets = made("pallet", all.house.shelfA);
        String pallet = pallets.getString("containers[0].code");
        String document = pallets.getString("document");
        all.ours("/containers/made/{document}", document);
        all.put("/containers/labels", "/containers/labels?made=" + document, EveryThing.Whose.OURS, 200);
        all.put("/containers/labels.pdf", "/containers/labels.pdf?made=" + document + "&sheet=l7160", EveryThing.Whose.OURS, 200);
        String box = box(pallet);
        String sealed = box(pallet);
        doors.post(Role.VOLUNTEER, "containers/" + sealed + "/seal", Map.of("number", all.secret("Seal of " + all.house.code)));
        String closed = made("box", site).getString("containers[0].code");
        doors.press(Role.VOLUNTEER, "containers/" + closed + "/close");
        for (String each : List.of(pallet, box, sealed, closed)) {
            all.ours("/containers/{code}", each);
            all.ours("/api/v1/containers/{code}", each);
        }
        for (String page : List.of("edit", "pack", "unpack")) {
            all.ours("/containers/{code}/" + page, box);
        }
        for (String page : List.of("contents", "history", "packing-list", "packing-list.pdf")) {
            all.ours("/containers/{code}/" + page, pallet);
        }
        all.ours("/api/v1/containers/{code}/history", pallet);
        all.put("/find", "/find?code=" + box, EveryThing.Whose.EVERYBODYS, 303);
        all.ours("/places/{code}", all.house.shelfA);
        all.ours("/places/{code}/empty", all.house.shelfA);
    }

    private String proposed(String to) {
        return doors.post(Role.DISTRIBUTOR, "shipments", Map.of(
                        "to", to,
                        "about", all.secret("About " + ++made + " of " + all.house.code),
                        "remark", all.secret("Remark " + ++made + " of " + all.house.code)))
                .getString("code");
    }

    private String packed(String to, String... boxes) {
        String shipment = proposed(to);
        doors.press(Role.DISTRIBUTOR, "shipments/" + shipment + "/agree");
        doors.post(Role.VOLUNTEER, "shipments/" + shipment + "/lines", Map.of("containers", List.of(boxes)));
        return shipment;
    }

    private InJson departed(String... boxes) {
        InJson departed = doors.post(Role.DISTRIBUTOR, "shipments/" + packed(partner, boxes) + "/depart", Map.of(
                "takenBy", "driver of the carrier",
                "leg", Map.of(
                        "carrier", all.secret("Carrier of " + all.house.code),
                        "vehicle", all.secret("Lorry of " + all.house.code),
                        "seal", all.secret("Lead of " + all.house.code),
                        "starts", "Hong Kong",
                        "ends", "Almaty")));
        for (String route : List.of("/z/{key}", "/api/v1/handovers/{key}")) {
            all.put(route, route.replace("{key}", departed.getString("handover.key")), EveryThing.Whose.EVERYBODYS, 200);
        }
        return departed;
    }

    private void shipment(String code) {
        all.ours("/shipments/{code}", code);
        all.ours("/api/v1/shipments/{code}", code);
    }

    private void onTheRoad() {
        String box = box(site);
        InJson departed = departed(box);
        String code = departed.getString("shipment.code");
        String waybill = departed.getString("shipment.legs[0].waybill");
        doors.post(Role.DISTRIBUTOR, "shipments/" + code + "/events", Map.of(
                "kind", "customs_in", "waybill", waybill, "note", all.secret("Customs of " + all.house.code)));
        shipment(code);
        for (String page : List.of("edit", "events/new", "legs/new", "receive", "lines", "custody")) {
            all.ours("/shipments/{code}/" + page, code);
        }
        all.ours("/shipments/{code}/legs/{waybill}", code, waybill);
        all.ours("/api/v1/shipments/{code}/lines", code);
        all.ours("/api/v1/shipments/{code}/custody", code);
        line(code, box);
    }

    private void line(String shipment, String box) {
        all.ours("/shipments/{code}/boxes/{container}", shipment, box);
        all.ours("/shipments/{code}/boxes/{container}/count", shipment, box);
        all.ours("/api/v1/shipments/{code}/lines/{container}", shipment, box);
    }

    /** By its key: one came, one came damaged, one did not come and is claimed, one was not on the list; then it is closed. */
    private void received() {
        List<String> boxes = List.of(box(site), box(site), box(site));
        InJson departed = departed(boxes.toArray(String[]::new));
        String code = departed.getString("shipment.code");
        Doors.good("handover", given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "missing", List.of(boxes.get(1)),
                        "damaged", List.of(Map.of("container", boxes.get(2), "note", all.secret("Wet, of " + all.house.code))),
                        "remark", all.secret("Received of " + all.house.code)))
                .post("/api/v1/handovers/" + departed.getString("handover.key")));
        doors.post(Role.DISTRIBUTOR, "shipments/" + code + "/surplus", Map.of(
                "container", box(site), "note", all.secret("Surplus of " + all.house.code)));
        shipment(code);
        String path = "shipments/" + code + "/";
        doors.post(Role.COORDINATOR, path + "lost", Map.of("why", all.secret("Lost, of " + all.house.code)));
        doors.post(Role.DISTRIBUTOR, path + "lines/" + boxes.get(1) + "/claim", Map.of(
                "amount", "120.50", "currency", "USD", "note", all.secret("Insurer of " + all.house.code)));
        doors.post(Role.COORDINATOR, path + "close", Map.of("note", all.secret("Closed, of " + all.house.code)));
        all.ours("/shipments/{code}/custody", code);
        all.ours("/shipments/{code}/lines", code);
        all.ours("/api/v1/shipments/{code}/custody", code);
        line(code, boxes.get(1));
        line(code, boxes.get(2));
        papers(code, departed.getString("shipment.legs[0].waybill"));
    }

    private void papers(String shipment, String waybill) {
        for (String paper : List.of("packing-list", "value-list", "loss-report")) {
            all.ours("/shipments/{code}/" + paper, shipment);
            all.ours("/shipments/{code}/" + paper + ".pdf", shipment);
        }
        all.ours("/shipments/{code}/waybills/{waybill}", shipment, waybill);
        all.ours("/shipments/{code}/waybills/{waybill}/waybill.pdf", shipment, waybill);
        all.put("/waybills/{waybill}", "/waybills/" + waybill, EveryThing.Whose.OURS, 303);
        String receipt = doors.get(Role.VOLUNTEER, "shipments/" + shipment).getString("receipts[0].code");
        all.ours("/receipts/{receipt}", receipt);
        all.ours("/receipts/{receipt}/note.pdf", receipt);
    }

    /** From a neighbour: one box was received and counted, one is on the road. */
    private void coming() {
        AnOrganisation.House neighbour = CDI.current().select(AnOrganisation.class).get().open();
        Doors there = new Doors(neighbour);
        List<String> boxes = there.post(Role.VOLUNTEER, "containers", Map.of("kind", "box", "count", 2, "in", neighbour.site))
                .getList("containers.code");
        String drive = there.post(Role.COORDINATOR, "drives", Map.of(
                        "kind", "collection",
                        "title", "For the neighbours",
                        "startsOn", LocalDate.now().toString(),
                        "endsOn", LocalDate.now().toString(),
                        "site", neighbour.site))
                .getString("code");
        String given = there.post(Role.VOLUNTEER, "donations", Map.of(
                        "drive", drive, "place", neighbour.site, "lines", List.of(Map.of("item", "blankets", "quantity", 20))))
                .getString("lots[0].code");
        for (String box : boxes) {
            there.post(Role.VOLUNTEER, "containers/" + box + "/pack", Map.of(
                    "lines", List.of(Map.of("lot", given, "from", neighbour.site, "quantity", 10))));
        }
        String code = there.post(Role.DISTRIBUTOR, "shipments", Map.of("to", all.house.code, "about", all.secret("Neighbours of " + all.house.code)))
                .getString("code");
        shipment(code);
        doors.press(Role.DISTRIBUTOR, "shipments/" + code + "/agree");
        there.post(Role.VOLUNTEER, "shipments/" + code + "/lines", Map.of("containers", boxes));
        there.press(Role.DISTRIBUTOR, "shipments/" + code + "/depart");
        String path = "shipments/" + code + "/";
        doors.post(Role.VOLUNTEER, path + "receive", Map.of("place", all.house.shelfB, "containers", List.of(boxes.get(0))));
        doors.post(Role.VOLUNTEER, path + "lines/" + boxes.get(0) + "/count", Map.of("lots", List.of(Map.of("lot", given, "received", 9))));
        all.ours("/shipments/{code}/receive", code);
        line(code, boxes.get(0));
        line(code, boxes.get(1));
        all.put("/containers/{code}", "/containers/" + boxes.get(1), EveryThing.Whose.OURS, 303);
        all.put("/l/{code}", "/l/" + boxes.get(1), EveryThing.Whose.EVERYBODYS, 303);
    }
}
