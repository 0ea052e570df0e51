package org.kindtrail.stock;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** The lots of the organisation of this request. */
@ApplicationScoped
public class Lots implements PanacheRepository<Lot> {
    private final Scope scope;

    Lots(Scope scope) {
        this.scope = scope;
    }

    public Lot get(String code) {
        return byCode(code).orElseThrow(() -> new NotFound(code));
    }

    public Optional<Lot> byCode(String typed) {
        return Code.read(CodeKind.BAG, typed)
                .flatMap(code -> find(
                                "from Lot l join fetch l.item where l.code = ?1 and l.organisationId = ?2",
                                code,
                                scope.organisation())
                        .firstResultOptional());
    }
}
