package org.kindtrail.dispatch;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** The confirmations of the organisation of this request, the reversed ones included. */
@ApplicationScoped
class Deliveries implements PanacheRepository<Delivery> {
    private final Scope scope;

    Deliveries(Scope scope) {
        this.scope = scope;
    }

    Delivery get(String code) {
        Optional<Delivery> found = Code.read(CodeKind.DELIVERY, code)
                .flatMap(read -> find(
                                "from Delivery e join fetch e.dispatch where e.code = ?1 and e.organisationId = ?2",
                                read,
                                scope.organisation())
                        .firstResultOptional());
        return found.orElseThrow(() -> new NotFound(code));
    }

    /** The code of the dispatch that it confirms; reads nothing else, so that the dispatch can be locked first. */
    String dispatchOf(String code) {
        String read = Code.read(CodeKind.DELIVERY, code).orElseThrow(() -> new NotFound(code));
        return getEntityManager()
                .createQuery(
                        "select e.dispatch.code from Delivery e where e.code = :code and e.organisationId = :organisation",
                        String.class)
                .setParameter("code", read)
                .setParameter("organisation", scope.organisation())
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(code));
    }

    /** The one that stands for the dispatch. */
    Optional<Delivery> standingFor(Dispatch dispatch) {
        return find("standingDispatchId", dispatch.getId()).firstResultOptional();
    }

    List<Delivery> newest(Long before, int count) {
        return find(
                        "from Delivery e join fetch e.dispatch where e.organisationId = ?1 and e.id < ?2 order by e.organisationId desc, e.id desc",
                        scope.organisation(),
                        before == null ? Long.MAX_VALUE : before)
                .page(0, count)
                .list();
    }
}
