package org.kindtrail.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.History;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Person;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.drive.Drive;
import org.kindtrail.drive.Drives;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.programme.Programme;
import org.kindtrail.programme.Programmes;
import org.kindtrail.recipient.TellableRegions;
import org.kindtrail.recipient.TellableRegions.Region;

/** Reports: looked at before they are issued, issued, and read ever after as they were. */
@ApplicationScoped
public class ReportService {
    /** The longest period, in years. */
    static final int MOST_YEARS = 10;

    private final Reports reports;
    private final ReportMaking making;
    private final Programmes programmes;
    private final Drives drives;
    private final TellableRegions regions;
    private final Organisations organisations;
    private final Catalogue catalogue;
    private final EntityManager database;
    private final ObjectMapper json;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    ReportService(
            Reports reports,
            ReportMaking making,
            Programmes programmes,
            Drives drives,
            TellableRegions regions,
            Organisations organisations,
            Catalogue catalogue,
            EntityManager database,
            ObjectMapper json,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.reports = reports;
        this.making = making;
        this.programmes = programmes;
        this.drives = drives;
        this.regions = regions;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.database = database;
        this.json = json;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * The figures as they are now; nothing is kept.
     *
     * @throws Invalid naming the fields at fault
     */
    @Transactional
    public ReportData preview(AskReport command) {
        rules.check(command);
        return making.make(question(command));
    }

    /**
     * Takes the figures and keeps them under a number.
     *
     * @throws Invalid naming the fields at fault; also when the period is not over
     */
    @Transactional
    public ReportView issue(IssueReport command) {
        rules.check(command);
        Question question = question(command.asks());
        LocalDate today = LocalDate.ofInstant(clock.instant(), question.zone());
        if (!command.to().isBefore(today)) {
            throw Invalid.field("to", "error_report_not_over", Map.of("given", command.to().toString(), "today", today.toString()));
        }
        Report corrected = reports.corrected(command.corrects());
        Report report = new Report(
                scope.organisation(),
                codes.next(CodeKind.REPORT),
                command,
                written(making.make(question)),
                corrected,
                database.getReference(Person.class, scope.person()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        reports.persist(report);
        history.note(report.getCode(), "report_issued", report.getTitle(), null);
        if (corrected != null) {
            history.note(corrected.getCode(), "report_corrected", report.getCode(), null);
        }
        return view(report);
    }

    @Transactional
    public ReportView get(String code) {
        return view(reports.get(code));
    }

    @Transactional
    public Page<ReportRow> list(String after, int size) {
        return Page.of(reports.newest(Cursor.id(after), size + 1), size, ReportRow::id);
    }

    private ReportView view(Report report) {
        return new ReportView(
                report.getCode(),
                report.getTitle(),
                report.getIssuedAt(),
                report.getIssuedBy().getDisplayName(),
                report.getCorrects() == null ? null : report.getCorrects().getCode(),
                reports.correcting(report),
                read(report.getData()));
    }

    /** What a report can be narrowed to. */
    public record Choices(List<Programme> programmes, List<Drive> drives, List<RegionChoice> regions, List<String> categories) {}

    /** A region of which figures may be told. @param value as a command names it */
    public record RegionChoice(String value, String country, String name) {}

    @Transactional
    public Choices choices() {
        return new Choices(
                programmes.find("organisationId = ?1 order by closedAt nulls first, name, id", scope.organisation()).page(0, 200).list(),
                drives.find("organisationId = ?1 order by id desc", scope.organisation()).page(0, 200).list(),
                regionChoices(),
                catalogue.categories().stream().filter(each -> !each.equals(Catalogue.MONEY)).toList());
    }

    /** The organisation's own, as far as they may be told. */
    private List<RegionChoice> regionChoices() {
        Map<Region, String> told = regions.all();
        List<Object[]> own = database.createQuery(
                        "select distinct r.country, r.region from Recipient r where r.organisationId = :organisation", Object[].class)
                .setParameter("organisation", scope.organisation())
                .getResultList();
        return own.stream()
                .map(row -> Region.of((String) row[0], (String) row[1]))
                .distinct()
                .filter(told::containsKey)
                .map(region -> new RegionChoice(region.country() + ":" + told.get(region), region.country(), told.get(region)))
                .sorted(Comparator.comparing(RegionChoice::value))
                .toList();
    }

    /** Where the organisation is. */
    @Transactional
    public ZoneId zone() {
        return ZoneId.of(organisations.findById(scope.organisation()).getTimeZone());
    }

    private Question question(AskReport asked) {
        List<FieldError> faults = new ArrayList<>();
        if (asked.to().isBefore(asked.from())) {
            faults.add(new FieldError("to", "error_report_ends_first", Map.of("from", asked.from().toString())));
        } else if (asked.from().plusYears(MOST_YEARS).isBefore(asked.to())) {
            faults.add(new FieldError("to", "error_report_long", Map.of("years", MOST_YEARS)));
        }
        Optional<Programme> programme = named(asked.programme(), "programme", programmes::byCode, faults);
        Optional<Drive> drive = named(asked.drive(), "drive", drives::byCode, faults);
        Optional<RegionChoice> region = named(asked.region(), "region", this::region, faults);
        Optional<String> category =
                named(asked.category(), "category", typed -> Optional.of(typed).filter(this::isCategoryOfGoods), faults);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Question(
                asked.from(),
                asked.to(),
                zone(),
                programme.orElse(null),
                drive.orElse(null),
                region.map(each -> Region.of(each.country(), each.name())).orElse(null),
                region.map(RegionChoice::name).orElse(null),
                category.orElse(null));
    }

    private boolean isCategoryOfGoods(String code) {
        return catalogue.hasCategory(code) && !code.equals(Catalogue.MONEY);
    }

    private Optional<RegionChoice> region(String typed) {
        int colon = typed.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        Region wanted = Region.of(typed.substring(0, colon), typed.substring(colon + 1));
        return regionChoices().stream()
                .filter(each -> Region.of(each.country(), each.name()).equals(wanted))
                .findFirst();
    }

    private static <T> Optional<T> named(
            String typed, String field, java.util.function.Function<String, Optional<T>> found, List<FieldError> faults) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        Optional<T> known = found.apply(typed.strip());
        if (known.isEmpty()) {
            faults.add(new FieldError(field, "error_report_" + field, Map.of("given", Given.shortened(typed))));
        }
        return known;
    }

    private String written(ReportData data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReportData read(String data) {
        try {
            return json.readValue(data, ReportData.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
