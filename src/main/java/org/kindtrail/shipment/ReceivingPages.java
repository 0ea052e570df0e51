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
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Places;
import org.kindtrail.web.Form;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Shipments are received, for people: all at once but what is named, or box by box from the scan of a label. */
@Path("/shipments")
@Produces("text/html")
public class ReceivingPages {
    private final ShipmentService shipments;
    private final ReceivingService receiving;
    private final SurplusService surplus;
    private final DifferenceService differences;
    private final Places places;
    private final Once once;
    private final Rules rules;

    ReceivingPages(
            ShipmentService shipments,
            ReceivingService receiving,
            SurplusService surplus,
            DifferenceService differences,
            Places places,
            Once once,
            Rules rules) {
        this.shipments = shipments;
        this.receiving = receiving;
        this.surplus = surplus;
        this.differences = differences;
        this.places = places;
        this.once = once;
        this.rules = rules;
    }

    @CheckedTemplate(basePath = "shipment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance receive(ShipmentView shipment, List<Option> sites, Form form);

        static native TemplateInstance box(
                ShipmentView shipment, ShipmentLineView box, List<Option> sites, List<Option> currencies, Form form);

        static native TemplateInstance count(ShipmentView shipment, ShipmentLineView box, Form form);
    }

    @GET
    @Path("/{code}/receive")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance receiving(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        return Templates.receive(shipments.get(code), ShipmentPages.sites(places), form);
    }

    @POST
    @Path("/{code}/receive-all")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response receiveAll(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> at(allBut(code, form)), refused -> page(code, refused));
    }

    private ShipmentView allBut(String code, Form form) {
        Reading read = form.read();
        return TypedCodes.under(
                "missing",
                () -> new ReceiveAll(
                        read.code("place"),
                        TypedCodes.read(form, "missing"),
                        damaged(form),
                        read.text("takenBy"),
                        read.text("remark")),
                command -> TypedCodes.under("damaged", () -> command, all -> receiving.receiveAll(code, all)));
    }

    private static List<DamagedBox> damaged(Form form) {
        return TypedCodes.read(form, "damaged").stream()
                .map(each -> new DamagedBox(each, null))
                .toList();
    }

    private static String at(ShipmentView shipment) {
        return "/shipments/" + shipment.code();
    }

    @POST
    @Path("/{code}/finish-receiving")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response finish(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> at(receiving.finish(code, new FinishReceiving(form.read().text("takenBy"), form.read().text("remark")))),
                refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/surplus")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response surplus(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    Long boxes = read.wholeNumber("boxes");
                    RecordSurplus command = new RecordSurplus(
                            read.code("place"),
                            read.code("container"),
                            boxes == null ? null : (int) Math.max(0, Math.min(boxes, Integer.MAX_VALUE)),
                            read.text("note"));
                    return at(surplus.surplus(code, rules.check(command, read.faults())));
                },
                refused -> page(code, refused));
    }

    /** Where the scan of a label leads, or of a box typed in on the page before. */
    @GET
    @Path("/{code}/boxes/{container}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance box(@PathParam("code") String code, @PathParam("container") String container) {
        return box(code, container, Form.empty());
    }

    private TemplateInstance box(String code, String container, Form form) {
        List<Option> currencies = Money.currencies().stream().map(each -> new Option(each, each)).toList();
        return Templates.box(
                shipments.get(code), shipments.box(code, container), ShipmentPages.sites(places), currencies, form);
    }

    /** One box, from its page; the place that was chosen is offered first for the next. */
    @POST
    @Path("/{code}/boxes/{container}/receive")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response receive(
            @PathParam("code") String code,
            @PathParam("container") String container,
            MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    List<DamagedBox> broken = read.ticked("damaged")
                            ? List.of(new DamagedBox(container, read.text("damage")))
                            : List.of();
                    ReceiveBoxes command = new ReceiveBoxes(read.code("place"), List.of(container), broken);
                    receiving.receive(code, rules.check(command, read.faults()));
                    return "/shipments/" + code + "/boxes/" + container;
                },
                refused -> box(code, container, refused));
    }

    @POST
    @Path("/{code}/boxes/{container}/damage")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response damage(
            @PathParam("code") String code,
            @PathParam("container") String container,
            MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    receiving.damage(code, container, new TellDamage(form.read().text("note")));
                    return "/shipments/" + code + "/boxes/" + container;
                },
                refused -> box(code, container, refused));
    }

    @POST
    @Path("/{code}/boxes/{container}/found")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response find(
            @PathParam("code") String code,
            @PathParam("container") String container,
            MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> at(differences.find(code, container, ShipmentPages.why(form))),
                refused -> box(code, container, refused));
    }

    @POST
    @Path("/{code}/boxes/{container}/claim")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.DISTRIBUTOR)
    public Response claim(
            @PathParam("code") String code,
            @PathParam("container") String container,
            MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    ClaimBox command = new ClaimBox(read.text("amount"), read.text("currency"), read.text("note"));
                    differences.claim(code, container, command);
                    return "/shipments/" + code + "/boxes/" + container;
                },
                refused -> box(code, container, refused));
    }

    @GET
    @Path("/{code}/boxes/{container}/count")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance counting(@PathParam("code") String code, @PathParam("container") String container) {
        ShipmentLineView box = shipments.box(code, container);
        Form form = Form.empty();
        for (int i = 0; i < box.contents().size(); i++) {
            form = form.with("lots[" + i + "].received", box.contents().get(i).quantity()).with("lots[" + i + "].damaged", 0);
        }
        return Templates.count(shipments.get(code), box, form);
    }

    @POST
    @Path("/{code}/boxes/{container}/count")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response count(
            @PathParam("code") String code,
            @PathParam("container") String container,
            MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    surplus.count(code, container, rules.check(counted(form, read), read.faults()));
                    return "/shipments/" + code + "/boxes/" + container;
                },
                refused -> Templates.count(shipments.get(code), shipments.box(code, container), refused));
    }

    private static CountBox counted(Form form, Reading read) {
        List<CountBox.CountedLot> lots = new ArrayList<>();
        for (int i = 0; i < form.lines("lots", CountBox.MOST_LINES); i++) {
            String head = "lots[" + i + "].";
            lots.add(new CountBox.CountedLot(
                    read.code(head + "lot"), read.wholeNumber(head + "received"), read.wholeNumber(head + "damaged")));
        }
        return new CountBox(lots, List.of());
    }

    /** A code that was scanned or typed on the receiving page. */
    @POST
    @Path("/{code}/scan")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response scan(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    List<String> codes = TypedCodes.read(form, "scanned");
                    ReceiveBoxes command = new ReceiveBoxes(read.code("place"), codes, null);
                    rules.check(command, read.faults());
                    try {
                        return "/shipments/" + receiving.receive(code, command).code() + "/receive";
                    } catch (Invalid invalid) {
                        throw new Invalid(invalid.fields().stream()
                                .map(each -> new FieldError(each.path().replaceFirst("^containers(\\[\\d+\\])?", "scanned"), each.key(), each.facts()))
                                .toList());
                    }
                },
                refused -> page(code, refused));
    }
}
