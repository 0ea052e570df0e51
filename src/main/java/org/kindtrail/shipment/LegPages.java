package org.kindtrail.shipment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** The legs of a shipment, what happens on the way, and who has it now, for people. */
@Path("/shipments")
@Produces("text/html")
public class LegPages {
    private final ShipmentService shipments;
    private final RoadService road;
    private final CustodyService custody;
    private final Once once;
    private final Rules rules;
    private final Frame frame;
    private final Clock clock;

    LegPages(
            ShipmentService shipments,
            RoadService road,
            CustodyService custody,
            Once once,
            Rules rules,
            Frame frame,
            Clock clock) {
        this.shipments = shipments;
        this.road = road;
        this.custody = custody;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "shipment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance leg(String shipment, String waybill, Form form);

        static native TemplateInstance event(ShipmentView shipment, List<Option> kinds, List<Option> legs, Form form);

        static native TemplateInstance custody(CustodyView custody);
    }

    @GET
    @Path("/{code}/legs/new")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance planning(@PathParam("code") String code) {
        return Templates.leg(shipments.get(code).code(), null, Form.empty());
    }

    @POST
    @Path("/{code}/legs")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response plan(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    road.plan(code, read(form));
                    return "/shipments/" + code;
                },
                refused -> Templates.leg(code, null, refused));
    }

    @GET
    @Path("/{code}/legs/{waybill}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance changing(@PathParam("code") String code, @PathParam("waybill") String waybill) {
        ShipmentView shipment = shipments.get(code);
        LegView leg = shipment.legs().stream()
                .filter(each -> each.waybill().equals(waybill))
                .findFirst()
                .orElseThrow(() -> new NotFound(waybill));
        Form form = Form.empty()
                .with("carrier", leg.carrier())
                .with("vehicle", leg.vehicle())
                .with("seal", leg.seal())
                .with("starts", leg.starts())
                .with("ends", leg.ends())
                .with("plannedDeparture", leg.plannedDeparture())
                .with("plannedArrival", leg.plannedArrival());
        return Templates.leg(shipment.code(), leg.waybill(), form);
    }

    @POST
    @Path("/{code}/legs/{waybill}")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response change(
            @PathParam("code") String code, @PathParam("waybill") String waybill, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    road.change(code, waybill, read(form));
                    return "/shipments/" + code;
                },
                refused -> Templates.leg(code, waybill, refused));
    }

    private PlanLeg read(Form form) {
        Reading read = form.read();
        return rules.check(leg(read, ""), read.faults());
    }

    /** @param head how the names of its fields begin */
    static PlanLeg leg(Reading read, String head) {
        return new PlanLeg(
                read.text(head + "carrier"),
                read.text(head + "vehicle"),
                read.text(head + "seal"),
                read.text(head + "starts"),
                read.text(head + "ends"),
                read.day(head + "plannedDeparture"),
                read.day(head + "plannedArrival"));
    }

    /** Whether anything was typed of it. */
    static boolean says(PlanLeg leg) {
        return Stream.of(
                        leg.carrier(),
                        leg.vehicle(),
                        leg.seal(),
                        leg.starts(),
                        leg.ends(),
                        leg.plannedDeparture(),
                        leg.plannedArrival())
                .anyMatch(each -> each != null);
    }

    @GET
    @Path("/{code}/events/new")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance noting(@PathParam("code") String code) {
        return event(code, Form.empty());
    }

    private TemplateInstance event(String code, Form form) {
        ShipmentView shipment = shipments.get(code);
        List<Option> kinds = Arrays.stream(NoteOnTheWay.Happened.values())
                .map(kind -> new Option(kind.word(), frame.say("shipment_event_" + kind.word(), Map.of())))
                .toList();
        List<Option> legs = shipment.legs().stream()
                .map(leg -> new Option(
                        leg.waybill(), leg.number() + ": " + leg.waybill() + (leg.carrier() == null ? "" : ", " + leg.carrier())))
                .toList();
        return Templates.event(shipment, kinds, legs, form);
    }

    @POST
    @Path("/{code}/events")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response note(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    Long boxes = read.wholeNumber("boxes");
                    NoteOnTheWay command = new NoteOnTheWay(
                            read.oneOf("kind", NoteOnTheWay.Happened.class),
                            read.code("waybill"),
                            moment(code, read.day("on")),
                            read.text("givenBy"),
                            read.text("takenBy"),
                            boxes == null ? null : (int) Math.max(-1, Math.min(boxes, Integer.MAX_VALUE)),
                            read.text("note"));
                    return "/shipments/" + road.note(code, rules.check(command, read.faults())).code();
                },
                refused -> event(code, refused));
    }

    /** The day that was typed, at its noon; now when it is today or none was typed; never before it left on that day. */
    private Instant moment(String code, LocalDate day) {
        if (day == null || day.equals(LocalDate.ofInstant(clock.instant(), frame.getZone()))) {
            return null;
        }
        Instant departed = shipments.get(code).departedAt();
        if (departed != null && day.equals(LocalDate.ofInstant(departed, frame.getZone()))) {
            return departed;
        }
        return day.atTime(LocalTime.NOON).atZone(frame.getZone()).toInstant();
    }

    @GET
    @Path("/{code}/custody")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance custody(@PathParam("code") String code) {
        return Templates.custody(custody.of(code));
    }
}
