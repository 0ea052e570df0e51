package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.kindtrail.donor.Donor;
import org.kindtrail.donor.KeptOfDonors;

/** A donor who is erased stands in no file any more that was brought in with them: it is deleted with its rows at once. */
@ApplicationScoped
class DonorsInFiles implements KeptOfDonors {
    private final EntityManager database;
    private final ImportFiles files;
    private final ImportRows rows;
    private final Clock clock;

    DonorsInFiles(EntityManager database, ImportFiles files, ImportRows rows, Clock clock) {
        this.database = database;
        this.files = files;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void erase(Donor donor) {
        List<Long> found = database.createNativeQuery(
                        "select i.id from sheet_import i join sheet_import_row r on r.import_id = i.id"
                                + " where i.organisation_id = ?1 and i.kind = 'DONORS' and i.cleared_at is null"
                                + " and i.state = 'TAKEN' and r.document = ?2",
                        Long.class)
                .setParameter(1, donor.getOrganisationId())
                .setParameter(2, donor.getCode())
                .getResultList();
        for (Long id : found) {
            SheetImport brought = database.find(SheetImport.class, id);
            files.erase(brought);
            rows.erase(brought);
            brought.clear(clock.instant());
        }
    }
}
