package org.kindtrail.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.stock.CarryReason;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Reason;
import org.kindtrail.web.Frame;

/**
 * What happened to a container, the latest first: where it went, what was put in and taken out (each act once, however many
 * lots it was), and its seals. Another organisation's part of it stays with that organisation.
 */
@ApplicationScoped
public class ContainerHistory {
    private final Containers containers;
    private final EntityManager database;
    private final Scope scope;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Frame frame;

    ContainerHistory(
            Containers containers,
            EntityManager database,
            Scope scope,
            Catalogue catalogue,
            Goods goods,
            Frame frame) {
        this.containers = containers;
        this.database = database;
        this.scope = scope;
        this.catalogue = catalogue;
        this.goods = goods;
        this.frame = frame;
    }

    /** It went there. */
    record Went(Instant at, CarryReason reason, PlaceKind kind, String name, PlaceKind topKind, String topName, String document, String why, String by) {}

    /** Goods were moved by one document, in one direction; {@code lot} is the only one, where it is. */
    record Filled(Instant at, boolean in, Reason reason, String document, long lots, Long lot, Long quantity, String why, Long by) {}

    /** A line of the history of documents. */
    record Noted(Instant at, String happened, String detail, String why, String by) {}

    /**
     * @param after what the page before said
     * @throws org.kindtrail.kernel.NotFound when the organisation has no such container
     */
    @Transactional
    public Page<ContainerEvent> of(String code, String after, int size) {
        Long micros = Cursor.id(after);
        Instant before = micros == null ? Instant.parse("9999-01-01T00:00:00Z") : instant(micros);
        Place place = containers.get(code);
        List<ContainerEvent> all = new ArrayList<>();
        went(place, before, size + 1).forEach(each -> all.add(event(each)));
        all.addAll(filled(place, before, size + 1));
        noted(place, before, size + 1).forEach(each -> all.add(event(each)));
        all.sort(Comparator.comparing(ContainerEvent::at).reversed());
        return paged(all, size);
    }

    /** What happened at one moment is not parted by the end of a page. */
    private static Page<ContainerEvent> paged(List<ContainerEvent> all, int size) {
        if (all.size() <= size) {
            return new Page<>(List.copyOf(all), null);
        }
        int end = size;
        while (end > 0 && all.get(end - 1).at().equals(all.get(size).at())) {
            end--;
        }
        List<ContainerEvent> rows = all.subList(0, (end == 0 ? size : end) + 1);
        return Page.of(rows, rows.size() - 1, event -> micros(event.at()));
    }

    private static Long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private List<Went> went(Place place, Instant before, int count) {
        return database.createQuery(
                        """
                        select new org.kindtrail.container.ContainerHistory$Went(m.recordedAt, m.reason, t.kind, t.name,
                          s.kind, s.name, m.document, m.why, w.displayName)
                        from ContainerMove m join m.toPlace t left join t.top s left join Person w on w.id = m.recordedBy
                        where m.place = :place and m.recordedAt < :before
                          and (t.organisationId = :organisation or (m.organisationId = :organisation and m.reason <> RECEIVED))
                        order by m.place.id desc, m.id desc""",
                        Went.class)
                .setParameter("place", place)
                .setParameter("before", before)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(count)
                .getResultList();
    }

    private ContainerEvent event(Went went) {
        String where = went.topName() == null ? went.name() : went.topName() + ", " + went.name();
        return new ContainerEvent(
                went.at(),
                went.reason().word(),
                frame.say("container_event_" + went.reason().word(), Map.of("place", where)),
                went.document(),
                went.why(),
                went.by(),
                false);
    }

    private List<ContainerEvent> filled(Place place, Instant before, int count) {
        List<Filled> acts = new ArrayList<>(acts(place, true, before, count));
        acts.addAll(acts(place, false, before, count));
        if (acts.isEmpty()) {
            return List.of();
        }
        Map<Long, Lot> single = single(acts);
        Map<Long, String> people = people(acts);
        Set<String> back = takenBack(acts);
        return acts.stream().map(act -> event(act, single, people, back)).toList();
    }

    private List<Filled> acts(Place place, boolean in, Instant before, int count) {
        return database.createQuery(
                        """
                        select new org.kindtrail.container.ContainerHistory$Filled(max(m.recordedAt), %s, m.reason,
                          m.document, count(m), min(m.lot.id), min(m.quantity), min(m.why), min(m.recordedBy))
                        from Movement m where m.%s = :place and m.organisationId = :organisation
                        group by m.document, m.reason
                        having max(m.recordedAt) < :before order by max(m.recordedAt) desc"""
                                .formatted(in, in ? "toPlace" : "fromPlace"),
                        Filled.class)
                .setParameter("place", place)
                .setParameter("before", before)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(count)
                .getResultList();
    }

    private Map<Long, Lot> single(List<Filled> acts) {
        return database.createQuery("from Lot l where l.id in :lots", Lot.class)
                .setParameter("lots", acts.stream().map(Filled::lot).distinct().toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Lot::getId, lot -> lot));
    }

    private Map<Long, String> people(List<Filled> acts) {
        Map<Long, String> people = new HashMap<>();
        database.createQuery("select p.id, p.displayName from Person p where p.id in :people", Object[].class)
                .setParameter("people", acts.stream().map(act -> act.by() == null ? -1L : act.by()).distinct().toList())
                .getResultList()
                .forEach(row -> people.put((Long) row[0], (String) row[1]));
        return people;
    }

    private Set<String> takenBack(List<Filled> acts) {
        return new HashSet<>(database.createQuery(
                        """
                        select distinct m.document from Movement m
                        where m.document in :documents and m.organisationId = :organisation and m.reverses is not null""",
                        String.class)
                .setParameter("documents", acts.stream().map(Filled::document).distinct().toList())
                .setParameter("organisation", scope.organisation())
                .getResultList());
    }

    private ContainerEvent event(Filled act, Map<Long, Lot> single, Map<Long, String> people, Set<String> back) {
        Lot lot = single.get(act.lot());
        String what = act.lots() == 1
                ? goods.say(catalogue.of(lot.getItem().getId()), lot.getSize(), act.quantity())
                : frame.say("container_event_lots", Map.of("lots", act.lots()));
        String happened = happened(act);
        boolean own = Code.kindOf(act.document()) == CodeKind.MOVE;
        return new ContainerEvent(
                act.at(),
                happened,
                frame.say("container_event_" + happened, Map.of("what", what)),
                act.document(),
                act.why(),
                people.get(act.by()),
                own && act.reason() != Reason.REVERSED && !back.contains(act.document()));
    }

    private static String happened(Filled act) {
        return switch (act.reason()) {
            case REVERSED -> act.in() ? "back_in" : "back_out";
            case PACKED -> act.in() ? "packed" : "taken_out";
            case UNPACKED -> act.in() ? "put_in" : "unpacked";
            default -> act.in() ? "put_in" : "taken_out";
        };
    }

    private List<Noted> noted(Place place, Instant before, int count) {
        return database.createQuery(
                        """
                        select new org.kindtrail.container.ContainerHistory$Noted(n.at, n.happened, n.detail, n.why, p.displayName)
                        from Note n left join Person p on p.id = n.byPersonId
                        where n.organisationId = :organisation and n.subject = :subject and n.at < :before
                        order by n.organisationId desc, n.subject desc, n.id desc""",
                        Noted.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("subject", place.getCode())
                .setParameter("before", before)
                .setMaxResults(count)
                .getResultList();
    }

    private ContainerEvent event(Noted noted) {
        String words = frame.say("history_" + noted.happened(), Map.of());
        return new ContainerEvent(
                noted.at(),
                noted.happened().replaceFirst("^container_", ""),
                noted.detail() == null ? words : words + " (" + noted.detail() + ")",
                null,
                noted.why(),
                noted.by(),
                false);
    }
}
