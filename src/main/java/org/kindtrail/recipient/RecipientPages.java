package org.kindtrail.recipient;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Recipients for people. */
@Path("/recipients")
@Produces("text/html")
public class RecipientPages {
    private final RecipientService recipients;
    private final Organisations organisations;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;
    private final Scope scope;

    RecipientPages(
            RecipientService recipients,
            Organisations organisations,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame,
            Scope scope) {
        this.recipients = recipients;
        this.organisations = organisations;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
        this.scope = scope;
    }

    @CheckedTemplate(basePath = "recipient", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance recipient(
                RecipientView recipient, String country, Form form, List<History.Entry> history);

        static native TemplateInstance edit(String code, Form form, Choices choices, PublicWords.Said said);
    }

    /** What can be chosen in the form. */
    record Choices(List<Option> kinds, List<Option> countries, List<String> regions, List<Disclosure> disclosures) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response list(
            @QueryParam("q") String search,
            @QueryParam("kind") String kind,
            @QueryParam("active") String active,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        RecipientKind wanted = Cursor.choice("kind", kind, RecipientKind.class);
        boolean retired = Boolean.FALSE.equals(Cursor.truth("active", active));
        String found = search == null || search.isBlank() ? "" : "q=" + encoded(search);
        String path = "/recipients?" + (retired ? "active=false&" : "") + (wanted == null ? "" : "kind=" + wanted.word() + "&") + found;
        Listing<RecipientRow> listing = new Listing<RecipientRow>(
                        "recipient_list",
                        path.replaceAll("[?&]$", ""),
                        (from, size) -> recipients.list(search, wanted, !retired, from, size))
                .link("recipient_alias", RecipientRow::alias, row -> "/recipients/" + row.code())
                .column("recipient_kind", row -> frame.say("recipient_kind_" + row.kind().word(), Map.of()))
                .column("recipient_region", RecipientRow::region)
                .column("recipient_country", row -> country(row.country()))
                .column("recipient_shown", row -> frame.say("recipient_disclosure_" + row.disclosure().word(), Map.of()))
                .search("q", "recipient_search", search)
                .whenEmpty(search == null && wanted == null && !retired ? "recipient_list_empty" : "recipient_list_none");
        listing.filter(frame.say("recipient_filter_all", Map.of()), "/recipients", wanted == null && !retired);
        for (RecipientKind each : RecipientKind.values()) {
            listing.filter(
                    frame.say("recipient_filter_" + each.word(), Map.of()),
                    "/recipients?kind=" + each.word(),
                    wanted == each && !retired);
        }
        listing.filter(frame.say("recipient_filter_retired", Map.of()), "/recipients?active=false", retired);
        if (frame.may("coordinator")) {
            listing.action("recipient_new", "/recipients/new");
        }
        listing.action("recipient_find", "/recipients/find");
        if (frame.may("coordinator")) {
            listing.action("account_openings", "/openings").action("recipient_retention", "/retention");
        }
        return listings.answer(listing, after, format);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String country(String code) {
        return new Locale("", code).getDisplayCountry(frame.getLocale());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance adding() {
        Form form = Form.empty()
                .with("kind", RecipientKind.SHELTER.word())
                .with("country", organisations.findById(scope.organisation()).getCountry())
                .with("disclosure", Disclosure.REGION.word());
        return edit(null, form, null);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response add(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        if (form.has("preview")) {
            return previewed(null, form);
        }
        return once.submit(
                form,
                () -> "/recipients/" + recipients.add(read(form)).code(),
                refused -> edit(null, refused, null));
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance recipient(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    @GET
    @Path("/{code}/edit")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance editing(@PathParam("code") String code) {
        RecipientView recipient = recipients.get(code);
        Form form = Form.empty()
                .with("version", recipient.version())
                .with("alias", recipient.alias())
                .with("kind", recipient.kind().word())
                .with("country", recipient.country())
                .with("region", recipient.region())
                .with("disclosure", recipient.disclosure().word())
                .with("publicName", recipient.publicName())
                .with("description", recipient.description());
        return edit(code, form, new PublicWords.Said(recipient.publicWords(), recipient.widened()));
    }

    @POST
    @Path("/{code}/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response change(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        if (form.has("preview")) {
            return previewed(code, form);
        }
        return once.submit(
                form,
                () -> {
                    Long version = form.read().wholeNumber("version");
                    return "/recipients/"
                            + recipients.change(code, version == null ? -1 : version.intValue(), read(form)).code();
                },
                refused -> edit(code, refused, null));
    }

    private Response previewed(String code, Form form) {
        try {
            PublicWords.Said said = recipients.preview(code, read(form));
            return Response.ok(edit(code, form, said), "text/html;charset=UTF-8").build();
        } catch (Invalid refusal) {
            return Response.status(refusal.status())
                    .type("text/html;charset=UTF-8")
                    .entity(edit(code, form.refusedFor(refusal), null))
                    .build();
        }
    }

    @POST
    @Path("/{code}/retire")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response retire(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed), () -> "/recipients/" + recipients.retire(code).code(), refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/reinstate")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reinstate(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed), () -> "/recipients/" + recipients.reinstate(code).code(), refused -> page(code, refused));
    }

    private TemplateInstance page(String code, Form form) {
        RecipientView recipient = recipients.get(code);
        return Templates.recipient(recipient, country(recipient.country()), form, history.of(recipient.code()));
    }

    private TemplateInstance edit(String code, Form form, PublicWords.Said said) {
        List<Option> kinds = Arrays.stream(RecipientKind.values())
                .map(kind -> new Option(kind.word(), frame.say("recipient_kind_" + kind.word(), Map.of())))
                .toList();
        List<Option> countries = Arrays.stream(Locale.getISOCountries())
                .map(country -> new Option(country, country(country)))
                .sorted(Comparator.comparing(Option::words))
                .toList();
        Choices choices =
                new Choices(kinds, countries, recipients.regions(), List.of(Disclosure.values()));
        return Templates.edit(code, form, choices, said);
    }

    private DescribeRecipient read(Form form) {
        Reading typed = form.read();
        SealedDetails sealed = SealedPages.details(typed);
        if (Stream.of(SealedField.values()).noneMatch(sealed::has)) {
            sealed = null;
        }
        DescribeRecipient command = new DescribeRecipient(
                typed.text("alias"),
                typed.oneOf("kind", RecipientKind.class),
                typed.text("country"),
                typed.text("region"),
                typed.oneOf("disclosure", Disclosure.class),
                typed.text("publicName"),
                typed.text("description"),
                sealed);
        return rules.check(command, typed.faults());
    }
}
