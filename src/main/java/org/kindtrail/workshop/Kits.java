package org.kindtrail.workshop;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** The kits of the organisation of this request, with their parts: two statements, however many. */
@ApplicationScoped
class Kits implements PanacheRepository<Kit> {
    private final Scope scope;

    Kits(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such kit */
    Kit get(String typed) {
        return byCode(typed).orElseThrow(() -> new NotFound(typed));
    }

    Optional<Kit> byCode(String typed) {
        Optional<Kit> found = Code.read(CodeKind.KIT, typed)
                .flatMap(code -> list(
                                "from Kit k left join fetch k.parts where k.code = ?1 and k.organisationId = ?2",
                                code,
                                scope.organisation())
                        .stream()
                        .findFirst());
        found.ifPresent(kit -> withChoices(List.of(kit)));
        return found;
    }

    /** The kit by which the item is packed now. */
    Optional<Kit> standingFor(Long item) {
        return find("standingItemId = ?1 and organisationId = ?2", item, scope.organisation())
                .firstResultOptional();
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<Kit> newest(boolean retired, Long before, int count) {
        List<Kit> found = find(
                        "from Kit k where k.organisationId = ?1 and k.id < ?2 and k.retiredAt is "
                                + (retired ? "not null" : "null") + " order by k.organisationId desc, k.id desc",
                        scope.organisation(),
                        before == null ? Long.MAX_VALUE : before)
                .page(0, count)
                .list();
        withParts(found);
        return found;
    }

    private void withParts(List<Kit> kits) {
        if (!kits.isEmpty()) {
            getEntityManager()
                    .createQuery("from Kit k left join fetch k.parts where k in :kits", Kit.class)
                    .setParameter("kits", kits)
                    .getResultList();
            withChoices(kits);
        }
    }

    private void withChoices(List<Kit> kits) {
        getEntityManager()
                .createQuery("from KitPart p left join fetch p.choices where p.kit in :kits", KitPart.class)
                .setParameter("kits", kits)
                .getResultList();
    }
}
