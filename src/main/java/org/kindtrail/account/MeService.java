package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** What one does with one's own account. */
@ApplicationScoped
public class MeService {
    private static final int MOST_TOKENS = 50;
    private static final int LATEST = 10;

    private final People people;
    private final Organisations organisations;
    private final Accesses accesses;
    private final Passwords passwords;
    private final OwnPassword ownPassword;
    private final SignIn signIn;
    private final PersonMapper mapper;
    private final Rules rules;
    private final Scope scope;
    private final History history;
    private final Clock clock;

    MeService(
            People people,
            Organisations organisations,
            Accesses accesses,
            Passwords passwords,
            OwnPassword ownPassword,
            SignIn signIn,
            PersonMapper mapper,
            Rules rules,
            Scope scope,
            History history,
            Clock clock) {
        this.people = people;
        this.organisations = organisations;
        this.accesses = accesses;
        this.passwords = passwords;
        this.ownPassword = ownPassword;
        this.signIn = signIn;
        this.mapper = mapper;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    public MeView me() {
        Person me = people.findById(scope.person());
        return new MeView(
                me.getName(),
                me.getDisplayName(),
                me.getRoles(),
                me.getLanguage(),
                mapper.view(organisations.findById(me.getOrganisationId())));
    }

    /** From now on pages come in this language, with whatever browser. */
    @Transactional
    void speak(ChooseLanguage command) {
        rules.check(command);
        people.speaks(scope.person(), command.language());
    }

    /**
     * The other sessions end; tokens stay, each is ended by itself.
     *
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong guesses at the old one by whoever holds a session
     */
    @Transactional
    void changePassword(ChangePassword command) {
        Person me = ownPassword.shown(command.oldPassword(), "oldPassword");
        rules.check(command);
        if (command.newPassword().strip().equalsIgnoreCase(me.getName())) {
            throw Invalid.field("newPassword", "error_password_name");
        }
        me.changePassword(passwords.hash(command.newPassword()));
        people.flush();
        accesses.endOtherSessionsOf(me.getId(), scope.access());
        history.note(PeopleService.subject(me.getName()), "person_own_password", null, null);
    }

    /** Whether it is a link that lets them in, so that they have no password, and nothing that needs one. */
    @Transactional
    boolean comesByLink() {
        return people.findById(scope.person()).getLinkEndsAt() != null;
    }

    @Transactional
    public List<AccessView> sessions() {
        return open(Access.Kind.SESSION);
    }

    @Transactional
    public List<AccessView> tokens() {
        return open(Access.Kind.TOKEN);
    }

    private List<AccessView> open(Access.Kind kind) {
        ZoneId zone = zone();
        return accesses.openOf(scope.person()).stream()
                .filter(each -> each.getKind() == kind)
                .map(each -> view(each, zone))
                .toList();
    }

    private ZoneId zone() {
        return ZoneId.of(organisations.findById(scope.organisation()).getTimeZone());
    }

    private AccessView view(Access access, ZoneId zone) {
        return new AccessView(
                access.publicName(),
                access.getLabel(),
                access.getCreatedAt(),
                access.getLastSeenAt().atZone(zone).toLocalDate(),
                access.getExpiresAt(),
                access.getId().equals(scope.access()));
    }

    /** The latest sign-ins, also those whose sessions have ended, newest first. */
    @Transactional
    List<SignedInView> latestSignIns() {
        return accesses.latestSignIns(scope.person(), LATEST).stream()
                .map(each -> new SignedInView(each.getCreatedAt(), each.getLabel()))
                .toList();
    }

    /** What was changed about this account, by whomever. */
    @Transactional
    List<History.Entry> history() {
        return history.of(PeopleService.subject(people.findById(scope.person()).getName()));
    }

    /**
     * Makes a token in a browser, where the person shows that it is them.
     *
     * @throws Invalid when the password is not theirs
     * @throws Refused when there are so many that nobody knows any more what each is for
     */
    @Transactional
    NewToken createToken(CreateToken command, String password) {
        ownPassword.shown(password, "password");
        rules.check(command);
        return made(command.label().strip(), command.lasts());
    }

    /**
     * Makes a token for a program that has one; it ends no later than that one, so a token that got lost does not live on in
     * others for ever.
     *
     * @throws Refused when there are so many that nobody knows any more what each is for
     */
    @Transactional
    public NewToken createToken(CreateToken command) {
        rules.check(command);
        Duration left = Duration.between(clock.instant(), accesses.findById(scope.access()).getExpiresAt());
        return made(command.label().strip(), left.compareTo(command.lasts()) < 0 ? left : command.lasts());
    }

    private NewToken made(String label, Duration lasts) {
        if (open(Access.Kind.TOKEN).size() >= MOST_TOKENS) {
            throw new Refused("error_tokens_many", java.util.Map.of("most", MOST_TOKENS));
        }
        String secret = signIn.token(scope.person(), label, lasts);
        Access made = accesses.find("hash", Code.hash(secret)).singleResult();
        return new NewToken(view(made, zone()), secret);
    }

    /** Every session ends but this one. */
    @Transactional
    void endOtherSessions() {
        accesses.endOtherSessionsOf(scope.person(), scope.access());
    }

    /** Whoever is signed in by it is signed out. */
    @Transactional
    public void endSession(String id) {
        end(Access.Kind.SESSION, id);
    }

    /** The token opens no door from now on. */
    @Transactional
    public void revokeToken(String id) {
        end(Access.Kind.TOKEN, id);
    }

    private void end(Access.Kind kind, String id) {
        Access access = accesses.openOf(scope.person(), kind, id).orElseThrow(() -> new NotFound(id));
        signIn.end(access.getId());
    }
}
