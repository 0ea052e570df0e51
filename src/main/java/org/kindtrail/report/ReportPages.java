package org.kindtrail.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.paper.Papers;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.MayLag;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Reports for people. */
@Path("/reports")
@Produces("text/html")
public class ReportPages {
    private static final String HTML = "text/html;charset=UTF-8";
    private final ReportService reports;
    private final ReportSheets sheets;
    private final ReportFiles files;
    private final Papers papers;
    private final Listings listings;
    private final History history;
    private final Once once;
    private final Frame frame;
    private final Clock clock;

    ReportPages(
            ReportService reports,
            ReportSheets sheets,
            ReportFiles files,
            Papers papers,
            Listings listings,
            History history,
            Once once,
            Frame frame,
            Clock clock) {
        this.reports = reports;
        this.sheets = sheets;
        this.files = files;
        this.papers = papers;
        this.listings = listings;
        this.history = history;
        this.once = once;
        this.frame = frame;
        this.clock = clock;
    }

    /** The tables of a report as the page shows them: figures in the reader's digits. */
    public record Shown(
            String id, String heading, String lead, List<Sheet.Head> heads, List<List<String>> rows, List<String> foot, Chart chart) {}

    /** Choices of the form. */
    public record Choices(List<Option> programmes, List<Option> drives, List<Option> regions, List<Option> categories) {}

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ask(Form form, Choices choices);

        static native TemplateInstance preview(
                Form form, ReportData data, List<String[]> facts, List<Shown> tables, List<String> notes, boolean over);

        static native TemplateInstance report(
                ReportView report, List<String[]> facts, List<Shown> tables, List<String> notes, List<History.Entry> history);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    @MayLag
    public Response list(@QueryParam("after") String after, @QueryParam("format") String format) {
        Listing<ReportRow> listing = new Listing<>("report_list", "/reports", (from, size) -> reports.list(from, size))
                .link("report_title", ReportRow::title, row -> "/reports/" + row.code())
                .column("report_number_is", ReportRow::code)
                .column("report_from", ReportRow::from)
                .column("report_to", ReportRow::to)
                .column("report_issued", ReportRow::issuedAt)
                .column("report_issuer", ReportRow::issuedBy)
                .column("report_corrected_short", ReportRow::correctedBy)
                .action("report_new", "/reports/new")
                .whenEmpty("report_list_empty");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance asking(@QueryParam("corrects") String corrects) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), frame.getZone());
        Form form = Form.empty();
        if (corrects == null || corrects.isBlank()) {
            LocalDate first = today.withDayOfMonth(1).minusMonths(1);
            return ask(form.with("from", first).with("to", first.plusMonths(1).minusDays(1)));
        }
        ReportView wrong = reports.get(corrects);
        ReportData.About about = wrong.data().about();
        return ask(form.with("from", wrong.data().from())
                .with("to", wrong.data().to())
                .with("programme", text(about.programme()))
                .with("drive", text(about.drive()))
                .with("region", about.region() == null ? "" : about.country() + ":" + about.region())
                .with("category", text(about.category()))
                .with("title", wrong.title())
                .with("corrects", wrong.code()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private TemplateInstance ask(Form form) {
        ReportService.Choices known = reports.choices();
        return Templates.ask(
                form,
                new Choices(
                        known.programmes().stream().map(each -> new Option(each.getCode(), each.getName())).toList(),
                        known.drives().stream().map(each -> new Option(each.getCode(), each.getTitle())).toList(),
                        known.regions().stream().map(each -> new Option(each.value(), each.name())).toList(),
                        known.categories().stream().map(each -> new Option(each, sheets.category(each))).toList()));
    }

    /** The figures on screen; the form comes back when something of it cannot be. */
    @GET
    @Path("/preview")
    @OpenTo(Role.COORDINATOR)
    @MayLag
    public Response preview(@Context UriInfo here) {
        Form form = Form.of(here.getQueryParameters());
        try {
            return Response.ok(preview(form, asked(form)), HTML).build();
        } catch (Invalid refusal) {
            return Response.status(422).type(HTML).entity(ask(form.refusedFor(refusal))).build();
        }
    }

    private TemplateInstance preview(Form form, AskReport asked) {
        ReportData data = reports.preview(asked);
        LocalDate today = LocalDate.ofInstant(clock.instant(), frame.getZone());
        Form filled = form.has("title")
                ? form
                : form.with("title", frame.say("report_title_usual", Map.of("0", frame.day(data.from()), "1", frame.day(data.to()))));
        return Templates.preview(
                filled, data, files.facts(data), shown(data), files.notes(data), data.to().isBefore(today));
    }

    private static AskReport asked(Form form) {
        Reading read = form.read();
        AskReport asked = new AskReport(
                read.day("from"), read.day("to"), read.code("programme"), read.code("drive"), read.text("region"), read.text("category"));
        refuse(read.faults());
        return asked;
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response issue(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> "/reports/" + reports.issue(read(form)).code(), this::again);
    }

    private static IssueReport read(Form form) {
        AskReport asked = asked(form);
        Reading read = form.read();
        IssueReport command = new IssueReport(
                read.text("title"), asked.from(), asked.to(), asked.programme(), asked.drive(), asked.region(), asked.category(), read.code("corrects"));
        refuse(read.faults());
        return command;
    }

    /** With its figures where those can be had, else the form that asks for them. */
    private TemplateInstance again(Form refused) {
        boolean ofTitle = refused.faults().stream().allMatch(fault -> fault.path().equals("title") || fault.path().equals("corrects"));
        return ofTitle ? preview(refused, asked(refused)) : ask(refused);
    }

    private List<Shown> shown(ReportData data) {
        return sheets.of(data).stream()
                .map(sheet -> new Shown(
                        sheet.id(),
                        sheet.heading(),
                        sheet.lead(),
                        sheet.heads(),
                        sheet.rows().stream().map(files::cells).toList(),
                        sheet.foot() == null ? null : files.cells(sheet.foot()),
                        sheet.chart()))
                .toList();
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.COORDINATOR)
    @MayLag
    public TemplateInstance report(@PathParam("code") String code) {
        ReportView report = reports.get(code);
        return Templates.report(
                report, files.facts(report.data()), shown(report.data()), files.notes(report.data()), history.of(report.code()));
    }

    @GET
    @Path("/{code}/paper")
    @OpenTo(Role.COORDINATOR)
    @MayLag
    public TemplateInstance paper(@PathParam("code") String code) {
        String known = reports.get(code).code();
        return papers.page(files.paper(known), "/reports/" + known + "/report.pdf", "/reports/" + known);
    }

    @GET
    @Path("/{code}/report.pdf")
    @Produces("*/*")
    @OpenTo(Role.COORDINATOR)
    @MayLag
    public Response pdf(@PathParam("code") String code) {
        return papers.pdf(files.paper(code));
    }

    @GET
    @Path("/{code}/report.xlsx")
    @Produces("*/*")
    @OpenTo(Role.COORDINATOR)
    @MayLag
    public Response xlsx(@PathParam("code") String code) {
        return files.xlsx(code);
    }

    @GET
    @Path("/{code}/report.csv")
    @Produces("*/*")
    @OpenTo(Role.COORDINATOR)
    @MayLag
    public Response csv(@PathParam("code") String code) {
        return files.csv(code, false);
    }

    @GET
    @Path("/{code}/report-hxl.csv")
    @Produces("*/*")
    @OpenTo(Role.COORDINATOR)
    @MayLag
    public Response hxl(@PathParam("code") String code) {
        return files.csv(code, true);
    }
}
