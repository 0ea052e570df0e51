package org.kindtrail.need;

import java.time.Instant;

/** Tells which organisation answers for a need; the room of referrals, which this one does not know, answers it. */
public interface WhoAnswers {
    /**
     * Who answers for it.
     *
     * @param organisation its name
     * @param referral code of the referral by which it came here or went on
     * @param elsewhere whether that is another organisation than the one that asks
     * @param from name of the organisation that it came from; null when it was posted here
     */
    record Answer(String organisation, Instant since, String referral, boolean elsewhere, String from) {}

    /** Null when it never had to do with another organisation. */
    Answer of(String need);
}
