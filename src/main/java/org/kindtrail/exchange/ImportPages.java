package org.kindtrail.exchange;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.sheet.Encoding;
import org.kindtrail.sheet.Separator;
import org.kindtrail.sheet.Wish;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Imports for people. */
@Path("/imports")
@Produces("text/html")
public class ImportPages {
    /** Seconds after which a page that shows how far an import is asks again. */
    private static final int AGAIN = 2;
    private static final int MOST_VALUES = 200;

    private final ImportService imports;
    private final TemplateFiles templates;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    ImportPages(
            ImportService imports,
            TemplateFiles templates,
            Once once,
            Rules rules,
            Listings listings,
            History history,
            Frame frame) {
        this.imports = imports;
        this.templates = templates;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "exchange", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance bring(Form form, List<Option> kinds);

        static native TemplateInstance match(
                ImportView brought,
                Form form,
                List<Field> fields,
                List<Option> columns,
                List<Option> sources,
                List<Option> encodings,
                List<Option> separators,
                List<Option> sheets);

        static native TemplateInstance brought(
                ImportView brought,
                Form form,
                Page<ImportRowView> rows,
                String state,
                List<Field> fields,
                List<UnknownValue> unknown,
                List<String> items,
                List<History.Entry> history,
                Integer refresh);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public Response list(
            @QueryParam("kind") String kind, @QueryParam("after") String after, @QueryParam("format") String format) {
        Kind wanted = Cursor.choice("kind", kind, Kind.class);
        String path = wanted == null ? "/imports" : "/imports?kind=" + wanted.word();
        Listing<ImportView> listing = new Listing<>(
                        "exchange_list", path, (from, size) -> imports.list(wanted, from, size))
                .link("exchange_code", ImportView::code, brought -> "/imports/" + brought.code())
                .column("exchange_kind", brought -> say(brought.kind().wordsKey()))
                .column("exchange_file", ImportView::fileName)
                .column("exchange_state", brought -> say(brought.state().wordsKey()))
                .column("exchange_rows", ImportView::rowCount)
                .column("exchange_taken", ImportView::taken)
                .column("exchange_wrong", ImportView::wrong)
                .column("exchange_when", ImportView::createdAt)
                .filter(say("exchange_all"), "/imports", wanted == null)
                .action("exchange_new", "/imports/new")
                .whenEmpty("exchange_list_empty");
        for (Kind each : Kind.values()) {
            listing.filter(say(each.wordsKey()), "/imports?kind=" + each.word(), each == wanted);
        }
        return listings.answer(listing, after, format);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance bringing(@QueryParam("kind") String kind) {
        Kind wanted = Cursor.choice("kind", kind, Kind.class);
        return bring(wanted == null ? Form.empty() : Form.empty().with("kind", wanted.word()));
    }

    private TemplateInstance bring(Form form) {
        return Templates.bring(form, options(Kind.values(), Kind::word, kind -> say(kind.wordsKey())));
    }

    private static <E> List<Option> options(E[] all, Function<E, String> value, Function<E, String> words) {
        return Arrays.stream(all).map(each -> new Option(value.apply(each), words.apply(each))).toList();
    }

    @GET
    @Path("/template.csv")
    @Produces("*/*")
    @OpenTo(Role.COORDINATOR)
    public Response templateAsText(@QueryParam("kind") String kind) {
        return templates.csv(wanted(kind));
    }

    @GET
    @Path("/template.xlsx")
    @Produces("*/*")
    @OpenTo(Role.COORDINATOR)
    public Response templateAsWorkbook(@QueryParam("kind") String kind) {
        return templates.xlsx(wanted(kind));
    }

    private static Kind wanted(String kind) {
        Kind wanted = Cursor.choice("kind", kind, Kind.class);
        return wanted == null ? Kind.STOCK : wanted;
    }

    @POST
    @Consumes({"multipart/form-data", "application/x-www-form-urlencoded"})
    @OpenTo(Role.COORDINATOR)
    public Response bring(MultipartFormDataInput sent) {
        SentSheet file = SentSheet.of(sent);
        return once.submit(
                file.form(),
                () -> {
                    Reading typed = file.form().read();
                    Kind kind = typed.oneOf("kind", Kind.class);
                    return "/imports/" + imports.bring(kind, file.name(), file.file(), Wish.NONE).code() + "/mapping";
                },
                this::bring);
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance brought(
            @PathParam("code") String code, @QueryParam("state") String state, @QueryParam("after") String after) {
        return page(code, Form.empty(), Cursor.choice("state", state, RowState.class), after);
    }

    private TemplateInstance page(String code, Form form, RowState state, String after) {
        ImportView brought = imports.get(code);
        boolean moving = brought.state().isMoving();
        Page<ImportRowView> rows = moving ? new Page<>(List.of(), null) : imports.rows(code, state, after, Page.USUAL);
        boolean asks = brought.state() == ImportState.CHECKED && brought.wrong() > 0 && brought.clearedAt() == null;
        List<UnknownValue> unknown = asks ? imports.unknown(code) : List.of();
        return Templates.brought(
                brought,
                form,
                rows,
                state == null ? "" : state.word(),
                imports.fields(brought.kind()),
                unknown,
                unknown.stream().anyMatch(each -> each.field().equals("item")) ? imports.itemNames() : List.of(),
                history.of(brought.code()),
                moving ? AGAIN : null);
    }

    private TemplateInstance page(String code, Form form) {
        return page(code, form, null, null);
    }

    @GET
    @Path("/{code}/mapping")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance matching(@PathParam("code") String code) {
        ImportView brought = imports.get(code);
        Form form = asRead(Form.empty(), brought);
        for (Map.Entry<String, String> each : brought.matched().entrySet()) {
            form = form.with("columns." + each.getKey(), each.getValue());
        }
        for (Map.Entry<String, String> each : brought.same().entrySet()) {
            form = form.with("same." + each.getKey(), each.getValue());
        }
        return match(brought, form);
    }

    private static Form asRead(Form form, ImportView brought) {
        return form.with("encoding", brought.encoding() == null ? null : brought.encoding().word())
                .with("separator", brought.separator() == null ? null : brought.separator().word())
                .with("sheet", brought.sheet())
                .with("source", brought.source() == null ? MatchColumns.NONE : brought.source());
    }

    private TemplateInstance match(ImportView brought, Form form) {
        return Templates.match(
                brought,
                form,
                imports.fields(brought.kind()),
                Stream.concat(brought.columns().stream(), brought.matched().values().stream())
                        .distinct()
                        .map(name -> new Option(name, name))
                        .toList(),
                sources(brought),
                options(Encoding.values(), Encoding::word, Encoding::title),
                options(Separator.values(), Separator::word, each -> say(each.wordsKey())),
                brought.sheets().stream().map(name -> new Option(name, name)).toList());
    }

    private List<Option> sources(ImportView brought) {
        List<Option> sources = new ArrayList<>();
        brought.sources().forEach(each -> sources.add(new Option(
                each.key(),
                frame.say(
                        "exchange_source",
                        Map.of("system", each.system(), "what", each.words(), "kind", say(each.kind().wordsKey()))))));
        if (!sources.isEmpty()) {
            sources.add(new Option(MatchColumns.NONE, say("exchange_source_none")));
        }
        return sources;
    }

    @POST
    @Path("/{code}/mapping")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response match(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    ImportView brought = imports.get(code);
                    Map<String, String> columns = new HashMap<>();
                    Map<String, String> same = new HashMap<>();
                    for (Field field : imports.fields(brought.kind())) {
                        columns.put(field.key(), form.value("columns." + field.key()));
                        same.put(field.key(), form.value("same." + field.key()));
                    }
                    imports.match(code, new MatchColumns(columns, same, null, null, null, null));
                    return "/imports/" + imports.check(code).code();
                },
                refused -> match(imports.get(code), asRead(refused, imports.get(code))));
    }

    @POST
    @Path("/{code}/read")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response read(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    MatchColumns command = new MatchColumns(
                            null,
                            null,
                            typed(form, "source"),
                            reading.oneOf("encoding", Encoding.class),
                            reading.oneOf("separator", Separator.class),
                            reading.text("sheet"));
                    rules.check(command, reading.faults());
                    return "/imports/" + imports.match(code, command).code() + "/mapping";
                },
                refused -> match(imports.get(code), refused));
    }

    @POST
    @Path("/{code}/values")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response choose(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    imports.choose(code, new ChooseValues(chosen(form)));
                    return "/imports/" + imports.check(code).code();
                },
                refused -> page(code, refused));
    }

    /** Those that were left empty, too, so that a line's number is the same on the page: nothing is chosen for them. */
    private static List<ChooseValues.ChosenValue> chosen(Form form) {
        List<ChooseValues.ChosenValue> values = new ArrayList<>();
        for (int i = 0; i < form.lines("values", MOST_VALUES); i++) {
            String head = "values[" + i + "].";
            values.add(new ChooseValues.ChosenValue(
                    form.value(head + "field"),
                    form.value(head + "given"),
                    typed(form, head + "fits"),
                    typed(form, head + "becomes")));
        }
        return values;
    }

    private static String typed(Form form, String name) {
        return form.has(name) ? form.value(name) : null;
    }

    @POST
    @Path("/{code}/take")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response take(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/imports/" + imports.take(code, new TakeRows(form.read().ticked("onlyIfAllGood"))).code(),
                refused -> page(code, refused));
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/imports/" + imports.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused));
    }

    /** The rows as a list, which can be had as a file: with our columns, so that it can be mended and sent again. */
    @GET
    @Path("/{code}/rows")
    @OpenTo(Role.COORDINATOR)
    public Response rows(
            @PathParam("code") String code,
            @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        ImportView brought = imports.get(code);
        RowState wanted = Cursor.choice("state", state, RowState.class);
        String own = "/imports/" + brought.code() + "/rows";
        Listing<ImportRowView> listing = new Listing<ImportRowView>(
                        "exchange_rows",
                        wanted == null ? own : own + "?state=" + wanted.word(),
                        (from, size) -> imports.rows(code, wanted, from, size))
                .column("exchange_row", ImportRowView::number)
                .column("exchange_state", row -> say(row.state().wordsKey()));
        for (Field field : imports.fields(brought.kind())) {
            if (!field.sealed() && (brought.matched().containsKey(field.key()) || brought.same().containsKey(field.key()))) {
                listing.column(field.wordsKey(), row -> row.cells().getOrDefault(field.key(), ""));
            }
        }
        listing.column("exchange_why_wrong", ImportRowView::said)
                .column("exchange_document", ImportRowView::document)
                .filter(say("exchange_all"), own, wanted == null);
        for (RowState each : List.of(RowState.GOOD, RowState.WRONG, RowState.KNOWN, RowState.TAKEN)) {
            listing.filter(say(each.wordsKey()), own + "?state=" + each.word(), each == wanted);
        }
        return listings.answer(listing, after, format);
    }
}
