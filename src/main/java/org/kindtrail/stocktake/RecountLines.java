package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;

/** What is to be counted again, for those who count: what and where, and not why. */
@ApplicationScoped
class RecountLines {
    private static final int MOST = 100;

    private final Stocktakes stocktakes;
    private final EntityManager database;
    private final Catalogue catalogue;
    private final Goods goods;

    RecountLines(Stocktakes stocktakes, EntityManager database, Catalogue catalogue, Goods goods) {
        this.stocktakes = stocktakes;
        this.database = database;
        this.catalogue = catalogue;
        this.goods = goods;
    }

    /**
     * A line that is counted again.
     *
     * @param what its lot's code, or the name of the item
     * @param done whether somebody has done so
     */
    record Again(String place, String placeName, String what, String name, Grade grade, boolean done) {
        public String whatInAddress() {
            return URLEncoder.encode(what, StandardCharsets.UTF_8);
        }
    }

    @Transactional
    List<Again> of(String code) {
        Stocktake stocktake = stocktakes.get(code);
        if (stocktake.getState() != StocktakeState.OPEN) {
            return List.of();
        }
        return database
                .createQuery(
                        """
                        select v, case when exists (select 1 from StockCount c where c.stocktakeId = v.stocktakeId
                            and c.place = v.place and c.turn > coalesce((select d.turn from StockCount d where d.id = v.countId), 0)
                            and (v.lot.id is not null and c.lot = v.lot or v.lot.id is null and c.lot.id is null
                              and c.itemId = v.itemId and c.grade = v.grade and (c.size = v.size or c.size is null and v.size is null)))
                          then true else false end
                        from Variance v left join fetch v.lot join fetch v.place p left join fetch p.parent left join fetch p.top
                        where v.stocktakeId = :stocktake and v.recount order by v.id""",
                        Object[].class)
                .setParameter("stocktake", stocktake.getId())
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(row -> again((Variance) row[0], (Boolean) row[1]))
                .toList();
    }

    private Again again(Variance line, boolean done) {
        var item = catalogue.of(line.kind().itemId());
        return new Again(
                line.getPlace().getCode(),
                line.getPlace().label(),
                line.getLot() == null ? catalogue.label(item) : line.getLot().getCode(),
                goods.name(item, line.kind().size()),
                line.kind().grade(),
                done);
    }
}
