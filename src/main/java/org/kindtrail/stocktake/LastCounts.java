package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What was counted last of each line, of what need not be counted again. */
@ApplicationScoped
class LastCounts {
    private final EntityManager database;

    LastCounts(EntityManager database) {
        this.database = database;
    }

    private record Count(Long placeId, Long lotId, Long itemId, String size, org.kindtrail.catalogue.Grade grade, long counted) {
        private Line line() {
            return new Line(placeId, lotId, new Kind(itemId, size, grade));
        }
    }

    /** At these places; of a line that is to be counted again what was counted since that was asked for. */
    Map<Line, Long> at(Stocktake stocktake, Collection<Long> places) {
        Map<Line, Long> last = new HashMap<>();
        StockHere.inBatches(places, some -> database
                        .createQuery(
                                """
                                select c.place.id, c.lot.id, c.itemId, c.size, c.grade, c.counted from StockCount c
                                where c.stocktakeId = :stocktake and c.place.id in :places and not exists (
                                  select 1 from Variance v where v.stocktakeId = c.stocktakeId and v.recount and v.place = c.place
                                    and c.turn <= coalesce((select d.turn from StockCount d where d.id = v.countId), 0)
                                    and (v.lot.id is not null and c.lot.id = v.lot.id or v.lot.id is null and c.lot.id is null
                                      and c.itemId = v.itemId and c.grade = v.grade
                                      and (c.size = v.size or c.size is null and v.size is null)))
                                order by c.turn""",
                                Count.class)
                        .setParameter("stocktake", stocktake.getId())
                        .setParameter("places", some)
                        .getResultList())
                .forEach(count -> last.put(count.line(), count.counted()));
        return last;
    }
}
