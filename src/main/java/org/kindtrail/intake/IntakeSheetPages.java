package org.kindtrail.intake;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Rules;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Papers;
import org.kindtrail.web.FieldNames;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.LineFaults;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Reading;

/** Intake sheets for people: make one, print it, and type in what was written on it. */
@Path("/")
@Produces("text/html")
public class IntakeSheetPages {
    private final IntakeSheetService sheets;
    private final WrittenBagService written;
    private final IntakeSheetPaper described;
    private final RecordingDesk desk;
    private final LineChoices choices;
    private final Papers papers;
    private final Once once;
    private final Rules rules;
    private final Listings listings;
    private final Frame frame;
    private final Clock clock;

    IntakeSheetPages(
            IntakeSheetService sheets,
            WrittenBagService written,
            IntakeSheetPaper described,
            RecordingDesk desk,
            LineChoices choices,
            Papers papers,
            Once once,
            Rules rules,
            Listings listings,
            Frame frame,
            Clock clock) {
        this.sheets = sheets;
        this.written = written;
        this.described = described;
        this.desk = desk;
        this.choices = choices;
        this.papers = papers;
        this.once = once;
        this.rules = rules;
        this.listings = listings;
        this.frame = frame;
        this.clock = clock;
    }

    /** What a sheet that was just typed in changed; both null: none was. */
    record Done(Integer recorded, Integer before) {
        static Done read(String recorded, String before) {
            return new Done(number(recorded), number(before));
        }

        private static Integer number(String typed) {
            return typed != null && typed.matches("\\d{1,4}") ? Integer.valueOf(typed) : null;
        }

        public boolean isSaid() {
            return recorded != null && before != null;
        }
    }

    @CheckedTemplate(basePath = "intake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance intakeSheetNew(Form form, RecordingDesk.Desk desk);

        static native TemplateInstance writtenBags(
                IntakeSheetView sheet,
                Form form,
                List<WrittenForm.Line> lines,
                RecordingDesk.Desk desk,
                LineChoices.Choices choices,
                Done done);
    }

    @GET
    @Path("/intake-sheets")
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("drive") String drive, @QueryParam("after") String after, @QueryParam("format") String format) {
        String of = drive == null || drive.isBlank() ? "" : "?drive=" + Code.read(CodeKind.DRIVE, drive).orElseThrow(() -> new NotFound(drive));
        Listing<IntakeSheetRow> listing = new Listing<IntakeSheetRow>(
                        "intake_sheets", "/intake-sheets" + of, (from, size) -> sheets.list(drive, from, size))
                .link("intake_code", IntakeSheetRow::code, row -> "/intake-sheets/" + row.code())
                .link("intake_drive", IntakeSheetRow::driveTitle, row -> "/drives/" + row.drive())
                .column("intake_sheet_made_at", IntakeSheetRow::printedAt)
                .column("intake_sheet_lines", IntakeSheetRow::lines)
                .column("intake_recorded", IntakeSheetRow::recorded)
                .action("intake_sheet_make", "/intake-sheets/new" + of)
                .action("intake_sheet_without", "/written-bags" + of)
                .whenEmpty("intake_sheets_empty");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/intake-sheets/new")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance making(@QueryParam("drive") String drive) {
        return making(Form.empty().with("lines", WrittenForm.USUAL), drive);
    }

    private TemplateInstance making(Form form, String drive) {
        RecordingDesk.Desk known = desk.at(drive);
        if (known.drive() == null) {
            return RecordPages.Templates.noDrive();
        }
        return Templates.intakeSheetNew(form.has("drive") ? form : form.with("drive", known.drive()), known);
    }

    @POST
    @Path("/intake-sheets")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response make(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    PrintIntakeSheet command = rules.check(
                            new PrintIntakeSheet(reading.code("drive"), reading.wholeNumber("lines")), reading.faults());
                    return "/intake-sheets/" + sheets.print(command).code();
                },
                refused -> making(refused, refused.value("drive")));
    }

    @GET
    @Path("/intake-sheets/{code}/print")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance print(@PathParam("code") String code, @Context UriInfo here) {
        Paper paper = described.of(code, here);
        String at = "/intake-sheets/" + paper.number();
        return papers.page(paper, at + "/print.pdf", at);
    }

    @GET
    @Path("/intake-sheets/{code}/print.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response printPdf(@PathParam("code") String code, @Context UriInfo here) {
        return papers.pdf(described.of(code, here));
    }

    /** Where a sheet is typed in; its codes stand in the lines. */
    @GET
    @Path("/intake-sheets/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance sheet(
            @PathParam("code") String code, @QueryParam("recorded") String recorded, @QueryParam("before") String before) {
        IntakeSheetView sheet = sheets.get(code);
        return typing(sheet, sheet.drive(), Form.empty(), Done.read(recorded, before));
    }

    /** The same without a sheet, for what was written beside labels: the codes are typed too. */
    @GET
    @Path("/written-bags")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance without(
            @QueryParam("drive") String drive, @QueryParam("recorded") String recorded, @QueryParam("before") String before) {
        return typing(null, drive, Form.empty(), Done.read(recorded, before));
    }

    private TemplateInstance typing(IntakeSheetView sheet, String drive, Form form, Done done) {
        RecordingDesk.Desk known = desk.at(drive);
        if (known.place() == null || sheet == null && known.drive() == null) {
            return RecordPages.Templates.noDrive();
        }
        Form shown = form.has("drive") ? form : form.with("drive", sheet == null ? known.drive() : sheet.drive());
        shown = shown.has("place") ? shown : shown.with("place", known.place());
        return Templates.writtenBags(sheet, shown, WrittenForm.shown(form, sheet), known, choices.choices(false), done);
    }

    @POST
    @Path("/written-bags")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response enter(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        String sheet = form.has("sheet") ? sheets.get(form.value("sheet")).code() : null;
        return once.submit(
                form,
                () -> {
                    WrittenForm.Filled filled = WrittenForm.Filled.of(form, sheet == null);
                    WrittenBagsView done = FieldNames.as(
                            path -> path.replaceFirst("\\.newDonor$", ".donor"),
                            () -> LineFaults.said(frame, "bags", filled.typedAt(), () -> written.enter(read(filled))));
                    String back = sheet == null ? "/written-bags?drive=" + Code.read(CodeKind.DRIVE, form.value("drive")).orElseThrow() + "&" : "/intake-sheets/" + sheet + "?";
                    return back + "recorded=" + done.recorded() + "&before=" + done.before();
                },
                refused -> typing(
                        sheet == null ? null : sheets.get(sheet), refused.value("drive"), refused, new Done(null, null)));
    }

    private EnterWrittenBags read(WrittenForm.Filled filled) {
        Reading typed = filled.form().read();
        EnterWrittenBags command = new EnterWrittenBags(
                typed.code("drive"), typed.code("place"), receivedAt(typed), WrittenForm.read(filled, typed, choices));
        if (command.bags().isEmpty()) {
            typed.faults().add(new FieldError("", "error_intake_sheet_nothing"));
            throw new Invalid(typed.faults());
        }
        return rules.check(command, typed.faults());
    }

    /** Today means now; another day its noon. */
    private Instant receivedAt(Reading typed) {
        LocalDate day = typed.day("receivedAt");
        if (day == null || day.equals(LocalDate.ofInstant(clock.instant(), frame.getZone()))) {
            return null;
        }
        return typed.noonOf("receivedAt", frame.getZone());
    }
}
