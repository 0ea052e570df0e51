package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.OpensNothing;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/**
 * How a recipient's own people come in: by a name and a password, or by a link that a coordinator gives and can withdraw. Of a
 * link only the hash is kept. Whoever calls this has looked whether the recipient is the organisation's; each person is bound
 * to one recipient for ever.
 */
@ApplicationScoped
public class PartnerAccess {
    /** More people of one recipient than this nobody can keep an eye on. */
    static final int MOST = 50;

    private static final String GUESSING = "partner link";

    private final People people;
    private final Accesses accesses;
    private final Installations installations;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Codes codes;
    private final Rules rules;
    private final Scope scope;
    private final History history;
    private final SecurityLog log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PartnerAccess(
            People people,
            Accesses accesses,
            Installations installations,
            Passwords passwords,
            Attempts attempts,
            Codes codes,
            Rules rules,
            Scope scope,
            History history,
            SecurityLog log,
            Clock clock) {
        this.people = people;
        this.accesses = accesses;
        this.installations = installations;
        this.passwords = passwords;
        this.attempts = attempts;
        this.codes = codes;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
        this.log = log;
        this.clock = clock;
    }

    /** Whose people they are: the recipient by number, and by the code that its history goes by. */
    public record Whose(Long id, String code) {}

    /** A link that lets nobody in, or does no longer; what was typed is not repeated. */
    static final class WrongLink extends OpensNothing {
        WrongLink() {
            super("error_partner_link");
        }
    }

    /**
     * Lets somebody of the recipient come in by a name and a password.
     *
     * @throws Invalid naming the fields at fault
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PartnerPersonView admit(Whose recipient, AddPartner command) {
        rules.check(command);
        mustNotBeName(command.password(), command.name());
        if (people.named(command.name()).isPresent()) {
            throw Invalid.field("name", "error_person_name_taken", Map.of("given", command.name()));
        }
        Person person = made(recipient, command.name(), command.displayName(), passwords.hash(command.password()));
        people.persistAndFlush(person);
        history.note(recipient.code(), "person_partner_admitted", person.getDisplayName(), null);
        return view(recipient, person.getName());
    }

    /**
     * Makes a link by which somebody of the recipient comes in without a password; its key is in the answer and nowhere else.
     *
     * @throws Refused when the installation requires a second factor of partners: a link has none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public NewPartnerLink link(Whose recipient, AddPartnerLink command) {
        rules.check(command);
        mustNotNeedSecondFactor();
        String key = codes.next(CodeKind.PARTNER_LINK);
        Person person = made(recipient, "link-" + randomHex(6), command.displayName(), passwords.hash(randomHex(32)));
        person.comesByLink(Code.hash(key), clock.instant().plus(command.lasts(), ChronoUnit.DAYS));
        people.persistAndFlush(person);
        history.note(recipient.code(), "person_partner_linked", person.getDisplayName(), null);
        return new NewPartnerLink(view(recipient, person.getName()), key);
    }

    private Person made(Whose recipient, String name, String displayName, String passwordHash) {
        if (people.count("recipientId = ?1 and active", recipient.id()) >= MOST) {
            throw new Refused("error_partners_many", Map.of("most", MOST));
        }
        return Person.partner(
                scope.organisation(), name, displayName.strip(), passwordHash, recipient.id(), clock.instant());
    }

    private String randomHex(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    private void mustNotNeedSecondFactor() {
        if (installations.secondFactorRoles().contains(Role.PARTNER)) {
            throw new Refused("error_partner_link_factor");
        }
    }

    /** @throws NotFound when the recipient has nobody of that name */
    @Transactional
    public PartnerPersonView one(Whose recipient, String name) {
        return views(recipient, name.isEmpty() ? "-" : name).stream().findFirst().orElseThrow(() -> new NotFound(name));
    }

    /**
     * Gives them a new password in place of one that was forgotten or seen. Their sessions and tokens end.
     *
     * @throws Refused when they come in by a link, which has no password, or come in no more
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PartnerPersonView newPassword(Whose recipient, String name, NewPassword command) {
        rules.check(command);
        Person person = named(recipient, name);
        if (person.getLinkEndsAt() != null) {
            throw new Refused("error_partner_password_link", Map.of("name", person.getDisplayName()));
        }
        mustComeIn(person);
        mustNotBeName(command.password(), person.getName());
        person.changePassword(passwords.hash(command.password()));
        people.flush();
        accesses.endAllOf(person.getId());
        history.note(recipient.code(), "person_partner_password", person.getDisplayName(), null);
        return view(recipient, person.getName());
    }

    private Person named(Whose recipient, String name) {
        return people.named(name)
                .filter(each -> recipient.id().equals(each.getRecipientId()))
                .orElseThrow(() -> new NotFound(name));
    }

    private static void mustComeIn(Person person) {
        if (!person.isActive()) {
            throw new Refused("error_partner_ended", Map.of("name", person.getDisplayName()));
        }
    }

    private static void mustNotBeName(String password, String name) {
        if (password.strip().equalsIgnoreCase(name)) {
            throw Invalid.field("password", "error_password_name");
        }
    }

    /**
     * They come in no more, and are out at once; a link of theirs opens nothing.
     *
     * @throws Refused when that is so already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PartnerPersonView end(Whose recipient, String name) {
        Person person = named(recipient, name);
        mustComeIn(person);
        person.deactivate();
        people.flush();
        accesses.endAllOf(person.getId());
        String happened = person.getLinkEndsAt() == null ? "person_partner_ended" : "person_partner_link_withdrawn";
        history.note(recipient.code(), happened, person.getDisplayName(), null);
        return view(recipient, person.getName());
    }

    /** The people of all of these come in no more: the recipients are served no longer, or who they are was erased. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endAllOf(Collection<Long> recipients) {
        if (recipients.isEmpty()) {
            return;
        }
        people.flush();
        if (people.update("active = false, version = version + 1 where recipientId in ?1 and active", recipients) > 0) {
            accesses.endAllOfRecipients(recipients);
            log.done("link_people_ended");
        }
    }

    /** The recipient's people, the newest first, those who come in no more included. */
    @Transactional
    public List<PartnerPersonView> of(Whose recipient) {
        return views(recipient, "");
    }

    private PartnerPersonView view(Whose recipient, String name) {
        return views(recipient, name).get(0);
    }

    private List<PartnerPersonView> views(Whose recipient, String name) {
        return people.getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.account.PartnerPersonView(p.name, p.displayName,
                          case when p.linkEndsAt is null then false else true end, p.linkEndsAt,
                          case when p.active and (p.linkEndsAt is null or p.linkEndsAt > :now) then true else false end, p.createdAt,
                          (select max(a.createdAt) from Access a where a.personId = p.id and a.kind = SESSION))
                        from Person p where p.organisationId = :organisation and p.recipientId = :recipient
                          and (:all = true or p.name = :name) order by p.id desc""",
                        PartnerPersonView.class)
                .setParameter("now", clock.instant())
                .setParameter("organisation", scope.organisation())
                .setParameter("recipient", recipient.id())
                .setParameter("all", name.isEmpty())
                .setParameter("name", name)
                .setMaxResults(500)
                .getResultList();
    }

    /** Whom a link lets in, and for how long at most. */
    record Came(String key, Person person, Duration lasts) {}

    /**
     * Finds out whom a link lets in. That alone opens nothing yet.
     *
     * @param from the network address, by which wrong links are counted
     * @throws WrongLink when it lets nobody in
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong ones from the same address, or that begin alike
     * @throws Refused when the installation requires a second factor of partners
     */
    @Transactional
    Came byLink(String typed, String from) {
        // what cannot be a key asks nothing and costs nothing
        String key = Code.read(CodeKind.PARTNER_LINK, typed).orElseThrow(WrongLink::new);
        Instant now = clock.instant();
        Person person = attempts.guarded(GUESSING, key, from, () -> people.byLink(Code.hash(key), now))
                .orElseThrow(() -> {
                    log.refused("link_refused");
                    return new WrongLink();
                });
        mustNotNeedSecondFactor();
        // a moment passes until the session begins, and it is to end no later than the link
        Duration left = Duration.between(now, person.getLinkEndsAt()).minusSeconds(1);
        return new Came(key, person, left.compareTo(SignIn.SESSION_LASTS) < 0 ? left : SignIn.SESSION_LASTS);
    }
}
