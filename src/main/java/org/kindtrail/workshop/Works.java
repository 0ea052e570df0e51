package org.kindtrail.workshop;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Conversion;
import org.kindtrail.stock.Lot;

/** The works of the organisation of this request, and what of the ledger belongs to them. */
@ApplicationScoped
class Works implements PanacheRepository<Work> {
    /** A lot is graded a few times in its life; nobody has to look further back than so many conversions. */
    private static final int MOST_BEFORE = 40;

    private final Scope scope;

    Works(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such work */
    Work get(String typed) {
        return byCode(typed).orElseThrow(() -> new NotFound(typed));
    }

    Optional<Work> byCode(String typed) {
        return Code.read(CodeKind.WORK, typed)
                .flatMap(code -> find(
                                """
                                from Work w left join fetch w.kit left join fetch w.drive left join fetch w.packedBy
                                  join fetch w.place p left join fetch p.top
                                where w.code = ?1 and w.organisationId = ?2""",
                                code,
                                scope.organisation())
                        .firstResultOptional());
    }

    /** Locked: it is about to be reversed, or kits that it packed are about to be opened. */
    void lock(Work work) {
        getEntityManager().refresh(work, LockModeType.PESSIMISTIC_WRITE);
    }

    String recordedBy(Work work) {
        return getEntityManager()
                .createQuery("select p.displayName from Person p where p.id = :person", String.class)
                .setParameter("person", work.getRecordedBy())
                .getSingleResult();
    }

    /** What moved: into the conversion, or out of it. */
    record Moved(
            String lot,
            Long itemId,
            String size,
            Wearer fits,
            Grade grade,
            long quantity,
            Long fromId,
            String from,
            String fromName,
            String fromSite,
            Long toId,
            String to,
            String toName,
            String toSite) {
        boolean wentIn() {
            return toId.equals(Place.CONVERTED);
        }
    }

    List<Moved> movements(Work work) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.workshop.Works$Moved(l.code, l.item.id, l.size, l.fits, l.grade, m.quantity,
                          f.id, f.code, f.name, fs.name, t.id, t.code, t.name, ts.name)
                        from Movement m join m.lot l join m.fromPlace f left join f.top fs
                          join m.toPlace t left join t.top ts
                        where m.document = :code and m.organisationId = :organisation and m.reverses is null
                        order by m.id""",
                        Moved.class)
                .setParameter("code", work.getCode())
                .setParameter("organisation", scope.organisation())
                .getResultList();
    }

    /** A place where something of a lot is free. */
    record Lying(Place place, long available) {}

    /** Where in the house something of the lot is free. */
    List<Lying> whereFree(Lot lot) {
        return getEntityManager()
                .createQuery(
                        """
                        select p, b.onHand - b.allocated from Balance b join Place p on p.id = b.placeId
                          left join fetch p.top s left join fetch p.parent
                        where b.lotId = :lot and b.onHand > b.allocated and coalesce(s.kind, p.kind) = SITE and p.active
                          and not p.sealed and p.organisationId = :organisation
                        order by p.walk, p.id""",
                        Object[].class)
                .setParameter("lot", lot.getId())
                .setParameter("organisation", scope.organisation())
                .getResultList()
                .stream()
                .map(row -> new Lying((Place) row[0], (Long) row[1]))
                .toList();
    }

    /**
     * The work that packed the kits of the lot, also when the lot was graded or split since, or came out of larger kits; empty:
     * not packed here, or of several packings.
     */
    Optional<Work> packing(Lot kits) {
        return packing(kits.getConversionId(), kits.getItem().getId(), MOST_BEFORE);
    }

    private Optional<Work> packing(Long conversion, Long item, int further) {
        if (conversion == null || further == 0) {
            return Optional.empty();
        }
        Conversion made = getEntityManager().find(Conversion.class, conversion);
        return switch (made.getKind()) {
            case KIT -> byCode(made.getDocument());
            case GRADING -> only(graded(made), item, further);
            case OPENING -> only(cameOut(made, item), item, further);
            default -> Optional.empty();
        };
    }

    private Optional<Work> only(List<Long> before, Long item, int further) {
        List<Work> found = before.stream()
                .filter(Objects::nonNull)
                .flatMap(each -> packing(each, item, further - 1).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The conversion that made what a grading graded. */
    private List<Long> graded(Conversion grading) {
        return getEntityManager()
                .createNativeQuery(
                        "select l.conversion_id from conversion_input i join lot l on l.id = i.lot_id where i.conversion_id = :made",
                        Long.class)
                .setParameter("made", grading.getId())
                .getResultList();
    }

    /** The conversions that made the kits which came out of larger ones. */
    private List<Long> cameOut(Conversion opening, Long item) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        select distinct l.conversion_id from work w join work_part p on p.work_id = w.id
                          join lot l on l.id = p.lot_id
                        where w.code = :document and l.item_id = :item""",
                        Long.class)
                .setParameter("document", opening.getDocument())
                .setParameter("item", item)
                .getResultList();
    }

    /** How many of the kits that the work packed are not opened. */
    long stillPacked(Work packing) {
        return packing.getQuantity()
                - getEntityManager()
                        .createQuery(
                                "select coalesce(sum(w.quantity), 0) from Work w where w.packedBy = :packing and w.reversedAt is null",
                                Long.class)
                        .setParameter("packing", packing)
                        .getSingleResult();
    }

    /** What is in those kits, by part and lot, in the order of the lots. */
    List<Returning.Held> stillIn(Work packing) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(
                        """
                        select p.part, p.lot_id, sum(case when w.id = :packing then p.quantity else -p.quantity end) as left_in
                        from work w join work_part p on p.work_id = w.id
                        where w.id = :packing or (w.packed_by_id = :packing and w.reversed_at is null)
                        group by p.part, p.lot_id order by p.part, p.lot_id""",
                        Object[].class)
                .setParameter("packing", packing.getId())
                .getResultList();
        return rows.stream()
                .map(row -> new Returning.Held(
                        ((Number) row[0]).intValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                .filter(held -> held.quantity() > 0)
                .toList();
    }

    /** Keeps which lots filled which part, or came back out of it; one batch. */
    void keep(Work work, Collection<Returning.Held> parts) {
        flush();
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into work_part (work_id, part, lot_id, quantity) values (?, ?, ?, ?)")) {
                for (Returning.Held part : parts) {
                    insert.setLong(1, work.getId());
                    insert.setInt(2, part.part());
                    insert.setLong(3, part.lot());
                    insert.setLong(4, part.quantity());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** Newest first; {@code before} is the id to go on from; null: any kind, any drive. */
    List<WorkRow> newest(WorkKind kind, Drive drive, Long before, int count) {
        TypedQuery<WorkRow> query = getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.workshop.WorkRow(w.id, w.code, w.kind, cast(k.itemId as string), d.title,
                          w.quantity, case when s.id is null then p.name else concat(s.name, ', ', p.name) end,
                          w.occurredAt, who.displayName, case when w.reversedAt is null then false else true end)
                        from Work w left join w.kit k left join w.drive d join w.place p left join p.top s
                          join Person who on who.id = w.recordedBy
                        where w.organisationId = :organisation and w.id < :before"""
                                + (kind == null ? "" : " and w.kind = :kind")
                                + (drive == null ? "" : " and w.drive = :drive")
                                + " order by w.organisationId desc, w.id desc",
                        WorkRow.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("before", before == null ? Long.MAX_VALUE : before);
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        if (drive != null) {
            query.setParameter("drive", drive);
        }
        return query.setMaxResults(count).getResultList();
    }

    /** What the standing steps of a drive used up or brought forth, by step, item and whether it was unfit. */
    record Sum(Long workId, Instant occurredAt, Long itemId, boolean wentIn, boolean unfit, long quantity) {}

    List<Sum> sums(Drive drive) {
        return getEntityManager()
                .createQuery(
                        """
                        select w.id, w.occurredAt, l.item.id, t.id, l.grade, sum(m.quantity)
                        from Work w join Movement m on m.document = w.code and m.organisationId = w.organisationId
                          join m.lot l join m.toPlace t
                        where w.drive = :drive and w.reversedAt is null and m.reverses is null
                        group by w.id, w.occurredAt, l.item.id, t.id, l.grade order by w.id, l.item.id""",
                        Object[].class)
                .setParameter("drive", drive)
                .getResultList()
                .stream()
                .map(row -> new Sum(
                        (Long) row[0],
                        (Instant) row[1],
                        (Long) row[2],
                        row[3].equals(Place.CONVERTED),
                        row[4] == Grade.UNFIT,
                        (Long) row[5]))
                .toList();
    }

    /** The step of the drive that was written down last and stands. */
    Optional<Work> lastOf(Drive drive) {
        return find("from Work w join fetch w.place where w.drive = ?1 and w.reversedAt is null order by w.id desc", drive)
                .firstResultOptional();
    }
}
