package org.kindtrail.place;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Unreadable;

/** The places of the organisation of this request. */
@ApplicationScoped
public class Places implements PanacheRepository<Place> {
    private static final int BATCH = 500;
    private final Scope scope;

    Places(Scope scope) {
        this.scope = scope;
    }

    public Place get(String code) {
        return found(code).orElseThrow(() -> new NotFound(code));
    }

    /** A place or container of the organisation, whatever it is and however the code was typed. */
    public Optional<Place> byCode(String typed) {
        return found(typed);
    }

    private Optional<Place> found(String typed) {
        return read(typed)
                .flatMap(code -> find(
                                "from Place p left join fetch p.parent left join fetch p.top"
                                        + " where p.code = ?1 and p.organisationId = ?2",
                                code,
                                scope.organisation())
                        .firstResultOptional());
    }

    /** Those of the codes that are places or containers of the organisation, by the code as it is kept; one question for all. */
    public Map<String, Place> byCodes(Collection<String> typed) {
        List<String> codes = typed.stream().map(Places::read).flatMap(Optional::stream).distinct().toList();
        return codes.isEmpty()
                ? Map.of()
                : list(
                                "from Place p left join fetch p.parent left join fetch p.top"
                                        + " where p.code in ?1 and p.organisationId = ?2",
                                codes,
                                scope.organisation())
                        .stream()
                        .collect(Collectors.toMap(Place::getCode, Function.identity()));
    }

    /** By their ids, which the caller has found among what it may see; with what they stand in, so that they can be named. */
    public Map<Long, Place> byIds(Collection<Long> ids) {
        Map<Long, Place> found = multiple(Set.copyOf(ids));
        multiple(found.values().stream()
                .flatMap(place -> Stream.of(Optional.ofNullable(place.getTop()), Optional.ofNullable(place.getParent())))
                .flatMap(Optional::stream)
                .map(Place::getId)
                .collect(Collectors.toSet()));
        return found;
    }

    private Map<Long, Place> multiple(Set<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : getEntityManager().unwrap(Session.class).findMultiple(Place.class, List.copyOf(new TreeSet<>(ids))).stream()
                        .collect(Collectors.toMap(Place::getId, Function.identity()));
    }

    /** The code of a place or of a container, as it is kept; empty when it is neither. */
    public static Optional<String> read(String typed) {
        return Code.read(CodeKind.PLACE, typed).or(() -> Code.read(CodeKind.CONTAINER, typed));
    }

    /**
     * The ids of the place and of everything that stands in it, however deep. Of a site it is itself alone: what stands there
     * has it as its top.
     */
    public List<Long> within(Place place) {
        List<Long> all = new ArrayList<>(List.of(place.getId()));
        for (List<Long> above = all; !above.isEmpty() && place.getTop() != null; all.addAll(above)) {
            above = standingIn(above);
        }
        return all;
    }

    /** The same, and of a site too what stands there: its shelves and containers, however deep. */
    public List<Long> everythingIn(Place place) {
        if (place.getTop() != null) {
            return within(place);
        }
        List<Long> all = new ArrayList<>(List.of(place.getId()));
        all.addAll(getEntityManager()
                .createQuery("select p.id from Place p where p.top = :place", Long.class)
                .setParameter("place", place)
                .getResultList());
        return all;
    }

    /** The ids of the containers, and of shelves, that stand directly in these. */
    public List<Long> standingIn(Collection<Long> places) {
        List<Long> found = new ArrayList<>();
        List<Long> all = List.copyOf(places);
        for (int from = 0; from < all.size(); from += BATCH) {
            found.addAll(getEntityManager()
                    .createQuery("select p.id from Place p where p.parent.id in :places order by p.id", Long.class)
                    .setParameter("places", all.subList(from, Math.min(from + BATCH, all.size())))
                    .getResultList());
        }
        return found;
    }

    /**
     * An open site or shelf, or an unsealed container at one, that a field names.
     *
     * @throws Invalid when there is none
     */
    public Place open(String path, String code) {
        return found(code)
                .filter(place -> place.isActive() && place.getKind().isForGoods() && place.isAtHand())
                .orElseThrow(() ->
                        Invalid.field(path, "error_place_unknown", Map.of("given", code == null ? "" : code)));
    }

    /** Open sites and their shelves, in walking order. */
    public List<Place> open() {
        return list(
                """
                from Place p left join fetch p.top s
                where p.organisationId = ?1 and p.active and p.kind in (SITE, SHELF)
                order by coalesce(s.name, p.name), coalesce(s.id, p.id), case when s.id is null then 0 else 1 end, p.walk, p.id""",
                scope.organisation());
    }

    /** Open sites. */
    public List<Place> sites() {
        return open().stream().filter(place -> place.getKind() == PlaceKind.SITE).toList();
    }

    /**
     * A site, shelf or container of the house that a field names, open or closed.
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
                .filter(place -> place.getKind().isFixed())
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
        return count("parent = ?1 and active and kind = SHELF", site);
    }

    /** How many containers in use stand directly there. */
    long containersIn(Place place) {
        return count("parent = ?1 and active and kind in (BOX, PALLET, FREIGHT)", place);
    }

    /** Containers in use that stand directly there, in the order in which they were made. */
    List<Place> containersAt(Place place, int count) {
        return find("parent = ?1 and active and kind in (BOX, PALLET, FREIGHT) order by id", place)
                .page(0, count)
                .list();
    }

    /** The walking order of the site's last shelf; 0 when it has none. */
    int lastWalk(Place site) {
        return find("select coalesce(max(p.walk), 0) from Place p where p.parent = ?1 and p.kind = SHELF", site)
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
