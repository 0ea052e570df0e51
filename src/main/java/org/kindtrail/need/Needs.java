package org.kindtrail.need;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** The needs of the organisation of this request. */
@ApplicationScoped
public class Needs implements PanacheRepository<Need> {
    private final Scope scope;

    Needs(Scope scope) {
        this.scope = scope;
    }

    /** With its recipient and lines, for reading. */
    public Need get(String code) {
        Optional<Need> found = Code.read(CodeKind.NEED, code)
                .flatMap(read -> find(
                                """
                                from Need n join fetch n.recipient left join fetch n.lines l left join fetch l.item
                                where n.code = ?1 and n.organisationId = ?2""",
                                read,
                                scope.organisation())
                        .firstResultOptional());
        return found.orElseThrow(() -> new NotFound(code));
    }

    /** Locked until the transaction ends, for whoever changes what its lines count; read its lines afterwards. */
    public Need lock(String code) {
        Optional<Need> locked = Code.read(CodeKind.NEED, code)
                .flatMap(read -> find("code = ?1 and organisationId = ?2", read, scope.organisation())
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional());
        return locked.orElseThrow(() -> new NotFound(code));
    }
}
