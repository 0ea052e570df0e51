package org.kindtrail.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kindtrail.account.AddPerson;
import org.kindtrail.account.Attempts;
import org.kindtrail.account.History;
import org.kindtrail.account.Installations;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.OrganisationView;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.PeopleService;
import org.kindtrail.account.Person;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;

/** How organisations come to be: the first by the set-up, the others by an administrator. */
@ApplicationScoped
public class Founding {
    private final Installations installations;
    private final Organisations organisations;
    private final PeopleService people;
    private final Places places;
    private final Attempts attempts;
    private final Codes codes;
    private final Rules rules;
    private final History history;
    private final Clock clock;

    Founding(
            Installations installations,
            Organisations organisations,
            PeopleService people,
            Places places,
            Attempts attempts,
            Codes codes,
            Rules rules,
            History history,
            Clock clock) {
        this.installations = installations;
        this.organisations = organisations;
        this.people = people;
        this.places = places;
        this.attempts = attempts;
        this.codes = codes;
        this.rules = rules;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Founds the first organisation; its coordinator administers the installation too.
     *
     * @param code as the log showed it; guesses are slowed by where they come from
     * @throws org.kindtrail.kernel.Refused when somebody was faster
     */
    @Transactional
    void setUp(String code, FoundOrganisation command, String from) {
        String typed = SetUpCode.plain(code);
        attempts.guardedTogether("set-up", from, () -> installations.begin(typed))
                .orElseThrow(() -> Invalid.field("code", "error_setup_code"));
        rules.check(command);
        found(command, EnumSet.of(Role.COORDINATOR, Role.ADMINISTRATOR));
    }

    /**
     * Founds the organisation of the demonstration in an empty installation.
     *
     * @return the id of its coordinator, who administers the installation too
     */
    @Transactional
    public Long demonstrate(FoundOrganisation command) {
        installations.beginDemonstration();
        rules.check(command);
        return found(command, EnumSet.of(Role.COORDINATOR, Role.ADMINISTRATOR)).coordinator().getId();
    }

    /**
     * Founds a further organisation of the demonstration.
     *
     * @return the id of its coordinator
     */
    @Transactional
    public Long demonstrateBeside(FoundOrganisation command) {
        rules.check(command);
        return found(command, EnumSet.of(Role.COORDINATOR)).coordinator().getId();
    }

    /** Founds a further organisation. The administrator who does it sees nothing of what it will have. */
    @Transactional
    OrganisationView add(FoundOrganisation command) {
        rules.check(command);
        Organisation founded = found(command, EnumSet.of(Role.COORDINATOR)).organisation();
        history.note(founded.getCode(), "organisation_founded", founded.getName(), null);
        return view(founded);
    }

    private record Founded(Organisation organisation, Person coordinator) {}

    private Founded found(FoundOrganisation command, Set<Role> roles) {
        Organisation organisation = new Organisation(
                codes.next(CodeKind.ORGANISATION),
                command.organisation().strip(),
                command.country(),
                command.timeZone(),
                clock.instant());
        organisations.persistAndFlush(organisation);
        Person coordinator = people.enrol(
                organisation.getId(),
                new AddPerson(command.name(), command.displayName(), roles, command.password()));
        places.persist(Place.site(
                organisation.getId(), codes.next(CodeKind.PLACE), command.site().strip()));
        return new Founded(organisation, coordinator);
    }

    /** All organisations of the installation, newest first. */
    @Transactional
    Page<OrganisationView> list(String after, int size) {
        Long before = Cursor.id(after);
        List<Organisation> found = organisations
                .find("id < ?1 order by id desc", before == null ? Long.MAX_VALUE : before)
                .page(0, size + 1)
                .list();
        return Page.of(found, size, Organisation::getId).map(Founding::view);
    }

    private static OrganisationView view(Organisation organisation) {
        return new OrganisationView(
                organisation.getCode(),
                organisation.getName(),
                organisation.getCountry(),
                organisation.getTimeZone(),
                organisation.isNamedInPublic(),
                organisation.getCreatedAt(),
                organisation.getVersion());
    }
}
