package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.kindtrail.account.History;
import org.kindtrail.donor.DonorService;
import org.kindtrail.donor.DonorView;
import org.kindtrail.kernel.Page;

/** A donor together with what they gave. */
@ApplicationScoped
class GiverService {
    private static final int SHOWN = 20;

    private final DonorService donors;
    private final DonationService donations;
    private final History history;

    GiverService(DonorService donors, DonationService donations, History history) {
        this.donors = donors;
        this.donations = donations;
        this.history = history;
    }

    /**
     * A donor's page.
     *
     * @param donations the newest of them
     * @param more whether there are others
     */
    record Giver(DonorView donor, List<DonationRow> donations, boolean more, List<History.Entry> history) {}

    @Transactional
    Giver giver(String code) {
        DonorView donor = donors.get(code);
        Page<DonationRow> given = donations.list(null, donor.code(), false, null, SHOWN);
        return new Giver(donor, given.rows(), given.next() != null, history.of(donor.code()));
    }
}
