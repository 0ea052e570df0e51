package org.kindtrail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.kindtrail.need.Need;
import org.kindtrail.recipient.TellableRegions;

/**
 * Counts the people whom a need names when its first delivery is confirmed, once, under the need's lock. What reports tell of
 * it is {@code report.PeopleCounted}'s. A month is told as a whole, from the eighth day of the next on, as everything is
 * (docs/privacy.md); a delivery that is taken back before that is never told, and later than that changes nothing.
 */
@ApplicationScoped
class HelpedPeople {
    /** The day of the next month from which on a month is told. */
    private static final int TOLD_ON_DAY = 8;

    private final EntityManager database;
    private final TellableRegions regions;

    HelpedPeople(EntityManager database, TellableRegions regions) {
        this.database = database;
        this.regions = regions;
    }

    /** @param zone where the organisation is */
    void count(Need need, Delivery delivery, ZoneId zone) {
        if (need.getPeople().isEmpty() || isCounted(need)) {
            return;
        }
        database.flush();
        Instant now = delivery.getRecordedAt();
        LocalDate month = LocalDate.ofInstant(now, zone).withDayOfMonth(1);
        Instant toldFrom =
                month.plusMonths(1).withDayOfMonth(TOLD_ON_DAY).atStartOfDay(zone).toInstant();
        String told = regions.told(need.getRecipient().getCountry(), need.getRecipient().getRegion());
        need.getPeople()
                .forEach(people ->
                        database.persist(new Helped(need, delivery.getId(), people, told, month, toldFrom, now)));
    }

    private boolean isCounted(Need need) {
        return database.createQuery("select count(h) from Helped h where h.countedNeedId = :need", Long.class)
                        .setParameter("need", need.getId())
                        .getSingleResult()
                > 0;
    }

    /** The delivery was taken back; another one of the need that stands counts them instead. */
    void withdraw(Delivery delivery, Instant now) {
        List<Helped> counted = database.createQuery("from Helped h where h.deliveryId = :delivery", Helped.class)
                .setParameter("delivery", delivery.getId())
                .getResultList();
        if (counted.isEmpty()) {
            return;
        }
        List<Long> others = database.createQuery(
                        """
                        select d.id from Delivery d where d.dispatch.need = :need and d.standingDispatchId is not null
                          and d.id <> :delivery order by d.id""",
                        Long.class)
                .setParameter("need", delivery.getDispatch().getNeed())
                .setParameter("delivery", delivery.getId())
                .setMaxResults(1)
                .getResultList();
        counted.forEach(each -> {
            if (others.isEmpty()) {
                each.withdraw(now);
            } else {
                each.countBy(others.get(0));
            }
        });
    }
}
