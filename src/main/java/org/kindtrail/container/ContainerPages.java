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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.ComingContainers;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.Places;
import org.kindtrail.stock.MoveService;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** A box, a pallet or a freight container for people: from the scan of its label to the act that comes next. */
@Path("/containers")
@Produces("text/html")
public class ContainerPages {
    private final ContainerService containers;
    private final ContainerStories stories;
    private final MoveService moves;
    private final Places places;
    private final ComingContainers coming;
    private final MeasureFields measures;
    private final Once once;
    private final Rules rules;
    private final Frame frame;

    ContainerPages(
            ContainerService containers,
            ContainerStories stories,
            MoveService moves,
            Places places,
            ComingContainers coming,
            MeasureFields measures,
            Once once,
            Rules rules,
            Frame frame) {
        this.containers = containers;
        this.stories = stories;
        this.moves = moves;
        this.places = places;
        this.coming = coming;
        this.measures = measures;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "container", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance container(ContainerStory story, Form form);

        static native TemplateInstance made(String document, List<ContainerService.Named> containers);

        static native TemplateInstance edit(
                ContainerView container, Form form, List<Option> kinds, List<Option> places, List<Option> marks);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance making(@QueryParam("in") String in, @QueryParam("kind") String kind) {
        return making(Form.empty().with("in", Places.read(in == null ? "" : in).orElse(null)).with("kind", kind).with("count", 1));
    }

    private TemplateInstance making(Form form) {
        List<Option> kinds = Stream.of(PlaceKind.BOX, PlaceKind.PALLET, PlaceKind.FREIGHT)
                .map(kind -> new Option(kind.word(), frame.say("place_kind_" + kind.word(), Map.of())))
                .toList();
        return Templates.edit(null, form, kinds, targets(form.value("in")), measures.markOptions());
    }

    /** The open places, and the one that is chosen already when it is a container. */
    private List<Option> targets(String chosen) {
        return Stream.concat(
                        places.byCode(chosen).stream().filter(place -> place.getKind().isContainer()),
                        places.open().stream())
                .map(place -> new Option(place.getCode(), place.label()))
                .toList();
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response make(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    MakeContainers command = new MakeContainers(
                            reading.oneOf("kind", PlaceKind.class),
                            reading.wholeNumber("count"),
                            reading.text("name"),
                            reading.code("in"),
                            measures.read(form, reading));
                    ContainerService.Made made = containers.make(rules.check(command, reading.faults()));
                    return made.containers().size() == 1
                            ? "/containers/" + made.containers().get(0).code()
                            : "/containers/made/" + made.document();
                },
                this::making);
    }

    /** What was taken into use together. */
    @GET
    @Path("/made/{document}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance made(@PathParam("document") String document) {
        return Templates.made(document, containers.ofDocument(document));
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public Response container(@PathParam("code") String code) {
        return coming.address(code)
                .map(address -> Response.seeOther(URI.create(address)).build())
                .orElseGet(() -> Response.ok(page(code, Form.empty()), "text/html;charset=UTF-8").build());
    }

    private TemplateInstance page(String code, Form form) {
        return Templates.container(stories.of(code), form);
    }

    @GET
    @Path("/{code}/edit")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance editing(@PathParam("code") String code) {
        ContainerView container = containers.get(code);
        Form form = Form.empty().with("version", container.version()).with("name", container.name());
        return editing(container, measures.with(form, container.measures()));
    }

    private TemplateInstance editing(ContainerView container, Form form) {
        return Templates.edit(container, form, List.of(), List.of(), measures.markOptions());
    }

    @POST
    @Path("/{code}/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response describe(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    Long version = reading.wholeNumber("version");
                    DescribeContainer command = new DescribeContainer(
                            version == null ? -1 : version.intValue(),
                            reading.text("name"),
                            measures.read(form, reading));
                    return "/containers/" + containers.describe(code, rules.check(command, reading.faults())).code();
                },
                refused -> editing(containers.get(code), refused));
    }

    @POST
    @Path("/{code}/seal")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response seal(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return act(code, form, () -> containers.seal(code, new SealContainer(form.read().text("number"))));
    }

    @POST
    @Path("/{code}/unseal")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response unseal(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return act(code, form, () -> containers.unseal(code, new UnsealContainer(form.read().text("why"))));
    }

    @POST
    @Path("/{code}/close")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response close(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return act(code, Form.of(typed), () -> containers.close(code));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response reopen(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return act(code, Form.of(typed), () -> containers.reopen(code));
    }

    private Response act(String code, Form form, java.util.function.Supplier<ContainerView> act) {
        return once.submit(form, () -> "/containers/" + act.get().code(), refused -> page(code, refused));
    }

    /** Takes a packing or unpacking back. */
    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        String container = containers.get(code).code();
        return once.submit(
                form,
                () -> {
                    moves.reverse(Code.read(form.value("document")).orElse(""), Reverse.read(form));
                    return "/containers/" + container;
                },
                refused -> page(code, refused));
    }
}
