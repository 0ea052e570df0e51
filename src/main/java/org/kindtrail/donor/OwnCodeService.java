package org.kindtrail.donor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.kindtrail.account.History;
import org.kindtrail.account.Opening;
import org.kindtrail.account.Openings;

/**
 * Gives donors a code to what is held about them. Whoever of the house makes one could use it, too: so it stands on the
 * list of openings.
 */
@ApplicationScoped
public class OwnCodeService {
    private final Donors donors;
    private final OwnCodes codes;
    private final Openings openings;
    private final History history;
    private final Clock clock;

    OwnCodeService(Donors donors, OwnCodes codes, Openings openings, History history, Clock clock) {
        this.donors = donors;
        this.codes = codes;
        this.openings = openings;
        this.history = history;
        this.clock = clock;
    }

    /** A new code; the one before opens nothing any more. The door adds the code itself. */
    @Transactional
    public OwnCodeView give(String code) {
        Donor donor = donors.get(code);
        donor.giveOwnCode(codes, clock.instant());
        openings.note(donor.getCode(), Opening.Manner.SHOWN, "donor_why_own_code");
        history.note(donor.getCode(), "donor_own_code_given", null, null);
        return new OwnCodeView(donor.getCode(), donor.getKnownAs(), donor.getOwnTurn(), null);
    }

    /** The code while the house can read it, else without it; turn 0: there was none. */
    @Transactional
    public OwnCodeView shown(String code) {
        Donor donor = donors.get(code);
        String key = donor.showsOwnCode(clock.instant()) ? codes.of(donor.getCode(), donor.getOwnTurn()) : null;
        return new OwnCodeView(donor.getCode(), donor.getKnownAs(), donor.getOwnTurn(), key);
    }

    /** What the code was that this answer is about. */
    String code(String donor, int turn) {
        return codes.of(donor, turn);
    }
}
