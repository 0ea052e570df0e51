package org.kindtrail.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;

/** The labels that the organisation printed beforehand. */
@ApplicationScoped
class BlankLabels implements PanacheRepository<BlankLabel> {
    private final Scope scope;

    BlankLabels(Scope scope) {
        this.scope = scope;
    }

    Optional<BlankLabel> byCode(String typed) {
        return Code.read(CodeKind.BAG, typed)
                .flatMap(code -> find("code = ?1 and organisationId = ?2", code, scope.organisation())
                        .firstResultOptional());
    }

    /** Those that were printed together with this one, in the order in which they were made. */
    List<BlankLabel> sheetOf(BlankLabel one) {
        return list(
                "organisationId = ?1 and printedBy = ?2 and printedAt = ?3 order by id",
                scope.organisation(),
                one.getPrintedBy(),
                one.getPrintedAt());
    }
}
