package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.place.Place;

/**
 * Reads moves: documents that are told by what they moved alone, goods or containers, whichever room wrote them. A document's
 * moment is that of its first line.
 */
@ApplicationScoped
class Moves {
    private static final Comparator<Head> NEWEST =
            Comparator.comparing(Head::recordedAt).thenComparing(Head::code).reversed();

    /** What goods are moved for, by documents that are moves; an index holds the lines of each by their moment. */
    private static final List<Reason> OF_MOVES = List.of(Reason.PUT_AWAY, Reason.PACKED, Reason.UNPACKED);

    private final EntityManager database;
    private final Scope scope;

    Moves(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** A document, and when it was written down. */
    record Head(String code, Instant recordedAt) {}

    /** What a document moved, in short: of places the smallest and the largest id, which are one when there is one. */
    record Sum(
            String code,
            Long lines,
            Long reversed,
            Long leastFrom,
            Long mostFrom,
            Long leastTo,
            Long mostTo,
            Instant occurredAt,
            String by) {}

    /** @throws Unreadable when the organisation has no such move */
    Head head(String after) {
        return Code.read(CodeKind.MOVE, after)
                .flatMap(this::found)
                .orElseThrow(() -> new Unreadable(
                        "after", "error_after", Map.of("given", after.length() > 40 ? "..." : after)));
    }

    private Optional<Head> found(String code) {
        return Stream.of("Movement", "ContainerMove")
                .flatMap(table -> database
                        .createQuery(
                                "select min(m.recordedAt) from " + table
                                        + " m where m.document = :document and m.organisationId = :organisation",
                                Instant.class)
                        .setParameter("document", code)
                        .setParameter("organisation", scope.organisation())
                        .getResultList()
                        .stream()
                        .flatMap(Stream::ofNullable))
                .findFirst()
                .map(moment -> new Head(code, moment));
    }

    boolean exists(String code) {
        return found(code).isPresent();
    }

    /**
     * Newest first, without what was only taken into use; {@code before} is the one to go on from, null for the first page. One
     * statement, of which each part is read in the order of its index: only as much as is shown.
     */
    List<Head> newest(Head before, int count) {
        List<String> parts = new ArrayList<>();
        for (Reason reason : OF_MOVES) {
            parts.add(heads("Movement", " and m.reason = " + reason.name(), "m.organisationId desc, m.reason desc", before));
        }
        parts.add(heads(
                "ContainerMove",
                " and m.reason <> MADE and not exists (select 1 from Movement l where l.document = m.document)",
                "m.organisationId desc",
                before));
        TypedQuery<Object[]> query = database.createQuery(String.join(" union all ", parts), Object[].class)
                .setParameter("organisation", scope.organisation())
                .setParameter("count", count);
        if (before != null) {
            query.setParameter("at", before.recordedAt()).setParameter("document", before.code());
        }
        return query.getResultStream()
                .map(row -> new Head((String) row[0], (Instant) row[1]))
                .sorted(NEWEST)
                .limit(count)
                .toList();
    }

    /** @param first what the index has before the moment */
    private static String heads(String table, String which, String first, Head before) {
        String later = before == null
                ? ""
                : " and (m.recordedAt < :at or (m.recordedAt = :at and m.document < :document))";
        return "(select m.document, m.recordedAt from " + table + " m"
                + " where m.organisationId = :organisation and m.document like 'M-%'"
                + " and m.id = (select min(n.id) from " + table + " n where n.document = m.document)"
                + which + later
                + " order by " + first + ", m.recordedAt desc, m.document desc limit :count)";
    }

    /** What the documents moved of goods; those that moved none are absent. */
    Map<String, Sum> goods(Collection<String> documents) {
        return sums(
                "Movement m left join Movement back on back.reverses = m.id",
                "count(back.id)",
                " and m.reverses is null",
                documents);
    }

    /** The same of containers. */
    Map<String, Sum> containers(Collection<String> documents) {
        return sums("ContainerMove m", "count(m.id) - count(m.id)", "", documents);
    }

    private Map<String, Sum> sums(String from, String reversed, String which, Collection<String> documents) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        return database
                .createQuery(
                        "select new org.kindtrail.stock.Moves$Sum(m.document, count(m.id), " + reversed
                                + ", min(m.fromPlace.id), max(m.fromPlace.id), min(m.toPlace.id), max(m.toPlace.id),"
                                + " min(m.occurredAt), min(w.displayName)) from " + from
                                + " left join Person w on w.id = m.recordedBy"
                                + " where m.organisationId = :organisation and m.document in :documents" + which
                                + " group by m.document",
                        Sum.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("documents", documents)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Sum::code, sum -> sum));
    }

    /** Places in words, by id. */
    Map<Long, String> labels(Collection<Sum> sums) {
        Set<Long> ids = new HashSet<>();
        sums.forEach(sum -> Stream.of(sum.leastFrom(), sum.leastTo()).flatMap(Stream::ofNullable).forEach(ids::add));
        Map<Long, String> labels = new HashMap<>();
        if (!ids.isEmpty()) {
            database.createQuery(
                            "from Place p left join fetch p.parent left join fetch p.top where p.id in :ids", Place.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(place -> labels.put(place.getId(), place.label()));
        }
        return labels;
    }

    /** The containers that a document moved, in the order in which they were written down. */
    List<ContainerMove> carried(String document, int count) {
        return database.createQuery(
                        """
                        from ContainerMove m join fetch m.place left join fetch m.fromPlace f left join fetch f.parent
                          left join fetch f.top join fetch m.toPlace t left join fetch t.parent left join fetch t.top
                        where m.document = :document and m.organisationId = :organisation order by m.id""",
                        ContainerMove.class)
                .setParameter("document", document)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(count)
                .getResultList();
    }

    /** Who wrote containers' moves down; null when not a person. */
    String by(ContainerMove move) {
        return database
                .createQuery("select w.displayName from Person w where w.id = :by", String.class)
                .setParameter("by", move.getRecordedBy() == null ? -1L : move.getRecordedBy())
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }
}
