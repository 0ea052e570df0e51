package org.kindtrail.container;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.SearchKey;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.Places;

/** The containers of the organisation of this request, wherever they are. */
@ApplicationScoped
public class Containers implements PanacheRepository<Container> {
    private static final int BATCH = 500;
    private final Places places;
    private final Scope scope;

    Containers(Places places, Scope scope) {
        this.places = places;
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such container */
    public Place get(String typed) {
        return byCode(typed).orElseThrow(() -> new NotFound(Given.shortened(typed)));
    }

    /** The same; empty when the organisation has no such container. */
    public Optional<Place> byCode(String typed) {
        return Code.read(CodeKind.CONTAINER, typed).flatMap(places::byCode);
    }

    /** The container, locked until the end of the transaction: nobody packs, moves or seals it meanwhile. */
    Place locked(String typed) {
        Place container = get(typed);
        getEntityManager().refresh(container, LockModeType.PESSIMISTIC_WRITE);
        if (!scope.organisation().equals(container.getOrganisationId())) {
            throw new NotFound(container.getCode());
        }
        return container;
    }

    /**
     * Those that a list of codes names, each once, in that order.
     *
     * @param path of the list
     * @throws Invalid naming those that the organisation does not have
     */
    public List<Place> byCodes(String path, List<String> typed) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            Optional<String> code = Code.read(CodeKind.CONTAINER, typed.get(i));
            if (code.isPresent()) {
                wanted.putIfAbsent(code.get(), i);
            } else {
                faults.add(unknown(path, i, typed.get(i)));
            }
        }
        Map<String, Place> known = byCodes(wanted.keySet());
        wanted.forEach((code, i) -> {
            if (!known.containsKey(code)) {
                faults.add(unknown(path, i, code));
            }
        });
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return wanted.keySet().stream().map(known::get).toList();
    }

    private static FieldError unknown(String path, int index, String given) {
        return new FieldError(path + "[" + index + "]", "error_container_unknown", Map.of("given", Given.shortened(given)));
    }

    private Map<String, Place> byCodes(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery(
                                """
                                from Place p join fetch p.parent join fetch p.top
                                where p.code in :codes and p.organisationId = :organisation and p.kind in (BOX, PALLET, FREIGHT)""",
                                Place.class)
                        .setParameter("codes", codes)
                        .setParameter("organisation", scope.organisation())
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(Place::getCode, Function.identity()));
    }

    /** What each of them measures. */
    public Measures measures(Place container) {
        Container found = findById(container.getId());
        return found == null ? Measures.UNKNOWN : found.measures();
    }

    /** The same of several, by the ids of their places. */
    public Map<Long, Measures> measures(Collection<Long> ids) {
        Map<Long, Measures> all = new HashMap<>();
        List<Long> sorted = ids.stream().sorted().toList();
        for (int from = 0; from < sorted.size(); from += BATCH) {
            list("placeId in ?1", sorted.subList(from, Math.min(from + BATCH, sorted.size())))
                    .forEach(each -> all.put(each.getPlaceId(), each.measures()));
        }
        return all;
    }

    /** Those in use that stand directly there, in the order in which they were made. */
    public List<Place> standingAt(Place place) {
        return getEntityManager()
                .createQuery(
                        """
                        from Place p join fetch p.parent join fetch p.top
                        where p.parent = :place and p.active and p.kind in (BOX, PALLET, FREIGHT) order by p.id""",
                        Place.class)
                .setParameter("place", place)
                .getResultList();
    }

    /** Those that were taken into use or moved under the document. */
    List<Place> ofDocument(String document) {
        return getEntityManager()
                .createQuery(
                        """
                        select p from ContainerMove m join m.place p join fetch p.parent join fetch p.top
                        where m.document = :document and m.organisationId = :organisation
                          and p.organisationId = :organisation order by p.id""",
                        Place.class)
                .setParameter("document", document)
                .setParameter("organisation", scope.organisation())
                .getResultList();
    }

    /**
     * What a list of containers shows; null: all.
     *
     * @param within code of a place; however deep it stands there
     * @param in code of a place; those that stand directly there
     * @param item id of an item that lies in it
     * @param state null: all in use
     * @param text part of the name, or the code
     */
    record Asked(PlaceKind kind, String within, String in, Long item, ContainerState state, String text) {}

    /** A row as it is read. */
    record Row(
            Long id,
            String code,
            PlaceKind kind,
            String name,
            String in,
            String inName,
            PlaceKind topKind,
            String topName,
            boolean sealed,
            boolean active,
            long lots,
            long containers,
            Long weight) {}

    private static final String LOTS = "(select count(b.lotId) from Balance b where b.placeId = p.id)";
    private static final String INSIDE = "(select count(k.id) from Place k where k.parent = p and k.active)";

    /** In the order in which they were made; {@code after} is the code to go on from. */
    List<Row> rows(Asked asked, String after, int count) {
        Map<String, Object> facts = new HashMap<>();
        StringBuilder where = new StringBuilder();
        facts.put("organisation", scope.organisation());
        narrow(asked, where, facts);
        where.append(asked.state() == null ? " and p.active" : state(asked.state()));
        if (after != null && !after.isEmpty()) {
            where.append(" and p.id > :after");
            facts.put("after", byCode(after)
                    .map(Place::getId)
                    .orElseThrow(() -> new Unreadable("after", "error_after", Map.of("given", Given.shortened(after)))));
        }
        var query = getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.container.Containers$Row(p.id, p.code, p.kind, p.name, i.code, i.name,
                          t.kind, t.name, p.sealed, p.active, %s, %s, c.weight)
                        from Place p join p.parent i join p.top t left join Container c on c.placeId = p.id
                        where p.organisationId = :organisation and p.kind in (BOX, PALLET, FREIGHT)%s
                        order by p.organisationId, p.id"""
                                .formatted(LOTS, INSIDE, where),
                        Row.class);
        facts.forEach(query::setParameter);
        return query.setMaxResults(count).getResultList();
    }

    private static String state(ContainerState state) {
        return switch (state) {
            case EMPTY -> " and p.active and " + LOTS + " = 0 and " + INSIDE + " = 0";
            case FILLED -> " and p.active and (" + LOTS + " > 0 or " + INSIDE + " > 0)";
            case SEALED -> " and p.sealed";
            case AWAY -> " and t.kind <> SITE";
            case CLOSED -> " and not p.active";
        };
    }

    private void narrow(Asked asked, StringBuilder where, Map<String, Object> facts) {
        if (asked.kind() != null) {
            where.append(" and p.kind = :kind");
            facts.put("kind", asked.kind());
        }
        if (asked.within() != null) {
            Place within = place(asked.within());
            where.append(within.getTop() == null ? " and t = :within" : " and p.id in :within and p <> :itself");
            facts.put("within", within.getTop() == null ? within : places.within(within));
            if (within.getTop() != null) {
                facts.put("itself", within);
            }
        }
        if (asked.in() != null) {
            where.append(" and i = :in");
            facts.put("in", place(asked.in()));
        }
        if (asked.item() != null) {
            where.append(" and exists (select 1 from Balance g where g.placeId = p.id and g.itemId = :item)");
            facts.put("item", asked.item());
        }
        if (asked.text() != null) {
            where.append(" and (p.searchKey like :typed escape '!' or p.searchKey like :heard escape '!' or p.code = :code)");
            facts.put("typed", SearchKey.asTyped(asked.text()));
            facts.put("heard", SearchKey.asHeard(asked.text()));
            facts.put("code", Code.read(CodeKind.CONTAINER, asked.text()).orElse(""));
        }
    }

    private Place place(String typed) {
        return places.byCode(typed).orElseThrow(() -> new NotFound(Given.shortened(typed)));
    }
}
