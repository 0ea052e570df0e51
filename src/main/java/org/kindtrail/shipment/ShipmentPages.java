package org.kindtrail.shipment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Places;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Shipments for people: what is agreed, what is put on them, and how they leave. */
@Path("/shipments")
@Produces("text/html")
public class ShipmentPages {
    /** What the page of a shipment shows of its differences. */
    private static final int SOME = 50;

    private final ShipmentService shipments;
    private final RoadService road;
    private final DifferenceService differences;
    private final PartnerService partners;
    private final Places places;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final Frame frame;

    ShipmentPages(
            ShipmentService shipments,
            RoadService road,
            DifferenceService differences,
            PartnerService partners,
            Places places,
            Once once,
            Rules rules,
            Listings listings,
            Frame frame) {
        this.shipments = shipments;
        this.road = road;
        this.differences = differences;
        this.partners = partners;
        this.places = places;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "shipment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance shipment(
                ShipmentView shipment,
                String key,
                List<ShipmentLineView> differing,
                List<ShipmentLineView> listed,
                List<Option> sites,
                Form form);

        static native TemplateInstance shipmentEdit(String code, Form form, List<Option> partners);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("way") String way,
            @QueryParam("with") String partner,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        Shipments.Way wanted = Cursor.choice("way", way, Shipments.Way.class);
        String path = partner != null ? "/shipments?with=" + partner : wanted == null ? "/shipments" : "/shipments?way=" + way;
        Listing<ShipmentRow> listing = new Listing<>(
                        "shipment_list", path, (from, size) -> shipments.list(wanted, null, partner, from, size))
                .link("shipment_code", ShipmentRow::code, row -> "/shipments/" + row.code())
                .column("shipment_side", row -> say(row.side() == ShipmentView.Side.SENDER ? "shipment_goes_to" : "shipment_comes_from"))
                .column("shipment_other", ShipmentRow::otherName)
                .column("shipment_about", ShipmentRow::about)
                .column("shipment_state", row -> say("shipment_is_" + row.state().word()))
                .column("shipment_departed_at", ShipmentRow::departedAt)
                .column("shipment_planned_arrival", ShipmentRow::plannedArrival)
                .filter(say("shipment_filter_all"), "/shipments", wanted == null)
                .filter(say("shipment_filter_out"), "/shipments?way=out", wanted == Shipments.Way.OUT)
                .filter(say("shipment_filter_in"), "/shipments?way=in", wanted == Shipments.Way.IN)
                .whenEmpty("shipment_list_empty");
        if (frame.may("distributor")) {
            listing.action("shipment_new", "/shipments/new").action("partner_list", "/partners");
        }
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance proposing(@QueryParam("to") String to) {
        return edit(null, Form.empty().with("partner", to));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response propose(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    String to = form.has("to") ? form.value("to").strip() : read.text("partner");
                    ProposeShipment command = new ProposeShipment(
                            to, read.text("about"), read.text("remark"), read.day("plannedDeparture"), read.day("plannedArrival"));
                    return at(shipments.propose(rules.check(command, read.faults())));
                },
                refused -> edit(null, refused));
    }

    private static String at(ShipmentView shipment) {
        return "/shipments/" + shipment.code();
    }

    private TemplateInstance edit(String code, Form form) {
        List<Option> known = partners.open().stream()
                .map(partner -> new Option(partner.getCode(), partner.getName()))
                .toList();
        return Templates.shipmentEdit(code, form, known);
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance shipment(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        ShipmentView shipment = shipments.get(code);
        boolean differs = shipment.hasLeft() && (shipment.counts().differs() || shipment.isReceived() || shipment.isClosed());
        return Templates.shipment(
                shipment,
                road.shownKey(shipment.code()),
                differs ? shipments.lines(shipment.code(), null, true, null, SOME).rows() : List.of(),
                shipment.isBeforeDeparture() ? shipments.lines(shipment.code(), null, false, null, SOME).rows() : List.of(),
                sites(places),
                form);
    }

    /** Where boxes can be put. */
    static List<Option> sites(Places places) {
        return places.open().stream().map(place -> new Option(place.getCode(), place.label())).toList();
    }

    @GET
    @Path("/{code}/edit")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance editing(@PathParam("code") String code) {
        ShipmentView shipment = shipments.get(code);
        return edit(
                shipment.code(),
                Form.empty()
                        .with("version", shipment.version())
                        .with("about", shipment.about())
                        .with("remark", shipment.remark())
                        .with("plannedDeparture", shipment.plannedDeparture())
                        .with("plannedArrival", shipment.plannedArrival()));
    }

    @POST
    @Path("/{code}/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response describe(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    Long version = read.wholeNumber("version");
                    ChangeShipment command = new ChangeShipment(
                            version == null ? -1 : version.intValue(),
                            read.text("about"),
                            read.text("remark"),
                            read.day("plannedDeparture"),
                            read.day("plannedArrival"));
                    return at(shipments.describe(code, rules.check(command, read.faults())));
                },
                refused -> edit(code, refused));
    }

    /** One press on the page of a shipment. */
    private Response press(String code, Form form, Supplier<ShipmentView> act) {
        return once.submit(form, () -> at(act.get()), refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/agree")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response agree(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return press(code, Form.of(typed), () -> shipments.agree(code));
    }

    @POST
    @Path("/{code}/decline")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response decline(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return press(code, form, () -> shipments.decline(code, why(form)));
    }

    @POST
    @Path("/{code}/cancel")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response cancel(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return press(code, form, () -> shipments.cancel(code, why(form)));
    }

    static TellWhy why(Form form) {
        return new TellWhy(form.read().text("why"));
    }

    @POST
    @Path("/{code}/pack")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response pack(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return press(code, form, () -> TypedCodes.under(
                "containers",
                () -> new PackShipment(TypedCodes.read(form, "containers")),
                command -> shipments.pack(code, command)));
    }

    @POST
    @Path("/{code}/boxes/{container}/remove")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response unpack(
            @PathParam("code") String code,
            @PathParam("container") String container,
            MultivaluedMap<String, String> typed) {
        return press(code, Form.of(typed), () -> shipments.unpack(code, container));
    }

    @POST
    @Path("/{code}/depart")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response depart(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return press(code, form, () -> {
            Reading read = form.read();
            PlanLeg leg = LegPages.leg(read, "leg.");
            DepartShipment command = new DepartShipment(
                    null, LegPages.says(leg) ? leg : null, read.text("givenBy"), read.text("takenBy"));
            return road.depart(code, rules.check(command, read.faults())).shipment();
        });
    }

    @POST
    @Path("/{code}/key")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response newKey(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return press(code, Form.of(typed), () -> road.newKey(code).shipment());
    }

    @POST
    @Path("/{code}/take-back")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response takeBack(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return press(code, form, () -> {
            Reading read = form.read();
            return road.takeBack(code, rules.check(new TakeBack(read.code("place"), null, read.text("why")), read.faults()));
        });
    }

    @POST
    @Path("/{code}/lost")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response lose(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return press(code, form, () -> differences.lose(code, new LoseBoxes(null, form.read().text("why"))));
    }

    @POST
    @Path("/{code}/close")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response close(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return press(code, form, () -> differences.close(code, new CloseShipment(form.read().text("note"))));
    }

    @GET
    @Path("/{code}/lines")
    @OpenTo(Role.VOLUNTEER)
    public Response lines(
            @PathParam("code") String code,
            @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        ShipmentView shipment = shipments.get(code);
        ShipmentLine.State wanted = Cursor.choice("state", state, ShipmentLine.State.class);
        String base = "/shipments/" + shipment.code() + "/lines";
        String path = wanted == null ? base : base + "?state=" + state;
        Listing<ShipmentLineView> listing = new Listing<>(
                        "shipment_lines", path, (from, size) -> shipments.lines(shipment.code(), wanted, false, from, size))
                .column("shipment_number", ShipmentLineView::position)
                .link("shipment_box", ShipmentLineView::container, line -> "/shipments/" + shipment.code() + "/boxes/" + line.container())
                .column("shipment_kind", line -> say(line.kindKey()))
                .column("shipment_within", line -> line.within() == null ? "" : line.within())
                .column("shipment_contents", this::told)
                .column("shipment_state", line -> say(stateKey(line)))
                .filter(say("shipment_filter_all"), base, wanted == null);
        Arrays.stream(ShipmentLine.State.values())
                .forEach(each -> listing.filter(
                        say("shipment_box_is_" + each.word()), base + "?state=" + each.word(), wanted == each));
        return listings.answer(listing.whenEmpty("shipment_lines_empty"), after, format);
    }

    private String told(ShipmentLineView line) {
        return String.join(
                "; ",
                line.contents().stream()
                        .map(each -> each.what() + ": " + frame.say(each.quantityKey(), Map.of("0", each.quantity())))
                        .toList());
    }

    private static String stateKey(ShipmentLineView line) {
        if (line.state() == ShipmentLine.State.RECEIVED && (line.damaged() || line.surplus())) {
            return line.damaged() ? "shipment_box_is_damaged" : "shipment_box_is_surplus";
        }
        return line.stateKey();
    }
}
