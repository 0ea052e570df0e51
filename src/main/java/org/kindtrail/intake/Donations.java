package org.kindtrail.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.donor.Donor;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.place.Places;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;

/** The donations of the organisation of this request. */
@ApplicationScoped
public class Donations implements PanacheRepository<Donation> {
    private final Scope scope;

    Donations(Scope scope) {
        this.scope = scope;
    }

    /** What a donation that is to be recorded names: read in one statement; what is not the organisation's is null. */
    record Arrival(Drive drive, Place place, Place site, Donor donor, BlankLabel label) {
        static final Arrival NOWHERE = new Arrival(null, null, null, null, null);
    }

    /** A donation and who recorded it. */
    record Recorded(Donation donation, String by) {}

    /** A lot of a donation and what of it is in the house. */
    record Held(Lot lot, Long onHand) {}

    /** A sorting that stands, and whether it is closed. */
    record Standing(Long bagId, Long conversionId, String sorting, Sorting.State state) {}

    /** A narrowing of the list; null: not narrowed. */
    record Filter(String drive, String donor, boolean unsorted) {}

    Arrival arrival(ReceiveDonation command) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.intake.Donations$Arrival(d, p, s, g, b) from Drive d
                          left join Place p on p.code = :place and p.organisationId = d.organisationId
                          left join p.top s
                          left join Donor g on g.code = :donor and g.organisationId = d.organisationId
                            and g.erasedAt is null
                          left join BlankLabel b on b.code = :label and b.organisationId = d.organisationId
                        where d.code = :drive and d.organisationId = :organisation""",
                        Arrival.class)
                .setParameter("drive", known(CodeKind.DRIVE, command.drive()))
                .setParameter("place", Places.read(command.place()).orElse(""))
                .setParameter("donor", known(CodeKind.DONOR, command.donor()))
                .setParameter("label", known(CodeKind.BAG, command.label()))
                .setParameter("organisation", scope.organisation())
                .getResultList()
                .stream()
                .findFirst()
                .orElse(Arrival.NOWHERE);
    }

    private static String known(CodeKind kind, String typed) {
        return Code.read(kind, typed).orElse("");
    }

    /** @throws NotFound when the organisation has no such donation */
    Recorded recorded(String typed) {
        return Code.read(CodeKind.DONATION, typed)
                .flatMap(code -> getEntityManager()
                        .createQuery(
                                """
                                select d, who.displayName from Donation d
                                  join fetch d.drive left join fetch d.donor
                                  join fetch d.place at left join fetch at.top
                                  join Person who on who.id = d.recordedBy
                                where d.code = :code and d.organisationId = :organisation""",
                                Object[].class)
                        .setParameter("code", code)
                        .setParameter("organisation", scope.organisation())
                        .getResultList()
                        .stream()
                        .findFirst())
                .map(row -> new Recorded((Donation) row[0], (String) row[1]))
                .orElseThrow(() -> new NotFound(typed));
    }

    /** Locked: its state is about to change. */
    Donation locked(String typed) {
        Optional<Donation> found = find(
                        "code = ?1 and organisationId = ?2", known(CodeKind.DONATION, typed), scope.organisation())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
        return found.orElseThrow(() -> new NotFound(typed));
    }

    /** The donation that bears the printed label. */
    Optional<Donation> labelled(String label) {
        return find("labelCode = ?1 and organisationId = ?2", label, scope.organisation())
                .firstResultOptional();
    }

    /** A remark may name the donor, and nobody can tell: all of them go. */
    void clearRemarksOf(Donor donor) {
        update("remark = null where donor = ?1 and remark is not null", donor);
    }

    List<Held> lotsOf(Donation donation) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.intake.Donations$Held(
                            l, (select sum(b.onHand) from Balance b where b.lotId = l.id))
                        from Lot l where l.origin = :donation and l.organisationId = :organisation order by l.id""",
                        Held.class)
                .setParameter("donation", donation.getId())
                .setParameter("organisation", scope.organisation())
                .getResultList();
    }

    List<Standing> sortingsOf(Donation donation) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.intake.Donations$Standing(b.id, s.conversionId, s.code, s.state)
                        from Sorting s join s.bag b
                        where b.origin = :donation and s.organisationId = :organisation order by s.id""",
                        Standing.class)
                .setParameter("donation", donation.getId())
                .setParameter("organisation", scope.organisation())
                .getResultList();
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<DonationRow> newest(Filter filter, Long before, int count) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("organisation", scope.organisation());
        facts.put("before", before == null ? Long.MAX_VALUE : before);
        String where = "";
        if (filter.drive() != null) {
            where += " and v.code = :drive";
            facts.put("drive", known(CodeKind.DRIVE, filter.drive()));
        }
        if (filter.donor() != null) {
            where += " and g.code = :donor";
            facts.put("donor", known(CodeKind.DONOR, filter.donor()));
        }
        if (filter.unsorted()) {
            where += " and exists (select 1 from Lot u join Balance w on w.lotId = u.id"
                    + " where u.origin = d.id and u.grade = UNSORTED)";
        }
        TypedQuery<DonationRow> query = getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.intake.DonationRow(d.id, d.code, v.code, v.title, g.code, g.knownAs,
                          d.receivedAt,
                          (select count(l.id) from Lot l where l.origin = d.id and l.conversionId is null),
                          (select count(u.id) from Lot u join Balance w on w.lotId = u.id
                             where u.origin = d.id and u.grade = UNSORTED),
                          d.reversedAt)
                        from Donation d join d.drive v left join d.donor g
                        where d.organisationId = :organisation and d.id < :before"""
                                + where + " order by d.organisationId desc, d.id desc",
                        DonationRow.class);
        facts.forEach(query::setParameter);
        return query.setMaxResults(count).getResultList();
    }
}
