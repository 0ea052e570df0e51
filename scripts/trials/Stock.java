import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.CodeNumbers;
import org.kindtrail.kernel.Codes;

/**
 * Lots by the thousand or the million in an {@link Opened} organisation, written by bare SQL as the service would have, which both databases read:
 * five of a donation, over all things of the catalogue and forty shelves, received and, but for those that are kept, let go again.
 * What is asked for is found among them: needs with five lines, tracking keys of donations.
 */
final class Stock {
    static final int LINES = 5;
    private static final int SHELVES = 40;
    private static final int DONATION = 10_000_000;
    private static final int LOT = 10_000_000;

    private Connection database;
    /** One after the other: drawn at random, two of a million would be alike. */
    private final AtomicLong number = new AtomicLong(new SecureRandom().nextLong(1L << (CodeNumbers.BITS - 1)));
    private final Codes codes = new Codes(number::incrementAndGet);
    private final List<Long> items = new ArrayList<>();
    /** Far from any number that the service will come to. */
    private long nextNeed = 1_000_000_000;

    Stock(Connection database) throws SQLException {
        this.database = database;
        try (ResultSet found = database.createStatement().executeQuery("select id from item where wearer = 'ANY' and sizes = ''"
                + " and category not in ('money', 'unsorted', 'kits') and organisation_id is null and not expires order by id")) {
            while (found.next()) {
                items.add(found.getLong(1));
            }
        }
    }

    /** The same stock by another connection: an embedded file is closed while the service has it. */
    Stock on(Connection again) {
        database = again;
        return this;
    }

    /**
     * @param lots how many there ever were
     * @param kept how many of them are on hand, the newest
     */
    void fill(int lots, int kept) throws SQLException {
        run("insert into recipient (id, organisation_id, code, alias, kind, country, region, disclosure, active, created_at, version)"
                + " values (999, 1, '" + codes.next(CodeKind.RECIPIENT) + "', 'Trial shelter', 'SHELTER', 'KZ', 'Almaty region', 'REGION', true, now(), 0)");
        for (int i = 0; i < SHELVES; i++) {
            run("insert into place (id, organisation_id, code, kind, name, parent_id, top_id, walk, active, version) values (" + shelf(i)
                    + ", 1, '" + codes.next(CodeKind.PLACE) + "', 'SHELF', 'Shelf " + i + "', 999, 999, " + i + ", true, 0)");
        }
        String series = " from generate_series(0, " + (lots - 1) + ") as s(n)";
        String item = "(array" + items + ")[1 + n % " + items.size() + "]";
        String place = "1000 + n % " + SHELVES;
        String when = "now() - interval '400' day + n * interval '1' second";
        run("insert into donation (id, organisation_id, code, drive_id, place_id, tracking_turn, tracking_hash, tracking_made_at, received_at,"
                + " recorded_at, recorded_by) select " + DONATION + " + n, 1, 'D-' || n, 1, 999, 1, 'none-' || n, now(), " + when + ", " + when
                + ", 1 from generate_series(0, " + (lots / LINES - 1) + ") as s(n)");
        codes(lots - kept, lots);
        run("insert into lot (id, organisation_id, code, item_id, fits, grade, quantity, origin, received_at, recorded_at) select " + LOT
                + " + n, 1, coalesce(c.code, 'B-' || n), " + item + ", 'ANY', 'GOOD', 1000000, " + DONATION + " + n / " + LINES + ", " + when
                + ", " + when + series + " left join lot_code c on c.lot = n");
        String columns = "insert into movement (id, organisation_id, lot_id, item_id, from_place_id, to_place_id, quantity, reason, document,"
                + " occurred_at, recorded_at, recorded_by) select ";
        run(columns + LOT + " + n, 1, " + LOT + " + n, " + item + ", 1, " + place + ", 1000000, 'RECEIVED', 'D-' || n / " + LINES + ", " + when
                + ", " + when + ", 1" + series);
        run(columns + (2L * LOT) + " + n, 1, " + LOT + " + n, " + item + ", " + place + ", 4, 1000000, 'WRITTEN_OFF', 'X-' || n / " + LINES + ", "
                + when + ", " + when + ", 1" + series + " where n < " + (lots - kept));
        run("insert into balance (lot_id, place_id, item_id, on_hand, allocated, received_at) select " + LOT + " + n, " + place + ", " + item
                + ", 1000000, 0, " + when + series + " where n >= " + (lots - kept));
        for (String each : List.of("donation", "lot", "movement", "need", "need_line", "place", "recipient")) {
            run("alter sequence " + each + "_seq restart with 50000000");
        }
        run("analyze");
    }

    /** Codes as the service gives them, for those that somebody will ask for. */
    private void codes(int from, int to) throws SQLException {
        run("create local temporary table lot_code (lot integer primary key, code varchar(16))");
        try (PreparedStatement insert = database.prepareStatement("insert into lot_code values (?, ?)")) {
            for (int i = from; i < to; i++) {
                insert.setInt(1, i);
                insert.setString(2, codes.next(CodeKind.BAG));
                insert.addBatch();
                if (i % 10_000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    static int shelf(int i) {
        return 1000 + i;
    }

    /** Needs with five lines of one thing each, whose things are in stock; their codes. */
    List<String> needs(int count) throws SQLException {
        List<String> made = new ArrayList<>();
        long first = nextNeed;
        nextNeed += count;
        try (PreparedStatement need = database.prepareStatement("insert into need (id, organisation_id, code, recipient_id, for_whom, state,"
                        + " created_at, created_by, version, changed_at) values (?, 1, ?, 999, 'Trial', 'OPEN', now(), 1, 0, now())");
                PreparedStatement line = database.prepareStatement("insert into need_line (id, need_id, line, item_id, sizes, quantity, promised,"
                        + " sent, arrived) values (?, ?, ?, ?, '', 1, 0, 0, 0)")) {
            for (int i = 0; i < count; i++) {
                made.add(codes.next(CodeKind.NEED));
                need.setLong(1, first + i);
                need.setString(2, made.get(i));
                need.addBatch();
                for (int l = 0; l < LINES; l++) {
                    line.setLong(1, (first + i) * LINES + l);
                    line.setLong(2, first + i);
                    line.setInt(3, l + 1);
                    line.setLong(4, items.get((i * LINES + l) % items.size()));
                    line.addBatch();
                }
            }
            need.executeBatch();
            line.executeBatch();
        }
        return made;
    }

    /** Keys that open the pages of so many donations, spread over all of them. */
    List<String> tracked(int count, int lots) throws SQLException {
        List<String> keys = new ArrayList<>();
        int donations = lots / LINES;
        try (PreparedStatement track = database.prepareStatement("update donation set tracking_hash = ? where id = ?")) {
            for (int i = 0; i < Math.min(count, donations); i++) {
                keys.add(codes.next(CodeKind.TRACKING));
                track.setString(1, Code.hash(Code.read(CodeKind.TRACKING, keys.get(i)).orElseThrow()));
                track.setLong(2, DONATION + (long) donations * i / Math.min(count, donations));
                track.addBatch();
            }
            track.executeBatch();
        }
        return keys;
    }

    /** The code of a thing of the catalogue that is in stock. */
    List<String> things() throws SQLException {
        List<String> things = new ArrayList<>();
        try (ResultSet found = database.createStatement()
                .executeQuery("select code from item where id in (" + items.toString().replaceAll("[\\[\\]]", "") + ") order by id")) {
            while (found.next()) {
                things.add(found.getString(1));
            }
        }
        return things;
    }

    String shelfCode(int i) throws SQLException {
        try (ResultSet found = database.createStatement().executeQuery("select code from place where id = " + shelf(i))) {
            found.next();
            return found.getString(1);
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
