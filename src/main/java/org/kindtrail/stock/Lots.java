package org.kindtrail.stock;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
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

    /** Lots that this organisation knows: its own, what lies at its places, and what it has moved; {@code l} is the lot. */
    private static final String KNOWN =
            """
            (l.organisationId = :organisation
              or exists (select 1 from Balance b join Place p on p.id = b.placeId
                         where b.lotId = l.id and p.organisationId = :organisation)
              or exists (select 1 from Movement m where m.lot = l and m.organisationId = :organisation))""";

    public Lot get(String code) {
        return byCode(code).orElseThrow(() -> new NotFound(code));
    }

    public Optional<Lot> byCode(String typed) {
        return Code.read(CodeKind.BAG, typed)
                .flatMap(code -> find(
                                "from Lot l join fetch l.item where l.code = :code and " + KNOWN,
                                Map.of("code", code, "organisation", scope.organisation()))
                        .firstResultOptional());
    }

    /** Those of the codes that this organisation knows. */
    public List<Lot> byCodes(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : list(
                        "from Lot l join fetch l.item where l.code in :codes and " + KNOWN,
                        Map.of("codes", codes, "organisation", scope.organisation()));
    }

    /** By their ids, which the caller has found among what it may see. */
    public Map<Long, Lot> byIds(Collection<Long> ids) {
        return getEntityManager().unwrap(Session.class).findMultiple(Lot.class, List.copyOf(new TreeSet<>(ids))).stream()
                .collect(Collectors.toMap(Lot::getId, Function.identity()));
    }

    /** By id; {@code places}: those, of whomever, of which something lies there now; null: those of the organisation. */
    List<Lot> list(Long item, List<Long> places, Long after, int count) {
        Map<String, Object> facts = new HashMap<>();
        StringBuilder where = new StringBuilder("id > :after");
        facts.put("after", after == null ? Long.MIN_VALUE : after);
        if (item != null) {
            where.append(" and item.id = :item");
            facts.put("item", item);
        }
        if (places == null) {
            where.append(" and organisationId = :organisation");
            facts.put("organisation", scope.organisation());
        } else {
            where.append(" and id in (select b.lotId from Balance b where b.placeId in :places)");
            facts.put("places", places);
        }
        return find(where + (places == null ? " order by organisationId, id" : " order by id"), facts).page(0, count).list();
    }

    /** What conversions brought forth, in the order in which it was asked for. */
    public List<Lot> madeBy(List<Conversion> conversions) {
        return conversions.isEmpty()
                ? List.of()
                : list(
                        "from Lot l join fetch l.item where l.conversionId in ?1 order by l.id",
                        conversions.stream().map(Conversion::getId).toList());
    }
}
