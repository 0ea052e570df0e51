package org.kindtrail.container;

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
import java.util.List;
import java.util.stream.Stream;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Places;
import org.kindtrail.web.Form;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Packing and unpacking, for people: a code typed or scanned, or chosen from what is there. */
@Path("/containers")
@Produces("text/html")
public class PackPages {
    private final PackingService packing;
    private final PackChoices choices;
    private final Places places;
    private final Once once;
    private final Rules rules;

    PackPages(
            PackingService packing,
            PackChoices choices,
            Places places,
            Once once,
            Rules rules) {
        this.packing = packing;
        this.choices = choices;
        this.places = places;
        this.once = once;
        this.rules = rules;
    }

    @CheckedTemplate(basePath = "container", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance pack(
                PackChoices.ToPack desk, Long packed, Form form, List<PackForm.Names> lines, List<Option> places);

        static native TemplateInstance unpack(
                PackChoices.ToUnpack desk, Form form, List<PackForm.Names> lines, List<Option> places);
    }

    /**
     * @param lot code of a lot that is typed in already
     * @param from code of the place of which the list shows what is free; null: where the container stands
     * @param packed how many lots were just packed
     */
    @GET
    @Path("/{code}/pack")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance pack(
            @PathParam("code") String code,
            @QueryParam("lot") String lot,
            @QueryParam("from") String from,
            @QueryParam("packed") String packed) {
        Form form = Form.empty().with("from", ContainerQuery.given(from)).with("lines[0].lot", lot);
        return pack(code, form, packed != null && packed.matches("[0-9]{1,9}") ? Long.valueOf(packed) : null);
    }

    private TemplateInstance pack(String code, Form form, Long packed) {
        PackChoices.ToPack desk = choices.toPack(code, form.value("from"));
        List<Option> from = places.open().stream()
                .map(place -> new Option(place.getCode(), place.label()))
                .toList();
        return Templates.pack(desk, packed, form.with("from", desk.from()), PackForm.shown(form), from);
    }

    @POST
    @Path("/{code}/pack")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response pack(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        if (form.has("more")) {
            return Response.ok(pack(code, form, null), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    PackForm lines = PackForm.read(form, reading);
                    boolean everything = reading.ticked("everything");
                    PackedView packed = lines.ofForm(() -> packing.pack(
                            code,
                            rules.check(
                                    new Pack(
                                            everything && lines.isEmpty() ? null : lines.toPack(),
                                            everything ? reading.code("from") : null),
                                    reading.faults())));
                    return "/containers/" + packed.container() + "/pack?from=" + form.value("from") + "&packed="
                            + packed.lots();
                },
                refused -> pack(code, refused, null));
    }

    @GET
    @Path("/{code}/unpack")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance unpack(@PathParam("code") String code, @QueryParam("lot") String lot) {
        return unpack(code, Form.empty().with("lines[0].lot", lot));
    }

    private TemplateInstance unpack(String code, Form form) {
        PackChoices.ToUnpack desk = choices.toUnpack(code);
        ContainerView.Stand in = desk.container().in();
        List<Option> to = Stream.concat(
                        in.kind().isContainer() ? Stream.of(new Option(in.code(), in.name())) : Stream.empty(),
                        places.open().stream().map(place -> new Option(place.getCode(), place.label())))
                .toList();
        return Templates.unpack(
                desk, form.has("to") ? form : form.with("to", in.code()), PackForm.shown(form), to);
    }

    @POST
    @Path("/{code}/unpack")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response unpack(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        if (form.has("more")) {
            return Response.ok(unpack(code, form), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    PackForm lines = PackForm.read(form, reading);
                    String to = reading.code("to");
                    PackedView unpacked = lines.ofForm(() -> packing.unpack(
                            code,
                            rules.check(
                                    new Unpack(
                                            lines.isEmpty() ? null : lines.toUnpack(), reading.ticked("all") ? true : null, to),
                                    reading.faults())));
                    return "/containers/" + unpacked.container();
                },
                refused -> unpack(code, refused));
    }
}
