package org.kindtrail.programme;

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
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Programmes for people. */
@Path("/programmes")
@Produces("text/html")
public class ProgrammePages {
    private static final String HTML = "text/html;charset=UTF-8";

    private final ProgrammeService programmes;
    private final Catalogue catalogue;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    ProgrammePages(
            ProgrammeService programmes,
            Catalogue catalogue,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.programmes = programmes;
        this.catalogue = catalogue;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "programme", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance programme(ProgrammeView programme, Form form, List<History.Entry> history);

        static native TemplateInstance edit(String code, Form form, ProgrammeForm.Names names, Choices choices);
    }

    /** What can be chosen. */
    record Choices(List<Option> roles, List<Option> kinds, List<Option> categories) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("open") String open, @QueryParam("after") String after, @QueryParam("format") String format) {
        Boolean wanted = Cursor.truth("open", open);
        String path = wanted == null ? "/programmes" : "/programmes?open=" + wanted;
        Listing<ProgrammeRow> listing = new Listing<>(
                        "programme_list", path, (from, size) -> programmes.list(wanted, from, size))
                .link("programme_name", ProgrammeRow::name, row -> "/programmes/" + row.code())
                .column("programme_funder", ProgrammeRow::funder)
                .column("programme_starts_on", ProgrammeRow::startsOn)
                .column("programme_ends_on", ProgrammeRow::endsOn)
                .column("programme_state", row -> frame.say(row.stateKey(), Map.of()))
                .column("programme_code", ProgrammeRow::code)
                .filter(frame.say("programme_filter_all", Map.of()), "/programmes", wanted == null)
                .filter(
                        frame.say("programme_filter_open", Map.of()), "/programmes?open=true", Boolean.TRUE.equals(wanted))
                .filter(
                        frame.say("programme_filter_closed", Map.of()),
                        "/programmes?open=false",
                        Boolean.FALSE.equals(wanted))
                .whenEmpty("programme_list_empty");
        if (frame.may("coordinator")) {
            listing.action("programme_new", "/programmes/new");
        }
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance opening() {
        return edit(null, Form.empty());
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response open(MultivaluedMap<String, String> typed) {
        Form form = ProgrammeForm.closedUp(Form.of(typed));
        if (ProgrammeForm.asksForMore(form)) {
            return Response.ok(edit(null, form), HTML).build();
        }
        return once.submit(
                form, () -> "/programmes/" + programmes.open(read(form)).code(), refused -> edit(null, refused));
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance programme(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    @GET
    @Path("/{code}/edit")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance editing(@PathParam("code") String code) {
        ProgrammeView view = programmes.get(code);
        return edit(view.code(), ProgrammeForm.of(view));
    }

    @POST
    @Path("/{code}/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response describe(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = ProgrammeForm.closedUp(Form.of(typed));
        String known = programmes.get(code).code();
        if (ProgrammeForm.asksForMore(form)) {
            return Response.ok(edit(known, form), HTML).build();
        }
        return once.submit(
                form,
                () -> {
                    Long version = form.read().wholeNumber("version");
                    return "/programmes/"
                            + programmes.describe(known, version == null ? -1 : version.intValue(), read(form)).code();
                },
                refused -> edit(known, refused));
    }

    @POST
    @Path("/{code}/close")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response close(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/programmes/" + programmes.close(code, new CloseProgramme(form.has("frees"))).code(),
                refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/reopen")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reopen(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> "/programmes/" + programmes.reopen(code).code(),
                refused -> page(code, refused));
    }

    private TemplateInstance page(String code, Form form) {
        ProgrammeView view = programmes.get(code);
        return Templates.programme(view, form, history.of(view.code()));
    }

    private TemplateInstance edit(String code, Form form) {
        return Templates.edit(
                code,
                form,
                ProgrammeForm.names(form, code == null),
                new Choices(
                        Arrays.stream(PartnerRole.values())
                                .map(role -> new Option(role.word(), frame.say(role.wordsKey(), Map.of())))
                                .toList(),
                        Arrays.stream(TargetKind.values())
                                .map(kind -> new Option(kind.word(), frame.say(kind.wordsKey(), Map.of())))
                                .toList(),
                        catalogue.categories().stream()
                                .filter(Catalogue::isOfThings)
                                .map(each -> new Option(each, catalogue.categoryName(each)))
                                .toList()));
    }

    private OpenProgramme read(Form form) {
        Reading typed = form.read();
        OpenProgramme command = ProgrammeForm.read(form, typed);
        return rules.check(command, typed.faults());
    }
}
