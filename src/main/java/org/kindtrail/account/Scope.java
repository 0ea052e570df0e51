package org.kindtrail.account;

import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.Set;
import org.kindtrail.kernel.Forbidden;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.SignInNeeded;

/**
 * On whose behalf this request works. Everything that is read or written for an organisation asks here which one, so that
 * nobody reaches another's.
 */
@RequestScoped
public class Scope {
    private Long organisationId;
    private int catalogueVersion = -1;
    private Long personId;
    private Long accessId;
    private Long recipientId;
    private Set<Role> roles = EnumSet.noneOf(Role.class);
    private String asker = "-";

    void enter(Entrant who) {
        organisationId = who.organisationId();
        catalogueVersion = who.catalogueVersion();
        personId = who.personId();
        accessId = who.accessId();
        recipientId = who.recipientId();
        roles = who.roles();
        asker = "p" + who.personId();
    }

    /** A key was shown that belongs to the organisation: the request works for it, with no person and no role. */
    public void enterByKey(Long organisation, String keyHash) {
        organisationId = organisation;
        asker = "k" + keyHash.substring(0, 40);
    }

    /** The same, where the version of the organisation's catalogue is known. */
    public void enterByKey(Long organisation, String keyHash, int catalogue) {
        enterByKey(organisation, keyHash);
        catalogueVersion = catalogue;
    }

    /** The calendar works for the organisation, with no person and no role. */
    void enterByCalendar(Long organisation) {
        organisationId = organisation;
        asker = "c" + organisation;
    }

    void anonymous(String browser) {
        asker = "b" + browser;
    }

    /** The organisation that this request works for. */
    public Long organisation() {
        if (organisationId == null) {
            throw new SignInNeeded();
        }
        return organisationId;
    }

    /** @throws NotFound when the thing is another organisation's: it is as if it did not exist */
    public <T> T mine(T thing, Long itsOrganisation, String code) {
        if (thing == null || !organisation().equals(itsOrganisation)) {
            throw new NotFound(code);
        }
        return thing;
    }

    /** Who is signed in; null when a key opened the door. */
    public Long personOrNull() {
        return personId;
    }

    public Long person() {
        if (personId == null) {
            throw new SignInNeeded();
        }
        return personId;
    }

    /**
     * The id of the one recipient that this request may see, in the organisation of the request: whoever is signed in is its
     * own person.
     *
     * @throws Forbidden for everybody else
     */
    public Long recipient() {
        if (recipientId == null) {
            throw new Forbidden("error_forbidden");
        }
        return recipientId;
    }

    Long access() {
        return accessId;
    }

    public int catalogueVersion() {
        return catalogueVersion;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean signedIn() {
        return personId != null;
    }

    /** Whose one-time request keys these are: a person's, a browser's or a key's. */
    String asker() {
        return asker;
    }
}
