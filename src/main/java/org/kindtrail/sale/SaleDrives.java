package org.kindtrail.sale;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.drive.Drive;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.drive.Drives;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;

/** The drives of the organisation of this request that sell, and their terms. */
@ApplicationScoped
class SaleDrives implements PanacheRepository<SaleTerms> {
    private final Drives drives;
    private final Scope scope;

    SaleDrives(Drives drives, Scope scope) {
        this.drives = drives;
        this.scope = scope;
    }

    /**
     * @throws NotFound when the organisation has no such drive
     * @throws Refused when it is for something else
     */
    Drive drive(String code) {
        return selling(drives.get(code));
    }

    /**
     * The drive that a field names.
     *
     * @throws Invalid when there is none
     */
    Drive drive(String path, String code) {
        return selling(drives.byCode(code)
                .orElseThrow(() -> Invalid.field(path, "error_sale_drive_unknown", Map.of("given", code == null ? "" : code))));
    }

    private static Drive selling(Drive drive) {
        if (drive.getKind() != DriveKind.SALE) {
            throw new Refused("error_sale_other_kind", Map.of("drive", drive.getTitle()));
        }
        return drive;
    }

    /** The terms of a drive, with its site and fund; empty while it has none. */
    Optional<SaleTerms> terms(String code) {
        return Code.read(CodeKind.DRIVE, code)
                .flatMap(known -> find(
                                """
                                from SaleTerms t join fetch t.drive d join fetch d.site join fetch t.fund f join fetch f.place
                                where d.code = ?1 and t.organisationId = ?2""",
                                known,
                                scope.organisation())
                        .firstResultOptional());
    }

    /**
     * The terms of a drive that a field names, locked: who sells or counts there comes after the other.
     *
     * @throws Invalid when there is no such drive
     * @throws Refused when it has no terms, or they changed at this moment
     */
    SaleTerms locked(String path, String code) {
        SaleTerms terms = terms(code).orElse(null);
        if (terms == null || terms.getDrive().getKind() != DriveKind.SALE) {
            throw new Refused("error_sale_no_terms", Map.of("drive", drive(path, code).getTitle()));
        }
        int version = getEntityManager()
                .createQuery("select t.version from SaleTerms t where t.driveId = :drive", Integer.class)
                .setParameter("drive", terms.getDriveId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
        if (version != terms.getVersion()) {
            throw new Refused("error_changed_meanwhile");
        }
        return terms;
    }
}
