package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.kernel.Forbidden;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.kernel.Unreadable;

/** Who works in the organisation, and what they may do. An organisation always keeps a coordinator who can come in. */
@ApplicationScoped
public class PeopleService {
    private final People people;
    private final Accesses accesses;
    private final Organisations organisations;
    private final Passwords passwords;
    private final PersonMapper mapper;
    private final Rules rules;
    private final Scope scope;
    private final History history;
    private final Clock clock;

    PeopleService(
            People people,
            Accesses accesses,
            Organisations organisations,
            Passwords passwords,
            PersonMapper mapper,
            Rules rules,
            Scope scope,
            History history,
            Clock clock) {
        this.people = people;
        this.accesses = accesses;
        this.organisations = organisations;
        this.passwords = passwords;
        this.mapper = mapper;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @throws Invalid naming the fields at fault; the name may be somebody's of another organisation, who is not told
     * @throws Forbidden when an administrator is to be made by who is none
     */
    @Transactional
    public PersonView add(AddPerson command) {
        rules.check(command);
        mayEntrust(command.roles(), Set.of());
        Person person = enrol(scope.organisation(), command);
        history.note(subject(person.getName()), "person_added", words(command.roles()), null);
        return mapper.view(person);
    }

    /** Somebody new in the organisation; who is allowed to ask for it has been looked at before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Person enrol(Long organisation, AddPerson command) {
        rules.check(command);
        if (command.password().strip().equalsIgnoreCase(command.name())) {
            throw Invalid.field("password", "error_password_name");
        }
        if (people.named(command.name()).isPresent()) {
            throw Invalid.field("name", "error_person_name_taken", Map.of("given", command.name()));
        }
        Person person = new Person(
                organisation,
                command.name(),
                command.displayName().strip(),
                passwords.hash(command.password()),
                command.roles(),
                clock.instant());
        people.persistAndFlush(person);
        return person;
    }

    /** @throws Refused when somebody else changed them meanwhile, or no coordinator would be left */
    @Transactional
    public PersonView change(String name, ChangePerson command) {
        rules.check(command);
        Person person = toChange(name);
        mayEntrust(command.roles(), person.getRoles());
        if (person.getVersion() != command.version()) {
            throw new Refused("error_changed_meanwhile");
        }
        if (!command.roles().contains(Role.COORDINATOR)) {
            keepACoordinator(person);
        }
        if (!command.roles().contains(Role.ADMINISTRATOR)) {
            keepAnAdministrator(person);
        }
        if (!person.getRoles().equals(command.roles())) {
            String detail = words(person.getRoles()) + " > " + words(command.roles());
            person.entrust(command.roles());
            history.note(subject(person.getName()), "person_entrusted", detail, null);
        }
        String newName = command.displayName().strip();
        if (!person.getDisplayName().equals(newName)) {
            history.note(subject(person.getName()), "person_renamed", person.getDisplayName() + " > " + newName, null);
            person.rename(newName);
        }
        people.flush();
        return mapper.view(person);
    }

    /** The person's sessions and tokens end: who set them up may not be who should have them. */
    @Transactional
    public PersonView newPassword(String name, NewPassword command) {
        rules.check(command);
        Person person = toChange(name);
        if (command.password().strip().equalsIgnoreCase(person.getName())) {
            throw Invalid.field("password", "error_password_name");
        }
        person.changePassword(passwords.hash(command.password()));
        people.flush();
        accesses.endAllOf(person.getId());
        history.note(subject(person.getName()), "person_password", null, null);
        return mapper.view(person);
    }

    /** From now on the person cannot come in: their sessions and tokens have ended. */
    @Transactional
    public PersonView deactivate(String name) {
        Person person = toChange(name);
        if (!person.isActive()) {
            throw new Refused("error_person_inactive");
        }
        keepACoordinator(person);
        keepAnAdministrator(person);
        person.deactivate();
        people.flush();
        accesses.endAllOf(person.getId());
        history.note(subject(person.getName()), "person_deactivated", null, null);
        return mapper.view(person);
    }

    @Transactional
    public PersonView reactivate(String name) {
        Person person = toChange(name);
        if (person.isActive()) {
            throw new Refused("error_person_active");
        }
        person.reactivate();
        people.flush();
        history.note(subject(person.getName()), "person_reactivated", null, null);
        return mapper.view(person);
    }

    @Transactional
    public PersonView get(String name) {
        return mapper.view(mine(name));
    }

    /** @param active true: who can come in; false: who cannot; null: all. By name. */
    @Transactional
    public Page<PersonView> list(Boolean active, String after, int size) {
        if (after != null && !after.isEmpty() && !after.matches("[a-z0-9._-]{2,60}")) {
            throw new Unreadable("after", "error_after", Map.of("given", after.length() > 40 ? "..." : after));
        }
        List<Person> found = people.find(
                        "organisationId = ?1 and name > ?2 and recipientId is null" + (active == null ? "" : " and active = " + active)
                                + " order by organisationId, name",
                        scope.organisation(),
                        after == null ? "" : after)
                .page(0, size + 1)
                .list();
        return Page.of(found, size, Person::getName).map(mapper::view);
    }

    @Transactional
    boolean isOneself(String name) {
        return mine(name).getId().equals(scope.person());
    }

    List<History.Entry> historyOf(String name) {
        return history.of(subject(name));
    }

    /** A person's name is no code; the word before it keeps their history apart from that of things. */
    static String subject(String name) {
        return "person " + name;
    }

    /** Whoever changes people waits here for each other, so that two cannot take each other's role away. */
    Person toChange(String name) {
        organisations.findById(scope.organisation(), LockModeType.PESSIMISTIC_WRITE);
        Person person = mine(name);
        if (person.getRoles().contains(Role.ADMINISTRATOR) && !scope.has(Role.ADMINISTRATOR)) {
            throw new Forbidden("error_person_administrator");
        }
        return person;
    }

    Person mine(String name) {
        // a recipient's own people are looked after on its page
        Person person = people.named(name)
                .filter(each -> each.getRecipientId() == null)
                .orElseThrow(() -> new NotFound(name));
        return scope.mine(person, person.getOrganisationId(), name);
    }

    private void mayEntrust(Set<Role> wanted, Set<Role> before) {
        if (wanted.contains(Role.PARTNER)) {
            throw Invalid.field("roles", "error_person_partner");
        }
        boolean changesAdministrator = wanted.contains(Role.ADMINISTRATOR) != before.contains(Role.ADMINISTRATOR);
        if (changesAdministrator && !scope.has(Role.ADMINISTRATOR)) {
            throw new Forbidden("error_person_administrator");
        }
    }

    private void keepACoordinator(Person without) {
        if (without.isActive()
                && without.getRoles().contains(Role.COORDINATOR)
                && people.others(without, Role.COORDINATOR) == 0) {
            throw new Refused("error_person_last_coordinator", Map.of("name", without.getDisplayName()));
        }
    }

    private void keepAnAdministrator(Person without) {
        if (without.isActive() && without.getRoles().contains(Role.ADMINISTRATOR)) {
            organisations.lockInstallation();
            if (people.otherAdministrators(without) == 0) {
                throw new Refused("error_person_last_administrator", Map.of("name", without.getDisplayName()));
            }
        }
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::word).collect(Collectors.joining(", "));
    }
}
