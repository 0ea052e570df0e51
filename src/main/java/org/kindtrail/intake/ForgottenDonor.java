package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.kindtrail.donor.Donor;
import org.kindtrail.donor.KeptOfDonors;

/** What was written down with a donation beside what came in. */
@ApplicationScoped
class ForgottenDonor implements KeptOfDonors {
    private final Donations donations;

    ForgottenDonor(Donations donations) {
        this.donations = donations;
    }

    @Override
    public void erase(Donor donor) {
        donations.clearRemarksOf(donor);
    }
}
