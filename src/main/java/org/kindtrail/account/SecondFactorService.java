package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.Forbidden;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** Setting up a second factor, letting go of it, and for whom it is required. */
@ApplicationScoped
public class SecondFactorService {
    static final String PASSWORD = "password";
    /** Its name holds the word, so that no digest of it is kept for telling repeats. */
    static final String CODE = "oneTimePassword";
    /** What the history of the requirement is kept under. */
    private static final String REQUIREMENT = "second factor";

    private final SecondFactors factors;
    private final RecoveryCodes recovery;
    private final OwnPassword ownPassword;
    private final People people;
    private final PeopleService peopleService;
    private final PersonMapper mapper;
    private final Accesses accesses;
    private final Installations installations;
    private final Rules rules;
    private final Scope scope;
    private final History history;
    private final Clock clock;

    SecondFactorService(
            SecondFactors factors,
            RecoveryCodes recovery,
            OwnPassword ownPassword,
            People people,
            PeopleService peopleService,
            PersonMapper mapper,
            Accesses accesses,
            Installations installations,
            Rules rules,
            Scope scope,
            History history,
            Clock clock) {
        this.factors = factors;
        this.recovery = recovery;
        this.ownPassword = ownPassword;
        this.people = people;
        this.peopleService = peopleService;
        this.mapper = mapper;
        this.accesses = accesses;
        this.installations = installations;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
        this.clock = clock;
    }

    /** How it stands with one's own. */
    @Transactional
    public SecondFactorView mine() {
        Person me = people.findById(scope.person());
        Instant since = factors.activeSince(me.getId()).orElse(null);
        return new SecondFactorView(
                since != null, since, isRequiredOf(me), since == null ? 0 : recovery.left(me.getId()));
    }

    private boolean isRequiredOf(Person person) {
        return !Collections.disjoint(Role.withIncluded(person.getRoles()), installations.secondFactorRoles());
    }

    /**
     * Makes a new secret that waits to be confirmed; until then everything stays as it is.
     *
     * @param code a code of the app that is active, or a recovery code; not looked at while none is
     */
    @Transactional
    public void start(String password, String code) {
        factors.begin(shown(password, code), scope.access());
    }

    /** Who is signed in has shown once more that it is them. */
    private Person shown(String password, String code) {
        Person me = ownPassword.shown(password, PASSWORD);
        if (factors.active(me.getId())) {
            factors.take(me, CODE, code);
        }
        return me;
    }

    /**
     * What waits to be confirmed.
     *
     * @param address what the app reads from the QR code
     * @param secret the same for typing, in groups of four
     */
    public record Pending(Confidential address, Confidential secret) {}

    /** What waits to be confirmed in this session; the same until it is. */
    @Transactional
    public Optional<Pending> pending() {
        Person me = people.findById(scope.person());
        return factors.pending(me, scope.access()).map(secret -> new Pending(
                Confidential.of("otpauth://totp/Kindtrail:" + me.getName() + "?secret=" + secret.text()
                        + "&issuer=Kindtrail"),
                Confidential.of(secret.text().replaceAll("(.{4})(?=.)", "$1 "))));
    }

    /**
     * The app shows the right code: from now on it counts. Other sessions, which were opened without it, end.
     *
     * @return the recovery codes, which are shown this once
     */
    @Transactional
    public List<Confidential> confirm(String code) {
        Person me = people.findById(scope.person());
        factors.confirm(me, scope.access(), CODE, code);
        accesses.endOtherSessionsOf(me.getId(), scope.access());
        note(me, "person_factor_on");
        return recovery.anew(me.getId());
    }

    /** @return new recovery codes, which are shown this once; the old ones are worth nothing any more */
    @Transactional
    List<Confidential> renewRecoveryCodes(String password, String code) {
        Person me = shownWithFactor(password, code);
        note(me, "person_factor_codes");
        return recovery.anew(me.getId());
    }

    /** @throws Refused while a role of theirs needs it */
    @Transactional
    void turnOff(String password, String code) {
        Person me = shownWithFactor(password, code);
        if (isRequiredOf(me)) {
            throw new Refused("error_factor_required");
        }
        factors.remove(me);
        note(me, "person_factor_off");
    }

    private Person shownWithFactor(String password, String code) {
        if (!factors.active(scope.person())) {
            throw new Refused("error_factor_none");
        }
        return shown(password, code);
    }

    private void note(Person me, String happened) {
        history.note(PeopleService.subject(me.getName()), happened, null, null);
    }

    /** Since when somebody of the organisation has a second factor; null when they have none. */
    @Transactional
    Instant activeSince(String name) {
        return factors.activeSince(peopleService.mine(name).getId()).orElse(null);
    }

    /**
     * Takes the second factor of somebody of the organisation away, who lost the telephone and the recovery codes.
     *
     * @throws Forbidden when it is an administrator's, and who asks is none
     * @throws Refused when they have none, or it is one's own
     */
    @Transactional
    public PersonView remove(String name, RemoveSecondFactor command) {
        rules.check(command);
        Person person = peopleService.toChange(name);
        takeAway(person, command.reason());
        return mapper.view(person);
    }

    /**
     * The same for a coordinator or administrator of any organisation, where perhaps nobody else can do it.
     *
     * @throws Invalid when there is no coordinator or administrator of that name
     * @throws Refused when they have none, or it is one's own
     */
    @Transactional
    public RemovedSecondFactor removeCoordinators(RemoveCoordinatorsFactor command) {
        rules.check(command);
        Person person = people.named(command.name())
                .filter(each -> each.getRoles().contains(Role.COORDINATOR) || each.getRoles().contains(Role.ADMINISTRATOR))
                .orElseThrow(() -> Invalid.field("name", "error_factor_nobody", Map.of("given", command.name().strip())));
        takeAway(person, command.reason());
        return new RemovedSecondFactor(person.getName(), clock.instant());
    }

    private void takeAway(Person person, String reason) {
        if (person.getId().equals(scope.person())) {
            throw new Refused("error_factor_own");
        }
        if (!factors.active(person.getId())) {
            throw new Refused("error_factor_not_theirs", Map.of("name", person.getDisplayName()));
        }
        factors.remove(person);
        accesses.endSessionsOf(person.getId());
        history.noteIn(
                person.getOrganisationId(),
                scope.person(),
                PeopleService.subject(person.getName()),
                "person_factor_removed",
                reason.strip());
    }

    /** For which roles it is required. */
    @Transactional
    public SecondFactorRequirement requirement() {
        return new SecondFactorRequirement(installations.secondFactorRoles());
    }

    /**
     * Requires it for these roles, and no others, from now on.
     *
     * @throws Refused when who asks would need it and has none: they could not take it back
     */
    @Transactional
    public SecondFactorRequirement require(SecondFactorRequirement command) {
        rules.check(command);
        Person me = people.findById(scope.person());
        boolean mine = !Collections.disjoint(Role.withIncluded(me.getRoles()), command.roles());
        if (mine && !factors.active(me.getId())) {
            throw new Refused("error_factor_yourself_first");
        }
        Set<Role> now = installations.requireSecondFactor(command.roles());
        history.note(
                REQUIREMENT,
                now.isEmpty() ? "factor_required_of_nobody" : "factor_required",
                now.stream().map(Role::word).collect(Collectors.joining(", ")),
                null);
        return new SecondFactorRequirement(now);
    }

    /** Who required it for whom, as far as they belong to the administrator's own organisation. */
    List<History.Entry> historyOfRequirement() {
        return history.of(REQUIREMENT);
    }
}
