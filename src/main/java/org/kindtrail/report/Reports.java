package org.kindtrail.report;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;

/** The issued reports of the organisation of this request. */
@ApplicationScoped
class Reports implements PanacheRepository<Report> {
    private final Scope scope;

    Reports(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such report */
    Report get(String code) {
        return byCode(code).orElseThrow(() -> new NotFound(code));
    }

    private Optional<Report> byCode(String typed) {
        return Code.read(CodeKind.REPORT, typed)
                .flatMap(code -> find(
                                "from Report r join fetch r.issuedBy left join fetch r.corrects"
                                        + " where r.code = ?1 and r.organisationId = ?2",
                                code,
                                scope.organisation())
                        .firstResultOptional());
    }

    /** The report that a new one corrects; null when none is named. */
    Report corrected(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return byCode(typed)
                .orElseThrow(() -> Invalid.field("corrects", "error_report_unknown", Map.of("given", Given.shortened(typed))));
    }

    /** The codes of those that correct it, oldest first. */
    List<String> correcting(Report report) {
        return getEntityManager()
                .createQuery("select r.code from Report r where r.corrects = :report order by r.id", String.class)
                .setParameter("report", report)
                .setMaxResults(50)
                .getResultList();
    }

    List<ReportRow> newest(Long before, int count) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.report.ReportRow(r.id, r.code, r.title, r.fromDay, r.toDay, r.issuedAt, p.displayName,
                          c.code, (select max(n.code) from Report n where n.corrects = r))
                        from Report r join r.issuedBy p left join r.corrects c
                        where r.organisationId = :organisation and r.id < :before
                        order by r.organisationId desc, r.id desc""",
                        ReportRow.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(count)
                .getResultList();
    }
}
