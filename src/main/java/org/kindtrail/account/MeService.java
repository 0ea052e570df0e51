package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** What one does with one's own account. */
@ApplicationScoped
public class MeService {
    private static final int MOST_TOKENS = 50;

    private final People people;
    private final Organisations organisations;
    private final Accesses accesses;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SignIn signIn;
    private final PersonMapper mapper;
    private final Rules rules;
    private final Scope scope;
    private final History history;

    MeService(
            People people,
            Organisations organisations,
            Accesses accesses,
            Passwords passwords,
            Attempts attempts,
            SignIn signIn,
            PersonMapper mapper,
            Rules rules,
            Scope scope,
            History history) {
        this.people = people;
        this.organisations = organisations;
        this.accesses = accesses;
        this.passwords = passwords;
        this.attempts = attempts;
        this.signIn = signIn;
        this.mapper = mapper;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
    }

    @Transactional
    public MeView me() {
        Person me = people.findById(scope.person());
        return new MeView(
                me.getName(),
                me.getDisplayName(),
                me.getRoles(),
                mapper.view(organisations.findById(me.getOrganisationId())));
    }

    /**
     * The other sessions end; tokens stay, each is ended by itself.
     *
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong guesses at the old one by whoever holds a session
     */
    @Transactional
    void changePassword(ChangePassword command) {
        Person me = people.findById(scope.person());
        Limit limit = Limit.doubling("own password|" + me.getName(), Attempts.FREE).thatForgives();
        attempts.guarded(List.of(limit), () -> knows(me, command.oldPassword()) ? Optional.of(me) : Optional.empty())
                .orElseThrow(() -> Invalid.field("oldPassword", "error_password_old"));
        rules.check(command);
        if (command.newPassword().strip().equalsIgnoreCase(me.getName())) {
            throw Invalid.field("newPassword", "error_password_name");
        }
        me.changePassword(passwords.hash(command.newPassword()));
        people.flush();
        accesses.endOtherSessionsOf(me.getId(), scope.access());
        history.note(PeopleService.subject(me.getName()), "person_own_password", null, null);
    }

    private boolean knows(Person me, String password) {
        return password != null && password.length() <= 1000 && passwords.fits(password, me.getPasswordHash());
    }

    @Transactional
    List<AccessView> sessions() {
        return open(Access.Kind.SESSION);
    }

    @Transactional
    public List<AccessView> tokens() {
        return open(Access.Kind.TOKEN);
    }

    private List<AccessView> open(Access.Kind kind) {
        return accesses.openOf(scope.person()).stream()
                .filter(each -> each.getKind() == kind)
                .map(this::view)
                .toList();
    }

    private AccessView view(Access access) {
        return new AccessView(
                access.publicName(),
                access.getLabel(),
                access.getCreatedAt(),
                access.getExpiresAt(),
                access.getId().equals(scope.access()));
    }

    /** @throws Refused when there are so many that nobody knows any more what each is for */
    @Transactional
    public NewToken createToken(CreateToken command) {
        rules.check(command);
        if (open(Access.Kind.TOKEN).size() >= MOST_TOKENS) {
            throw new Refused("error_tokens_many", java.util.Map.of("most", MOST_TOKENS));
        }
        String secret = signIn.token(scope.person(), command.label().strip());
        Access made = accesses.find("hash", Code.hash(secret)).singleResult();
        return new NewToken(view(made), secret);
    }

    @Transactional
    void endSession(String id) {
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
