package org.kindtrail.trace;

import org.kindtrail.place.Place;

/**
 * Which lots an account is about, in SQL, by :of; and how much of each is the account's own. What it has alone bears no
 * number of a lot, so that the sums of like lots can be made by the database; of what others have a part in the lot is told.
 */
final class Own {
    private static final String ALONE =
            "x.id, x.item_id, x.grade, x.conversion_id, cast(null as bigint) as shared, cast(0 as bigint) as own, cast(0 as bigint) as whole";
    /** The money of receipts that a sale wrote, and what was counted over that. */
    private static final String BY_SALE =
            """
            select y.id from sale a join conversion c on c.document = a.code and c.kind = 'SALE'
              join lot y on y.conversion_id = c.id where a.drive_id = :of
            union all
            select n.lot_id from takings a join movement n on n.document = a.code and n.from_place_id = %d
              where a.drive_id = :of"""
                    .formatted(Place.FOUND);

    private static final String SITE =
            "select p.id from place p join drive v on v.site_id = p.id or v.site_id = p.top_id where v.id = :of";

    /** Everything that came of a donation: the size of its own history, whatever else went into the same things. */
    static final String OF_DONATION =
            """
            select %s from lot x where x.origin = :of
            union all
            select x.id, x.item_id, x.grade, x.conversion_id, x.id as shared, s.quantity as own, x.quantity as whole
            from lot_share s join lot x on x.id = s.lot_id where s.origin = :of"""
                    .formatted(ALONE);

    /** Everything that came of what was given at a drive. */
    static final String OF_DRIVE =
            """
            select %s from donation d join lot x on x.origin = d.id where d.drive_id = :of
            union all
            select x.id, x.item_id, x.grade, x.conversion_id, case when s.own < x.quantity then x.id end as shared,
              case when s.own < x.quantity then s.own else 0 end as own,
              case when s.own < x.quantity then x.quantity else 0 end as whole
            from (select share.lot_id, cast(sum(share.quantity) as bigint) as own
                  from donation d join lot_share share on share.origin = d.id
                  where d.drive_id = :of group by share.lot_id) s
            left join lot x on x.id = s.lot_id"""
                    .formatted(ALONE);

    /** The goods that ever lay at the site of a sale. */
    static final String AT_SALE =
            """
            select %s from (select distinct n.lot_id from movement n where n.to_place_id in (%s)) s
            left join lot x on x.id = s.lot_id
            where x.item_id in (select g.id from item g where g.category <> 'money')"""
                    .formatted(ALONE, SITE);

    /** Whether a place is the site of the sale, or a shelf there. */
    static final String INSIDE_SALE = "%s.id in (" + SITE + ")";

    /** The money that a sale earned. */
    static final String EARNED_BY_SALE =
            "select %s from (%s) s left join lot x on x.id = s.id".formatted(ALONE, BY_SALE);

    /** What its money became at once, by the shares of it. */
    static final String MADE_OF_SALE =
            """
            select x.id, x.item_id, x.grade, x.conversion_id, x.id as shared, s.own, cast(1000000000000 as bigint) as whole
            from (select n.conversion_id, cast(sum(n.share) as bigint) as own
                  from (%s) e left join conversion_input n on n.lot_id = e.id
                  where n.lot_id is not null group by n.conversion_id) s
            left join lot x on x.conversion_id = s.conversion_id
            where x.id is not null"""
                    .formatted(BY_SALE);

    /** The charity that goods were passed on to, when everybody may know it. */
    static final String CHARITY =
            "(select case when n.partner_public then n.partner end from pass_on n where n.code = m.document)";

    /** The donations of which something arrived fit for use, whatever it had become. */
    static final String ORIGINS_IN_DISPATCH =
            """
            select l.origin from dispatch_line line join lot l on l.id = line.lot_id
            where %1$s and line.received > line.damaged and l.origin is not null
            union
            select s.origin from dispatch_line line join lot_share s on s.lot_id = line.lot_id
            where %1$s and line.received > line.damaged""";

    private Own() {}
}
