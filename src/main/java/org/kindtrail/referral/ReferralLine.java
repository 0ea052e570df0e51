package org.kindtrail.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;

/** What was passed on of one line of a need, and under which number the other organisation has it. */
@Entity
public class ReferralLine {
    @Id
    @GeneratedValue(generator = "referral_line_seq")
    @SequenceGenerator(name = "referral_line_seq", sequenceName = "referral_line_seq", allocationSize = 100)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Referral referral;

    private int line;
    private int takenLine;
    private long quantity;
    private long met;

    protected ReferralLine() {}

    ReferralLine(Referral referral, int line, int takenLine, long quantity) {
        this.referral = referral;
        this.line = line;
        this.takenLine = takenLine;
        this.quantity = quantity;
    }

    void met(long inAll) {
        met = inAll;
    }

    /** Its number in the need of who passed it on. */
    public int getLine() {
        return line;
    }

    /** Its number in the need of who took it on. */
    public int getTakenLine() {
        return takenLine;
    }

    /** How many were missing when it was taken on. */
    public long getQuantity() {
        return quantity;
    }

    /** How many the other met, once it was given back; 0 before. */
    public long getMet() {
        return met;
    }
}
