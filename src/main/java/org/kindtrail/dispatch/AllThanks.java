package org.kindtrail.dispatch;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** The thanks that came to the organisation of this request. */
@ApplicationScoped
class AllThanks implements PanacheRepository<Thanks> {
    private final Scope scope;

    AllThanks(Scope scope) {
        this.scope = scope;
    }

    Thanks lock(String code) {
        Optional<Thanks> locked = Code.read(CodeKind.THANKS, code)
                .flatMap(read -> find("code = ?1 and organisationId = ?2", read, scope.organisation())
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional());
        return locked.orElseThrow(() -> new NotFound(code));
    }

    /** Whether words of this dispatch wait to be read. */
    boolean waits(Dispatch dispatch) {
        return count("dispatch = ?1 and state = WAITING", dispatch) > 0;
    }

    List<Thanks> newest(Thanks.State state, Long before, int count) {
        String wanted = state == null ? "" : " and t.state = " + state.name();
        return find(
                        "from Thanks t join fetch t.dispatch d join fetch d.recipient where t.organisationId = ?1 and t.id < ?2"
                                + wanted + " order by t.organisationId desc, t.id desc",
                        scope.organisation(),
                        before == null ? Long.MAX_VALUE : before)
                .page(0, count)
                .list();
    }
}
