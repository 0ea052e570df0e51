package org.kindtrail.programme;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** What can be done with programmes. */
@ApplicationScoped
public class ProgrammeService {
    private final Programmes programmes;
    private final ProgrammeReading reading;
    private final ProgrammeViews views;
    private final List<Charges> rooms;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    ProgrammeService(
            Programmes programmes,
            ProgrammeReading reading,
            ProgrammeViews views,
            @All List<Charges> rooms,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.programmes = programmes;
        this.reading = reading;
        this.views = views;
        this.rooms = rooms;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /** @throws Invalid naming the fields at fault */
    @Transactional
    public ProgrammeView open(OpenProgramme command) {
        ProgrammeReading.Read read = reading.read(command);
        Programme programme = new Programme(scope.organisation(), codes.next(CodeKind.PROGRAMME));
        describe(programme, command, read);
        programmes.persist(programme);
        programmes.flush();
        history.note(programme.getCode(), "programme_opened", programme.getName(), null);
        return views.of(programme);
    }

    /**
     * Tells a programme anew; a budget line that is left out goes, unless something names it.
     *
     * @param version the version that the change was made on
     * @throws Refused when somebody else changed it meanwhile, or what was charged to it stands in the way
     */
    @Transactional
    public ProgrammeView describe(String code, int version, OpenProgramme command) {
        ProgrammeReading.Read read = reading.read(command);
        Programme programme = programmes.get(code);
        if (programme.getVersion() != version) {
            throw new Refused("error_changed_meanwhile");
        }
        // Partners, lines and targets are rows of their own: the version is raised even if only they change.
        programmes.getEntityManager().lock(programme, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        currencyStays(programme, command.currency());
        describe(programme, command, read);
        programmes.flush();
        history.note(programme.getCode(), "programme_described", programme.getName(), null);
        return views.of(programme);
    }

    private void currencyStays(Programme programme, String wanted) {
        if (!wanted.equals(programme.getCurrency())
                && rooms.stream().anyMatch(room ->
                        !room.of(programme.getId(), programme.getCurrency()).isEmpty())) {
            throw Invalid.field(
                    "currency", "error_programme_currency_stays", Map.of("currency", programme.getCurrency()));
        }
    }

    private void describe(Programme programme, OpenProgramme command, ProgrammeReading.Read read) {
        programme.describe(
                command.name().strip(),
                command.funder().strip(),
                command.about() == null ? "" : command.about().strip(),
                command.startsOn(),
                command.endsOn(),
                command.currency());
        programme.aim(read.partners(), read.targets());
        dropOthers(programme, read.lines());
        for (int i = 0; i < read.lines().size(); i++) {
            ProgrammeReading.Line each = read.lines().get(i);
            BudgetLine line = each.number() == null
                    ? programme.newLine()
                    : programme.line(each.number())
                            .orElseThrow(() -> Invalid.field(
                                    each.path() + "line", "error_programme_line_unknown", Map.of("line", each.number())));
            line.describe(i + 1, each.name(), each.minor());
        }
    }

    private void dropOthers(Programme programme, List<ProgrammeReading.Line> lines) {
        Set<Integer> stay = new HashSet<>();
        lines.forEach(each -> stay.add(each.number()));
        List<BudgetLine> gone = new ArrayList<>(programme.getBudget());
        gone.removeIf(line -> stay.contains(line.getLine()));
        if (gone.isEmpty()) {
            return;
        }
        Set<Integer> named = new HashSet<>();
        rooms.forEach(room -> named.addAll(room.named(programme.getId())));
        for (BudgetLine line : gone) {
            if (named.contains(line.getLine())) {
                throw new Refused(
                        "error_programme_line_named", Map.of("line", line.getLine(), "name", line.getName()));
            }
            programme.drop(line);
        }
    }

    /** Nothing more is charged to it. */
    @Transactional
    public ProgrammeView close(String code, CloseProgramme command) {
        rules.check(command);
        Programme programme = locked(code);
        programme.close(clock.instant(), command.freesGoods());
        programmes.flush();
        history.note(
                programme.getCode(), command.freesGoods() ? "programme_closed_freed" : "programme_closed", null, null);
        return views.of(programme);
    }

    /** Things are charged to it again, and what is left of what was kept for it is kept again. */
    @Transactional
    public ProgrammeView reopen(String code) {
        Programme programme = locked(code);
        programme.reopen();
        programmes.flush();
        history.note(programme.getCode(), "programme_reopened", null, null);
        return views.of(programme);
    }

    private Programme locked(String code) {
        Programme programme = programmes.get(code);
        programmes.lock(programme);
        return programme;
    }

    /** @throws NotFound when the organisation has no such programme */
    @Transactional
    public ProgrammeView get(String code) {
        return views.of(programmes.get(code));
    }

    /** @param open true: those to which things can be charged; false: the ended ones; null: all */
    @Transactional
    public Page<ProgrammeRow> list(Boolean open, String after, int size) {
        List<ProgrammeRow> found = programmes.newest(open, Cursor.id(after), size + 1).stream()
                .map(ProgrammeRow::of)
                .toList();
        return Page.of(found, size, ProgrammeRow::id);
    }
}
