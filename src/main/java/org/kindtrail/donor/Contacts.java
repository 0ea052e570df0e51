package org.kindtrail.donor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.seal.Seal;
import org.kindtrail.seal.SealOwner;

/** How donors can be reached: sealed, and opened for a letter, for the donor, or on purpose by people of the house. */
@ApplicationScoped
public class Contacts {
    static final String OWNER = "donor";
    static final String EMAIL = "email";
    private static final String TELEPHONE = "telephone";

    private final EntityManager database;
    private final Seal seal;
    private final StopKeys stopKeys;

    Contacts(EntityManager database, Seal seal, StopKeys stopKeys) {
        this.database = database;
        this.seal = seal;
        this.stopKeys = stopKeys;
    }

    /** What is kept of a donor; what is not kept is null. */
    public record Open(Confidential email, Confidential telephone) {}

    static SealOwner owner(Donor donor) {
        return new SealOwner(OWNER, donor.getId(), donor.getOrganisationId());
    }

    /**
     * Keeps what is told, in place of what was.
     *
     * @param contact null: nothing is told; its constraints are checked before
     * @return whether anything was told
     * @throws Invalid when something is wished by e-mail and there is no address
     */
    public boolean tell(Donor donor, Contact contact) {
        if (contact == null) {
            return false;
        }
        if (!donor.isFresh()) {
            // Whoever erases the donor in the same moment is in the way, or this is: nothing sealed is left behind.
            database.lock(donor, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        donor.refuseIfErased();
        Map<String, Confidential> fields = new HashMap<>();
        if (contact.email() != null) {
            fields.put(EMAIL, contact.email());
            if (!contact.email().isBlank() || donor.isEmailKept()) {
                donor.emailTold(!contact.email().isBlank(), stopKeys);
            }
        }
        if (contact.telephone() != null) {
            fields.put(TELEPHONE, contact.telephone());
            donor.telephoneTold(!contact.telephone().isBlank());
        }
        if (contact.wants() != null) {
            if (!contact.wants().isEmpty() && !donor.isEmailKept()) {
                throw Invalid.field("wants", "error_donor_wants_without_email");
            }
            donor.ask(contact.wants());
        }
        if (contact.language() != null && !contact.language().isBlank()) {
            donor.write(contact.language());
        }
        seal.keep(owner(donor), fields);
        return true;
    }

    /** For a letter or for the donor; people of the house open it through {@link OpeningService}, which writes it down. */
    public Open open(Donor donor) {
        if (!donor.isEmailKept() && !donor.isTelephoneKept()) {
            return new Open(null, null);
        }
        Map<String, Confidential> kept = seal.open(owner(donor));
        return new Open(kept.get(EMAIL), kept.get(TELEPHONE));
    }

    /** The address as mail servers take it; empty when there is none. */
    public Optional<String> address(Donor donor) {
        return Optional.ofNullable(open(donor).email()).map(email -> EmailAddress.Check.plain(email.text()));
    }

    void erase(Donor donor) {
        seal.erase(owner(donor));
    }
}
