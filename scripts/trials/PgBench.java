import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same work by PostgreSQL's own bench, straight into the same database: what the server gives without any service. */
final class PgBench {
    private final Cluster cluster;
    private final String database;
    private final Path folder;
    private static long runs;

    PgBench(Cluster cluster, String database, Path folder) {
        this.cluster = cluster;
        this.database = database;
        this.folder = folder;
    }

    /** How often a second so many clients got through the script. */
    double rate(String script, int clients, double seconds) throws IOException, InterruptedException {
        Path file = folder.resolve("pgbench.sql");
        Files.writeString(file, numbered(script));
        runs++;
        List<String> command = List.of(
                cluster.bin().resolve("pgbench").toString(), "-n", "-M", "prepared", "-c", "" + clients, "-j", "" + Math.min(2, clients),
                "-T", "" + (int) Math.max(1, seconds), "-D", "n=0", "-D", "base=" + (100_000_000_000L + runs * 1_000_000_000L), "-f", file.toString(), "-h",
                "127.0.0.1", "-p", "" + cluster.port(), "-U", Cluster.USER, database);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", Cluster.PASSWORD);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        Matcher rate = Pattern.compile("tps = ([0-9.]+)").matcher(said);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException("pgbench: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static final String BEGIN = """
            \\set n :n + 1
            \\set id :base + :client_id * 10000000 + :n
            \\set l :id * 10
            """;

    /** Sums are made by pgbench itself: the server would take a small addend's type for that of the whole. */
    private static String numbered(String script) {
        StringBuilder sets = new StringBuilder();
        String numbered = script;
        for (String each : List.of("l", "m")) {
            for (int i = 0; i < 6; i++) {
                if (numbered.contains(":" + each + " + " + i)) {
                    sets.append("\\set ").append(each).append(i).append(" :").append(each).append(" + ").append(i).append('\n');
                    numbered = numbered.replace(":" + each + " + " + i, ":" + each + i);
                }
            }
        }
        return sets.isEmpty() ? numbered : numbered.replaceFirst("begin;\n", sets.toString().replace("\\", "\\\\") + "begin;\n");
    }

    private static String answer(String which) {
        return "insert into answer (asker, request_key, digest, created_at) values ('bench', '" + which + "' || cast(:id as varchar), 'd', now());\n";
    }

    private static String answered(String which, int bytes) {
        return "update answer set status = 201, location = '/x', body = repeat('x', " + bytes + ") where asker = 'bench' and request_key = '"
                + which + "' || cast(:id as varchar);\n";
    }

    private static String note(String which) {
        return "insert into note (id, organisation_id, subject, happened, detail, by_person_id, at) values (:l + " + which
                + ", 1, 'N', 'happened', 'x', 1, now());\n";
    }

    /** The rows of an itemised bag with five lines, in one transaction. */
    static String bag() {
        StringBuilder sql = new StringBuilder(BEGIN).append("begin;\n").append(answer("b"));
        sql.append("insert into donation (id, organisation_id, code, drive_id, place_id, tracking_turn, tracking_hash, tracking_made_at,"
                + " received_at, recorded_at, recorded_by) values (:id, 1, 'D' || cast(:id as varchar), 1, 999, 1, 'h' || cast(:id as varchar), now(), now(), now(), 1);\n");
        for (int i = 0; i < Stock.LINES; i++) {
            sql.append("insert into lot (id, organisation_id, code, item_id, fits, grade, quantity, origin, received_at, recorded_at) values (:l + "
                    + i + ", 1, 'B' || cast(:l + " + i + " as varchar), 1, 'ANY', 'GOOD', 3, :id, now(), now());\n");
        }
        for (int i = 0; i < Stock.LINES; i++) {
            sql.append("insert into movement (id, organisation_id, lot_id, item_id, from_place_id, to_place_id, quantity, reason, document, occurred_at,"
                    + " recorded_at, recorded_by) values (:l + " + i + ", 1, :l + " + i + ", 1, 1, 999, 3, 'RECEIVED', 'D', now(), now(), 1);\n");
        }
        for (int i = 0; i < Stock.LINES; i++) {
            sql.append("insert into balance (lot_id, place_id, item_id, on_hand, allocated, received_at) values (:l + " + i + ", 999, 1, 3, 0, now());\n");
        }
        return sql.append(answered("b", 1700)).append("end;\n").toString();
    }

    /** A need, its lines and lots for each of the clients, so that {@link #dispatch} has something to write about. */
    void ready(int clients) throws SQLException {
        cluster.sql(database, standing(clients));
    }

    /** The same on whichever database. */
    static String[] standing(int clients) {
        String each = " from generate_series(0, " + (clients * 10 - 1) + ") as s(n) where n % 10 < " + Stock.LINES;
        return new String[] {
                "insert into need (id, organisation_id, code, recipient_id, for_whom, state, created_at, created_by, version, changed_at) select"
                        + " 90000000 + n, 1, 'NB' || n, 999, 'Bench', 'OPEN', now(), 1, 0, now() from generate_series(0, " + (clients - 1) + ") as s(n)",
                "insert into need_line (id, need_id, line, item_id, sizes, quantity, promised, sent, arrived) select 90000000 + n, 90000000 + n / 10,"
                        + " n % 10, 1, '', 1000000000, 0, 0, 0" + each,
                "insert into lot (id, organisation_id, code, item_id, fits, grade, quantity, origin, received_at, recorded_at) select 90000000 + n, 1,"
                        + " 'BB' || n, 1, 'ANY', 'GOOD', 1000000000, 1, now(), now()" + each,
                "insert into balance (lot_id, place_id, item_id, on_hand, allocated, received_at) select 90000000 + n, 999, 1, 1000000000, 0, now()" + each
        };
    }

    /** The rows of five lines promised, picked, loaded and sent off: as many transactions as the service has requests. */
    static String dispatch() {
        StringBuilder sql = new StringBuilder(BEGIN).append("\\set c 90000000 + :client_id\n\\set m 90000000 + :client_id * 10\n");
        sql.append("begin;\n").append(answer("p"));
        lines(sql, "insert into allocation (id, organisation_id, code, purpose, purpose_code, lot_id, place_id, quantity, state, made_at, made_by)"
                + " values (:l + %1$d, 1, 'A' || cast(:l + %1$d as varchar), :m + %1$d, 'NB', :m + %1$d, 999, 1, 'PENDING', now(), 1);\n");
        lines(sql, "update balance set allocated = allocated + 1 where lot_id = :m + %d and place_id = 999;\n");
        lines(sql, "update need_line set promised = promised + 1 where id = :m + %d;\n");
        sql.append(note("0")).append(answered("p", 1500)).append("end;\nbegin;\n").append(answer("d"));
        sql.append("insert into dispatch (id, organisation_id, code, need_id, recipient_id, state, key_turn, staged_at, staged_by, version) values"
                + " (:id, 1, 'W' || cast(:id as varchar), :c, 999, 'STAGED', 0, now(), 1, 0);\n");
        lines(sql, "insert into dispatch_line (id, dispatch_id, line, allocation_id, need_line_id, lot_id, place_id, quantity) values"
                + " (:l + %1$d, :id, %1$d, :l + %1$d, :m + %1$d, :m + %1$d, 999, 1);\n");
        sql.append(note("1")).append(note("2")).append(answered("d", 1700)).append("end;\nbegin;\n").append(answer("l"));
        sql.append("update dispatch set state = 'LOADED', loaded_at = now(), version = 1 where id = :id;\n").append(note("3"));
        sql.append(answered("l", 1700)).append("end;\nbegin;\n").append(answer("e"));
        sql.append("insert into place (id, organisation_id, code, kind, name, walk, active, version) values (:id, 1, 'P' || cast(:id as varchar),"
                + " 'CONSIGNMENT', 'on the road', 0, true, 0);\n");
        sql.append("update dispatch set state = 'DEPARTED', departed_at = now(), consignment_id = :id, version = 2 where id = :id;\n");
        lines(sql, "update allocation set state = 'POSTED', ended_at = now() where id = :l + %d;\n");
        lines(sql, "insert into movement (id, organisation_id, lot_id, item_id, from_place_id, to_place_id, quantity, reason, document, occurred_at,"
                + " recorded_at, recorded_by) values (:l + %1$d, 1, :m + %1$d, 1, 999, :id, 1, 'DEPARTED', 'W', now(), now(), 1);\n");
        lines(sql, "insert into balance (lot_id, place_id, item_id, on_hand, allocated, received_at, stored) values (:m + %d, :id, 1, 1, 0, now(), false);\n");
        lines(sql, "update balance set on_hand = on_hand - 1, allocated = allocated - 1 where lot_id = :m + %d and place_id = 999;\n");
        lines(sql, "update need_line set promised = promised - 1, sent = sent + 1 where id = :m + %d;\n");
        sql.append(note("4")).append(note("5"));
        sql.append("update dispatch set confirmation_hash = 'h' || cast(:id as varchar), key_turn = 1, version = 3 where id = :id;\n");
        return sql.append(answered("e", 1900)).append("end;\n").toString();
    }

    private static void lines(StringBuilder sql, String each) {
        for (int i = 0; i < Stock.LINES; i++) {
            sql.append(each.formatted(i));
        }
    }

    /** The very statements that the service sends for one request, as the server logged them; the last of several sendings. */
    String replayed(ThrowingRun request) throws Exception {
        cluster.set("log_statement = 'all'", "log_line_prefix = '@@%p '");
        cluster.reload();
        Thread.sleep(300);
        cluster.sql(database, "select 'from here'");
        request.run();
        Thread.sleep(200);
        cluster.set("log_statement = 'none'");
        cluster.reload();
        String log = Files.readString(Path.of(cluster.data()).resolveSibling("log"));
        StringBuilder sql = new StringBuilder();
        String last = null;
        for (String line : log.substring(log.lastIndexOf("select 'from here'")).split("@@[0-9]+ ")) {
            if (line.startsWith("LOG:  execute ")) {
                last = line.substring(line.indexOf(": ", 14) + 2).strip();
                sql.append(last.equals("COMMIT") ? "end;\n" : last.replace('\n', ' ').replace('\t', ' ') + ";\n");
            } else if (line.startsWith("LOG:  statement: BEGIN")) {
                sql.append("begin;\n");
            } else if (line.startsWith("DETAIL:  parameters: ")) {
                String bound = last.replace('\n', ' ').replace('\t', ' ');
                Matcher given = Pattern.compile("\\$([0-9]+) = ('(?:[^']|'')*'|NULL)").matcher(line);
                List<String> values = new ArrayList<>();
                while (given.find()) {
                    values.add(given.group(2));
                }
                for (int i = values.size(); i > 0; i--) {
                    bound = bound.replace("$" + i, values.get(i - 1));
                }
                sql.setLength(sql.length() - last.replace('\n', ' ').length() - 2);
                sql.append(bound).append(";\n");
            }
        }
        if (sql.isEmpty()) {
            throw new IllegalStateException("The server logged nothing: " + log.substring(Math.max(0, log.length() - 500)));
        }
        return sql.toString();
    }

    /** Something that may fail. */
    interface ThrowingRun {
        void run() throws Exception;
    }
}
