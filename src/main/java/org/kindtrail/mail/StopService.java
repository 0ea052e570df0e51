package org.kindtrail.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.kindtrail.account.Attempts;
import org.kindtrail.account.History;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Scope;
import org.kindtrail.donor.Donor;
import org.kindtrail.donor.Donors;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Token;

/** Ends the letters to whoever holds the link that stands in each of them. */
@ApplicationScoped
public class StopService {
    private static final String GUESSED_AT = "stop";

    private final Donors donors;
    private final EntityManager database;
    private final Attempts attempts;
    private final Scope scope;
    private final History history;

    StopService(Donors donors, EntityManager database, Attempts attempts, Scope scope, History history) {
        this.donors = donors;
        this.database = database;
        this.attempts = attempts;
        this.scope = scope;
        this.history = history;
    }

    /**
     * The name of the organisation whose letters the link ends.
     *
     * @param from the network address that asks; wrong guesses are counted by it
     */
    @Transactional
    public String whose(String key, String from) {
        return nameOf(opened(key, from));
    }

    /** No letter that was asked for is sent any more; those that wait are not either. */
    @Transactional
    public String stop(String key, String from) {
        Donor donor = opened(key, from);
        if (!donor.getWants().isEmpty()) {
            scope.enterByKey(donor.getOrganisationId(), Code.hash(key));
            donor.stop();
            history.note(donor.getCode(), "donor_letters_stopped", null, null);
        }
        return nameOf(donor);
    }

    private Donor opened(String key, String from) {
        if (!Token.fits(key)) {
            throw new StopUnknown();
        }
        String hash = Code.hash(key);
        return attempts.guarded(GUESSED_AT, key, from, () -> donors.byStopKey(hash)).orElseThrow(StopUnknown::new);
    }

    private String nameOf(Donor donor) {
        return database.find(Organisation.class, donor.getOrganisationId()).getName();
    }
}
