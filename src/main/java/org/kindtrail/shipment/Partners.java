package org.kindtrail.shipment;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Unreadable;

/** The partners of the organisation of this request. */
@ApplicationScoped
class Partners implements PanacheRepository<Partner> {
    private static final String VIEW =
            """
            select new org.kindtrail.shipment.PartnerView(p.code, p.name, p.country, p.namedInPublic,
              case when p.closedAt is null then true else false end, s.code,
              (select count(c) from Place c where c.top = s and c.active), p.version)
            from Partner p join p.place s where p.organisationId = :organisation""";

    private final Scope scope;

    Partners(Scope scope) {
        this.scope = scope;
    }

    Optional<Partner> byCode(String typed) {
        return Code.read(CodeKind.PARTNER, typed)
                .flatMap(code -> find(
                                "from Partner p join fetch p.place where p.code = ?1 and p.organisationId = ?2",
                                code,
                                scope.organisation())
                        .firstResultOptional());
    }

    /** @throws NotFound when the organisation has no such partner */
    Partner get(String code) {
        return byCode(code).orElseThrow(() -> new NotFound(code));
    }

    PartnerView view(String code) {
        return getEntityManager()
                .createQuery(VIEW + " and p.code = :code", PartnerView.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("code", Code.read(CodeKind.PARTNER, code).orElseThrow(() -> new NotFound(code)))
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(code));
    }

    /** By name; {@code after} is the code to go on from. */
    List<PartnerView> list(String after, int count) {
        Partner last = after == null || after.isEmpty()
                ? null
                : byCode(after).orElseThrow(() -> new Unreadable(
                        "after", "error_after", Map.of("given", after.length() > 40 ? "..." : after)));
        return getEntityManager()
                .createQuery(
                        VIEW + " and (:first = true or p.name > :name or (p.name = :name and p.id > :id)) order by p.organisationId, p.name, p.id",
                        PartnerView.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("first", last == null)
                .setParameter("name", last == null ? "" : last.getName())
                .setParameter("id", last == null ? 0L : last.getId())
                .setMaxResults(count)
                .getResultList();
    }

    /** Those to whom goods are sent, by name. */
    List<Partner> open() {
        return find("organisationId = ?1 and closedAt is null order by name, id", scope.organisation())
                .page(0, 200)
                .list();
    }
}
