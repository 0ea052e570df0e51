package org.kindtrail.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** The intake sheets of the organisation of this request, and what became of the codes on them. */
@ApplicationScoped
class IntakeSheets implements PanacheRepository<IntakeSheet> {
    private static final String ROW =
            """
            select new org.kindtrail.intake.IntakeSheetRow(s.id, s.code, v.code, v.title, s.printedAt,
              (select count(b.id) from BlankLabel b where b.sheet = s),
              (select count(u.id) from BlankLabel u where u.sheet = s and u.usedAt is not null))
            from IntakeSheet s join s.drive v where s.organisationId = :organisation and s.id < :before""";

    private final Scope scope;

    IntakeSheets(Scope scope) {
        this.scope = scope;
    }

    /**
     * A code that was printed beforehand, and the donation that bears it: the bag's, whose lot bears it, or the itemised one's.
     *
     * @param bag what came in under it as a bag; null: it was not a bag, or nothing came
     * @param itemised what came in under it with its lines told
     */
    record Bears(BlankLabel label, Donation bag, Donation itemised) {
        Donation donation() {
            return bag == null ? itemised : bag;
        }
    }

    /** What came in with a donation. */
    record Came(Long donation, String lot, Long item, String size, Long quantity) {}

    /** @throws NotFound when the organisation has no such sheet */
    IntakeSheet get(String typed) {
        return Code.read(CodeKind.INTAKE_SHEET, typed)
                .<IntakeSheet>flatMap(code -> find(
                                "from IntakeSheet s join fetch s.drive v join fetch v.site where s.code = ?1 and s.organisationId = ?2",
                                code,
                                scope.organisation())
                        .firstResultOptional())
                .orElseThrow(() -> new NotFound(typed));
    }

    /** Newest first; {@code before} is the id to go on from, {@code drive} the code of a drive or null. */
    List<IntakeSheetRow> newest(String drive, Long before, int count) {
        var query = getEntityManager()
                .createQuery(ROW + (drive == null ? "" : " and v.code = :drive") + " order by s.organisationId desc, s.id desc", IntakeSheetRow.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("before", before == null ? Long.MAX_VALUE : before);
        if (drive != null) {
            query.setParameter("drive", Code.read(CodeKind.DRIVE, drive).orElse(""));
        }
        return query.setMaxResults(count).getResultList();
    }

    /** The lines of a sheet, in their order. */
    List<Bears> linesOf(IntakeSheet sheet) {
        return getEntityManager()
                .createQuery(BEARS + " b.sheet = :sheet order by b.sheetLine", Bears.class)
                .setParameter("sheet", sheet)
                .getResultList();
    }

    private static final String BEARS =
            """
            select new org.kindtrail.intake.IntakeSheets$Bears(b, d, i) from BlankLabel b
              left join Lot l on l.code = b.code left join Donation d on d.id = l.origin
              left join Donation i on i.labelCode = b.code
            where""";

    /** What bears these codes now. */
    List<Bears> bearing(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(BEARS + " b.code in :codes and b.organisationId = :organisation", Bears.class)
                        .setParameter("codes", codes)
                        .setParameter("organisation", scope.organisation())
                        .getResultList();
    }

    /** The labels with these codes; until the end of the transaction nobody else who types a sheet in gets at them. */
    List<BlankLabel> lockLabels(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                "from BlankLabel b where b.code in :codes and b.organisationId = :organisation order by b.code",
                                BlankLabel.class)
                        .setParameter("codes", new TreeSet<>(codes))
                        .setParameter("organisation", scope.organisation())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
    }

    /** The sheets with these numbers, each with its drive. */
    List<IntakeSheet> among(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : list("from IntakeSheet s join fetch s.drive where s.id in :ids", Map.of("ids", ids));
    }

    List<Came> cameWith(Collection<Long> donations) {
        return donations.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                """
                                select new org.kindtrail.intake.IntakeSheets$Came(l.origin, l.code, l.item.id, l.size, l.quantity)
                                from Lot l where l.origin in :donations and l.conversionId is null
                                  and l.organisationId = :organisation order by l.id""",
                                Came.class)
                        .setParameter("donations", donations)
                        .setParameter("organisation", scope.organisation())
                        .getResultList();
    }
}
