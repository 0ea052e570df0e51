package org.kindtrail.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.account.History;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** How organisations are reached by somebody who needs help. */
@ApplicationScoped
public class HelpService {
    private final ShownHelp shown;
    private final EntityManager database;
    private final Rules rules;
    private final Scope scope;
    private final History history;
    private final Clock clock;

    HelpService(ShownHelp shown, EntityManager database, Rules rules, Scope scope, History history, Clock clock) {
        this.shown = shown;
        this.database = database;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
        this.clock = clock;
    }

    /** What the organisation of this request says, whether it is shown or not. */
    @Transactional
    public OwnHelpView own() {
        return view(
                database.find(HelpPage.class, scope.organisation()),
                database.find(Organisation.class, scope.organisation()));
    }

    /**
     * @throws Invalid naming the fields at fault
     * @throws Refused when somebody else changed it meanwhile
     */
    @Transactional
    public OwnHelpView describe(DescribeHelp command) {
        rules.check(command);
        List<FieldError> faults = new ArrayList<>();
        Ways ways = Ways.read(command, faults);
        if (command.shown() && ways.isNone() && faults.isEmpty()) {
            faults.add(new FieldError("telephones[0]", "error_help_no_way"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        // of two who write the first page one waits, and then sees that there is one
        Organisation mine = database.find(Organisation.class, scope.organisation(), LockModeType.PESSIMISTIC_WRITE);
        HelpPage page = database.find(HelpPage.class, scope.organisation());
        if (command.version() != (page == null ? 0 : page.getVersion())) {
            throw new Refused("error_changed_meanwhile");
        }
        HelpPage told = page == null ? new HelpPage(scope.organisation()) : page;
        boolean before = page != null && page.isShown();
        told.describe(
                command.shown(),
                ways,
                command.hours() == null ? "" : command.hours().strip(),
                command.texts() == null ? HelpTexts.NONE : command.texts().kept(),
                clock.instant());
        if (page == null) {
            database.persist(told);
        }
        database.flush();
        history.note(
                mine.getCode(),
                before == command.shown() ? "help_described" : command.shown() ? "help_shown" : "help_hidden",
                null,
                null);
        return view(told, mine);
    }

    /** @throws NotFound when there is no such organisation, or it shows no page */
    @Transactional
    public HelpView of(String organisation) {
        ShownHelp.Of found = shown.byCode(organisation).orElseThrow(() -> new NotFound(organisation));
        return view(found.page(), found.organisation()).help();
    }

    /** Those that show a page, by country and name. */
    @Transactional
    public Page<HelpRow> list(String after, int size) {
        return Page.of(shown.list(after, size + 1), size, HelpRow::organisation);
    }

    private static OwnHelpView view(HelpPage page, Organisation organisation) {
        Ways ways = page == null ? Ways.NONE : page.getWays();
        HelpView help = new HelpView(
                organisation.getCode(),
                organisation.getName(),
                organisation.getCountry(),
                ways.telephones(),
                ways.whatsapp(),
                ways.telegram(),
                ways.email(),
                page == null ? "" : page.getHours(),
                page == null ? HelpTexts.NONE : page.getTexts());
        return new OwnHelpView(
                page != null && page.isShown(),
                help,
                page == null ? null : page.getChangedAt(),
                page == null ? 0 : page.getVersion());
    }
}
