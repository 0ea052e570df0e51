package org.kindtrail.place;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Unreadable;

/** The places of the organisation of this request. */
@ApplicationScoped
public class Places implements PanacheRepository<Place> {
    private final Scope scope;

    Places(Scope scope) {
        this.scope = scope;
    }

    public Place get(String code) {
        return found(code).orElseThrow(() -> new NotFound(code));
    }

    private Optional<Place> found(String typed) {
        return Code.read(CodeKind.PLACE, typed)
                .flatMap(code -> find(
                                "from Place p left join fetch p.parent where p.code = ?1 and p.organisationId = ?2",
                                code,
                                scope.organisation())
                        .firstResultOptional());
    }

    /**
     * An open site or shelf that a field names.
     *
     * @throws Invalid when there is none
     */
    public Place open(String path, String code) {
        return found(code)
                .filter(place -> place.isActive() && place.getKind().isForGoods())
                .orElseThrow(() ->
                        Invalid.field(path, "error_place_unknown", Map.of("given", code == null ? "" : code)));
    }

    /** Open sites and their shelves, in walking order. */
    public List<Place> open() {
        return list(
                """
                from Place p left join fetch p.parent s
                where p.organisationId = ?1 and p.active and p.kind in (SITE, SHELF)
                order by coalesce(s.name, p.name), coalesce(s.id, p.id), case when s.id is null then 0 else 1 end, p.walk, p.id""",
                scope.organisation());
    }

    /** Open sites. */
    public List<Place> sites() {
        return open().stream().filter(place -> place.getKind() == PlaceKind.SITE).toList();
    }

    /**
     * A site or shelf of the house that a field names, open or closed.
     *
     * @throws Invalid when there is none
     */
    public Place known(String path, String code) {
        return found(code)
                .filter(place -> place.getKind().isForGoods())
                .orElseThrow(() ->
                        Invalid.field(path, "error_place_unknown", Map.of("given", code == null ? "" : code)));
    }

    /** @throws NotFound when the organisation has no such site or shelf */
    Place siteOrShelf(String code) {
        return found(code)
                .filter(place -> place.getKind().isForGoods())
                .orElseThrow(() -> new NotFound(code));
    }

    /** The site or shelf, locked until the end of the transaction: nobody puts goods or shelves there meanwhile. */
    Optional<Place> locked(String typed) {
        return Code.read(CodeKind.PLACE, typed)
                .flatMap(code -> find(
                                "from Place p where p.code = ?1 and p.organisationId = ?2 and p.kind in (SITE, SHELF)",
                                code,
                                scope.organisation())
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional());
    }

    long openShelves(Place site) {
        return count("parent = ?1 and active", site);
    }

    /** The walking order of the site's last shelf; 0 when it has none. */
    int lastWalk(Place site) {
        return find("select coalesce(max(p.walk), 0) from Place p where p.parent = ?1", site)
                .project(Integer.class)
                .singleResult();
    }

    /** Sites by name, each followed by its shelves in walking order; {@code after} is the code to go on from. */
    List<Place> walk(Boolean open, String after, int count) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("organisation", scope.organisation());
        String state = "";
        if (open != null) {
            state = " and p.active = :open";
            facts.put("open", open);
        }
        String later = "";
        if (after != null && !after.isEmpty()) {
            Place last = found(after)
                    .orElseThrow(() -> new Unreadable(
                            "after", "error_after", Map.of("given", after.length() > 40 ? "..." : after)));
            Place site = last.getParent() == null ? last : last.getParent();
            later =
                    """
                     and (coalesce(s.name, p.name) > :name or (coalesce(s.name, p.name) = :name
                      and (coalesce(s.id, p.id) > :site or (coalesce(s.id, p.id) = :site and s.id is not null
                       and (:atSite = true or p.walk > :walk or (p.walk = :walk and p.id > :id))))))""";
            facts.put("name", site.getName());
            facts.put("site", site.getId());
            facts.put("atSite", last.getParent() == null);
            facts.put("walk", last.getWalk());
            facts.put("id", last.getId());
        }
        return find(
                        "from Place p left join fetch p.parent s where p.organisationId = :organisation"
                                + " and p.kind in (SITE, SHELF)" + state + later
                                + " order by coalesce(s.name, p.name), coalesce(s.id, p.id),"
                                + " case when s.id is null then 0 else 1 end, p.walk, p.id",
                        facts)
                .page(0, count)
                .list();
    }
}
