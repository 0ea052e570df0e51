package org.kindtrail.stocktake;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.web.Frame;

/** The stocktakes of the organisation of this request, and who may see what of them. */
@ApplicationScoped
class Stocktakes implements PanacheRepository<Stocktake> {
    private final Scope scope;
    private final Catalogue catalogue;
    private final Frame frame;

    Stocktakes(Scope scope, Catalogue catalogue, Frame frame) {
        this.scope = scope;
        this.catalogue = catalogue;
        this.frame = frame;
    }

    /** @throws NotFound when the organisation has no such stocktake */
    Stocktake get(String typed) {
        return find(
                        """
                        from Stocktake s left join fetch s.place p left join fetch p.parent left join fetch p.top
                        where s.code = ?1 and s.organisationId = ?2""",
                        code(typed),
                        scope.organisation())
                .firstResultOptional()
                .orElseThrow(() -> new NotFound(typed));
    }

    /** As it is now, and nobody else changes it until the end of the transaction. */
    Stocktake locked(String typed) {
        return find("code = ?1 and organisationId = ?2", code(typed), scope.organisation())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound(typed));
    }

    private static String code(String typed) {
        return Code.read(CodeKind.STOCKTAKE, typed).orElse("");
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<Stocktake> newest(StocktakeState state, Long before, int count) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("organisation", scope.organisation());
        facts.put("before", before == null ? Long.MAX_VALUE : before);
        String where = "";
        if (state != null) {
            facts.put("state", state);
            where = " and s.state = :state";
        }
        return find(
                        "from Stocktake s left join fetch s.place p left join fetch p.parent left join fetch p.top"
                                + " where s.organisationId = :organisation and s.id < :before" + where + " order by s.organisationId desc, s.id desc",
                        facts)
                .page(0, count)
                .list();
    }

    /** What is counted, in words. */
    String what(Stocktake stocktake) {
        Place place = stocktake.getPlace();
        if (stocktake.getItemId() == null) {
            return place.label();
        }
        Item item = catalogue.of(stocktake.getItemId());
        return place == null
                ? catalogue.label(item)
                : frame.say("stocktake_item_at", Map.of("item", catalogue.label(item), "place", place.label()));
    }

    /** Whether the person counted something of it. */
    boolean counted(Stocktake stocktake, Long person) {
        return countsBy(stocktake, person) > 0;
    }

    long countsBy(Stocktake stocktake, Long person) {
        return getEntityManager()
                .createQuery(
                        "select count(c) from StockCount c where c.stocktakeId = :stocktake and c.byPersonId = :person", Long.class)
                .setParameter("stocktake", stocktake.getId())
                .setParameter("person", person)
                .getSingleResult();
    }

    /** Whether the person has seen what is expected, to ask for another count. */
    boolean hasSeen(Stocktake stocktake, Long person) {
        return !getEntityManager()
                .createNativeQuery("select 1 from recount where stocktake_id = ?1 and person_id = ?2", Integer.class)
                .setParameter(1, stocktake.getId())
                .setParameter(2, person)
                .getResultList()
                .isEmpty();
    }

    /** The person has seen what is expected. */
    void noteSeen(Stocktake stocktake, Long person, java.time.Instant now) {
        if (!hasSeen(stocktake, person)) {
            getEntityManager()
                    .createNativeQuery("insert into recount (stocktake_id, person_id, at) values (?1, ?2, ?3)")
                    .setParameter(1, stocktake.getId())
                    .setParameter(2, person)
                    .setParameter(3, now)
                    .executeUpdate();
        }
    }

    /**
     * Whether who is signed in may see what is expected: a coordinator, once it is handed in; who counted, not before it is
     * approved.
     */
    boolean mayReview(Stocktake stocktake, boolean hasCounted) {
        return scope.has(Role.COORDINATOR)
                && stocktake.getState() != StocktakeState.OPEN
                && (!hasCounted || stocktake.getState() == StocktakeState.APPROVED);
    }

    /** @throws Refused saying why it is not shown now */
    void refuseUnlessSeen(Stocktake stocktake) {
        if (stocktake.getState() == StocktakeState.OPEN) {
            throw new Refused("error_stocktake_still_open", Map.of("stocktake", stocktake.getCode()));
        }
        if (!mayReview(stocktake, counted(stocktake, scope.person()))) {
            throw new Refused("error_stocktake_own_count", Map.of("stocktake", stocktake.getCode()));
        }
    }

    /** How many lines are to be counted again. */
    long recounts(Stocktake stocktake) {
        return stocktake.getState() != StocktakeState.OPEN
                ? 0
                : getEntityManager()
                        .createQuery("select count(v) from Variance v where v.stocktakeId = :stocktake and v.recount", Long.class)
                        .setParameter("stocktake", stocktake.getId())
                        .getSingleResult();
    }

    String nameOf(Long person) {
        return person == null
                ? null
                : getEntityManager()
                        .createQuery("select p.displayName from Person p where p.id = :person", String.class)
                        .setParameter("person", person)
                        .getSingleResult();
    }
}
