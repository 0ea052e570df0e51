package org.kindtrail.stock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Replays the whole ledger and compares: every balance with the movements of its lot and place and with the promises that
 * hold it back, every lot with what came in of it and with what its origins have in it, every conversion with what it
 * consumed, every reversal with what it reverses. The database does it, in one
 * statement, so it sees one moment while others go on writing. Plain JDBC: it also looks at an installation that is stopped.
 */
public final class Verification {
    /** How many differences are told; all are counted. */
    static final int TOLD = 20;

    private Verification() {}

    /** What can differ. */
    public enum Kind {
        /** The movements and promises of a lot at a place say another thing than its balance. */
        BALANCE,
        /** What came in of a lot is not the quantity that stands on it. */
        ENTRY,
        /** A balance bears another item than its lot, or lies at a boundary. */
        FILED,
        /** A reversal is not the movement that it reverses the other way round, or not the only one. */
        REVERSAL,
        /** A document moved into conversions what those did not consume, or the other way round. */
        CONSUMED,
        /** The shares of a conversion's inputs are together not one. */
        DIVIDED,
        /** What the origins of a lot have in it is together not the lot. */
        SHARED,
        /** A container stands elsewhere than its latest move put it, or in other hands than what it stands in. */
        STANDING
    }

    /**
     * One difference. The numbers are of the lot's unit.
     *
     * @param place code of the place; null where it is not at one place
     * @param told what the movements add up to
     * @param kept what the balance, the lot or the reversed movement says
     * @param pending what is promised, by the promises
     * @param promised what is promised, by the balance
     */
    public record Difference(Kind kind, String lot, String place, long told, long kept, long pending, long promised) {
        /** The key of the words for it; they take {@link #facts()}. */
        public String wordsKey() {
            return "ledger_difference_" + kind.name().toLowerCase(java.util.Locale.ROOT);
        }

        public Map<String, Object> facts() {
            return Map.of(
                    "lot", lot == null ? "-" : lot,
                    "place", place == null ? "-" : place,
                    "told", told,
                    "kept", kept,
                    "pending", pending,
                    "promised", promised);
        }
    }

    /**
     * What was found.
     *
     * @param movements how many were replayed
     * @param balances how many are kept
     * @param differences how many there are in all
     * @param first at most the first {@link #TOLD} of them
     */
    public record Result(long movements, long balances, long differences, List<Difference> first) {
        /** The line that people and programs look for. */
        public String line() {
            return movements + " movements, " + balances + " balances, " + differences + " differences";
        }
    }

    /** Of every lot and physical place: what the movements and the promises say, and what the balance says. */
    private static final String SIDES =
            """
            select lot_id, place_id, sum(told) as told, sum(kept) as kept, sum(pending) as pending,
                   sum(promised) as promised
            from (
              select m.lot_id, m.to_place_id as place_id, m.quantity as told, 0 as kept, 0 as pending, 0 as promised
                from movement m join place p on p.id = m.to_place_id where p.organisation_id is not null
              union all
              select m.lot_id, m.from_place_id, -m.quantity, 0, 0, 0
                from movement m join place p on p.id = m.from_place_id where p.organisation_id is not null
              union all
              select lot_id, place_id, 0, 0, quantity, 0 from allocation where state = 'PENDING'
              union all
              select lot_id, place_id, 0, on_hand, 0, allocated from balance
            ) sides
            group by lot_id, place_id
            """;

    private static final String UNLIKE =
            SIDES + "having sum(told) <> sum(kept) or sum(pending) <> sum(promised) or sum(told) < sum(pending)\n";

    private static final String MISFILED =
            """
            select b.lot_id, b.place_id, b.on_hand as told, b.on_hand as kept, b.allocated as pending,
                   b.allocated as promised
            from balance b join lot l on l.id = b.lot_id join place p on p.id = b.place_id
            where b.item_id <> l.item_id or p.organisation_id is null
              or b.received_at is not null and (b.received_at <> l.received_at or b.expires_on is distinct from l.expires_on
                or b.stored <> (p.kind not in """
                    + Balance.NOT_STORED + "))";

    /** A lot comes in once: from the donor (1), from the conversion that brought it forth (3), or found (6; of nobody). */
    // "+ 0": by the lot, and not by the place, of which every movement would be looked at for each lot
    private static final String ENTERED_OTHERWISE =
            """
            select l.id as lot_id, cast(null as bigint) as place_id, coalesce(sum(m.quantity), 0) as told,
                   l.quantity as kept, 0 as pending, 0 as promised
            from lot l left join movement m on m.lot_id = l.id and m.reverses is null
              and m.from_place_id + 0 = case when l.conversion_id is not null then 3 when l.origin = 0 then 6 else 1 end
            group by l.id, l.quantity
            having coalesce(sum(m.quantity), 0) <> l.quantity
            """;

    private static final String REVERSED_OTHERWISE =
            """
            select m.lot_id, m.from_place_id as place_id, m.quantity as told, o.quantity as kept, 0 as pending,
                   0 as promised
            from movement m join movement o on o.id = m.reverses
            where m.lot_id <> o.lot_id or m.quantity <> o.quantity or m.from_place_id <> o.to_place_id
              or m.to_place_id <> o.from_place_id or m.document <> o.document
              or m.organisation_id <> o.organisation_id or o.reverses is not null
              or exists (select 1 from movement again where again.reverses = m.reverses and again.id <> m.id)
            """;

    private static final String CONSUMED_OTHERWISE =
            """
            select lot_id, cast(null as bigint) as place_id, sum(told) as told, sum(kept) as kept, 0 as pending, 0 as promised
            from (
              select m.document, m.lot_id, m.quantity as told, 0 as kept
                from movement m where m.to_place_id = 3 and m.reverses is null
              union all
              select c.document, i.lot_id, 0, i.quantity
                from conversion_input i join conversion c on c.id = i.conversion_id
            ) consumed
            group by document, lot_id having sum(told) <> sum(kept)
            """;

    private static final String DIVIDED_OTHERWISE =
            """
            select min(i.lot_id) as lot_id, cast(null as bigint) as place_id, sum(i.share) as told,
                   1000000000000 as kept, 0 as pending, 0 as promised
            from conversion_input i group by i.conversion_id having sum(i.share) <> 1000000000000
            """;

    private static final String SHARED_OTHERWISE =
            """
            select l.id as lot_id, cast(null as bigint) as place_id, coalesce(sum(s.quantity), 0) as told,
                   l.quantity as kept, coalesce(sum(s.share), 0) as pending, 1000000000000 as promised
            from lot l left join lot_share s on s.lot_id = l.id
            where l.origin is null or s.lot_id is not null
            group by l.id, l.quantity, l.origin
            having coalesce(sum(s.quantity), 0) <> l.quantity or coalesce(sum(s.share), 0) <> 1000000000000
              or l.origin is not null
            """;

    /** A container stands where its latest move put it, at the top and in the hands of what it stands in. */
    private static final String STANDS_OTHERWISE =
            """
            select cast(null as bigint) as lot_id, p.id as place_id, coalesce(m.to_place_id, 0) as told,
                   p.parent_id as kept, coalesce(i.top_id, i.id) as pending, p.top_id as promised
            from place p join place i on i.id = p.parent_id
              left join container_move m on m.place_id = p.id
                and m.id = (select max(x.id) from container_move x where x.place_id = p.id)
            where p.kind in ('BOX', 'PALLET', 'FREIGHT') and (m.to_place_id is null or m.to_place_id <> p.parent_id
              or p.top_id <> coalesce(i.top_id, i.id) or p.organisation_id <> i.organisation_id)
            """;

    private static final String ALL = "select c.movements, c.balances, count(d.kind) over () as differences,"
            + " d.kind, l.code as lot, p.code as place, d.told, d.kept, d.pending, d.promised\n"
            + "from (select (select count(*) from movement) as movements, (select count(*) from balance) as balances) c\n"
            + "left join (select 'BALANCE' as kind, unlike.* from (" + UNLIKE + ") unlike\n"
            + "union all select 'FILED', misfiled.* from (" + MISFILED + ") misfiled\n"
            + "union all select 'ENTRY', entered.* from (" + ENTERED_OTHERWISE + ") entered\n"
            + "union all select 'REVERSAL', reversed.* from (" + REVERSED_OTHERWISE + ") reversed\n"
            + "union all select 'CONSUMED', consumed.* from (" + CONSUMED_OTHERWISE + ") consumed\n"
            + "union all select 'DIVIDED', divided.* from (" + DIVIDED_OTHERWISE + ") divided\n"
            + "union all select 'SHARED', shared.* from (" + SHARED_OTHERWISE + ") shared\n"
            + "union all select 'STANDING', stands.* from (" + STANDS_OTHERWISE + ") stands) d on 1 = 1\n"
            + "left join lot l on l.id = d.lot_id left join place p on p.id = d.place_id\n"
            // H2 looks at one moment of the tables that it finds here, and of those that refer to them
            + "left join conversion none on none.id = -1 left join conversion_input nothing\n"
            + "on nothing.conversion_id = -1 and nothing.lot_id = -1\n"
            + "order by d.kind, d.lot_id, d.place_id fetch first " + TOLD + " rows only";

    /** Looks at everything that the connection's database holds, of all organisations. */
    public static Result of(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ALL);
                ResultSet rows = query.executeQuery()) {
            long movements = 0;
            long balances = 0;
            long differences = 0;
            List<Difference> first = new ArrayList<>();
            while (rows.next()) {
                movements = rows.getLong("movements");
                balances = rows.getLong("balances");
                differences = rows.getLong("differences");
                if (rows.getString("kind") != null) {
                    first.add(difference(rows));
                }
            }
            return new Result(movements, balances, differences, List.copyOf(first));
        }
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                Kind.valueOf(row.getString("kind")),
                row.getString("lot"),
                row.getString("place"),
                row.getLong("told"),
                row.getLong("kept"),
                row.getLong("pending"),
                row.getLong("promised"));
    }

    /**
     * Writes anew, from the ledger, the balances that differ from it; all of them or, when the movements themselves add up
     * to less than nothing, none (the check constraint refuses). One transaction, committed here.
     *
     * <p>It may run while others write: the lots that differ are locked in the order in which every writer locks them, and
     * what others bring in meanwhile does not differ, so neither statement touches it.
     *
     * @return how many balances were taken away or written
     */
    public static int rebuild(Connection connection) throws SQLException {
        String different = "(select lot_id, place_id from (" + UNLIKE + ") unlike union select lot_id, place_id from ("
                + MISFILED + ") misfiled)";
        boolean automatic = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet any = statement.executeQuery("select 1 from " + different + " d fetch first 1 rows only")) {
                if (!any.next()) {
                    connection.rollback();
                    return 0;
                }
            }
            statement.executeQuery(
                    "select id from lot where id in (select lot_id from " + different + " d) order by id for update");
            int touched = statement.executeUpdate("delete from balance where (lot_id, place_id) in " + different);
            touched += statement.executeUpdate(
                    "insert into balance (lot_id, place_id, item_id, on_hand, allocated, expires_on, received_at, stored)"
                            + " select s.lot_id, s.place_id, l.item_id, s.told, s.pending, l.expires_on, l.received_at, p.kind not in "
                            + Balance.NOT_STORED + " from ("
                            + SIDES + ") s join lot l on l.id = s.lot_id join place p on p.id = s.place_id"
                            + " where (s.told <> 0 or s.pending <> 0) and not exists"
                            + " (select 1 from balance b where b.lot_id = s.lot_id and b.place_id = s.place_id)");
            connection.commit();
            return touched;
        } catch (SQLException | RuntimeException refused) {
            connection.rollback();
            throw refused;
        } finally {
            connection.setAutoCommit(automatic);
        }
    }
}
