package org.kindtrail.donor;

/** What another room keeps of donors, and lets go when one is erased; no number of the ledger is among it. */
public interface KeptOfDonors {
    /** In the transaction that erases the donor. */
    void erase(Donor donor);
}
