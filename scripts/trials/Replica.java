import at.favre.lib.crypto.bcrypt.BCrypt;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** What scripts/replica runs; see there. */
class Replica {
    private static final String DATABASE = "replica";
    private static final String PASSWORD = "a password of this trial";
    private static final int BOUND_SECONDS = 3;
    private static final long COUNTED_AFTER_MILLIS = 11_500;

    private final Cluster primary;
    private final Cluster standby;
    private final Node node;
    private final int rounds;
    private Opened house;
    private boolean good = true;

    private Replica(Cluster primary, Cluster standby, Node node, int rounds) {
        this.primary = primary;
        this.standby = standby;
        this.node = node;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = List.of(arguments).contains("--small") ? 50 : 500;
        Path data = Files.createTempDirectory("kindtrail-replica");
        boolean good;
        try (Cluster primary = Cluster.made()) {
            primary.database(DATABASE);
            try (Cluster standby = primary.standby("replica");
                    Node node = new Node(data)
                            .on(primary, DATABASE)
                            .with("KINDTRAIL_DATABASE_REPLICA_URL", standby.url(DATABASE))
                            .with("KINDTRAIL_DATABASE_REPLICA_LAG", BOUND_SECONDS + "s")) {
                Replica replica = new Replica(primary, standby, node, rounds);
                replica.run();
                good = replica.good;
            }
        } finally {
            Node.delete(data);
        }
        System.out.println(good ? "The replica is read from where it may be." : "Something is not as it is to be, see above.");
        System.exit(good ? 0 : 1);
    }

    private void run() throws Exception {
        node.start();
        house = Opened.in(primary, DATABASE);
        primary.sql(
                DATABASE,
                "update access set id = -1",
                "update person set password_hash = '" + BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray()) + "'");
        String gift = donated();
        Thread.sleep(3000);
        counted("a tracking page", true, () -> page(gift));
        counted("a drive's page", true, () -> node.status("/d/" + house.drive()));
        counted("a program's report, which takes what is stale", true, () -> asked("/api/v1/overview", "max-stale=10"));
        counted("a program's report", false, () -> asked("/api/v1/overview", ""));
        Reader reader = new Reader();
        int in = reader.signIn(node, node, "trial", PASSWORD).statusCode();
        counted("reports of who sent a form (" + in + ")", false, () -> reader.open(node, "/reports").statusCode());
        Thread.sleep((BOUND_SECONDS + 6) * 1000L);
        counted("reports of who sent none for a while", true, () -> asBrowser(reader, "/reports"));
        atOnce();
        heldUp();
        standby.kill();
        int[] answered = new int[1];
        long began = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            answered[0] += page(gift) == 200 ? 1 : 0;
        }
        say(answered[0] == rounds, rounds + " tracking pages after the standby was killed: " + answered[0] + " answered, in "
                + (System.nanoTime() - began) / 1_000_000 + " ms");
    }

    private int asBrowser(Reader reader, String path) throws Exception {
        return reader.openWithout(node, path, "kindtrail_wrote").statusCode();
    }

    private String donated() throws Exception {
        JsonNode gift = node.tell(house.token(), "POST", "/api/v1/donations", Map.of(
                "drive", house.drive(), "place", house.site(), "lines", List.of(Map.of("item", "jumpers-man", "size", "L", "quantity", 2))));
        return gift.get("trackingCode").asText();
    }

    private int page(String gift) throws Exception {
        return node.status("/t/" + gift);
    }

    private int asked(String path, String cacheControl) throws Exception {
        var request = node.request(path).header("Authorization", "Bearer " + house.token());
        if (!cacheControl.isEmpty()) {
            request.header("Cache-Control", cacheControl);
        }
        return java.net.http.HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private interface Asking {
        int ask() throws Exception;
    }

    private void say(boolean asItIsToBe, String what) {
        good &= asItIsToBe;
        System.out.println((asItIsToBe ? "good:  " : "WRONG: ") + what);
    }

    /**
     * How many transactions the standby counts for so many requests; the watch of the node makes one in a second there. A server
     * process that rests tells its count after up to ten seconds (PostgreSQL's PGSTAT_IDLE_INTERVAL), so that is waited for.
     */
    private void counted(String what, boolean atReplica, Asking asking) throws Exception {
        asking.ask();
        Thread.sleep(COUNTED_AFTER_MILLIS);
        long before = transactions(standby);
        int answered = 0;
        for (int i = 0; i < rounds; i++) {
            answered += asking.ask() == 200 ? 1 : 0;
        }
        Thread.sleep(COUNTED_AFTER_MILLIS);
        long reached = transactions(standby) - before;
        boolean asItIsToBe = answered == rounds && (atReplica ? reached >= rounds : reached < rounds / 2 + 10);
        say(asItIsToBe, what + ", " + rounds + " times: " + answered + " answered, " + reached + " transactions at the replica");
    }

    private static long transactions(Cluster server) throws Exception {
        try (Connection connection = server.connection("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select xact_commit + xact_rollback from pg_stat_database where datname = '" + DATABASE + "'")) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Somebody else opens the page in the moment in which the gift was recorded. */
    private void atOnce() throws Exception {
        int found = 0;
        for (int i = 0; i < rounds; i++) {
            found += page(donated()) == 200 ? 1 : 0;
        }
        say(found == rounds, rounds + " gifts recorded, the page of each opened at once: " + found + " found");
    }

    /** The standby stops replaying: for a while it is good enough, then the primary is asked. */
    private void heldUp() throws Exception {
        standby.sql(DATABASE, "select pg_wal_replay_pause()");
        int found = page(donated()) == 200 ? 1 : 0;
        Thread.sleep((BOUND_SECONDS + 2) * 1000L);
        String gift = donated();
        counted("a tracking page while the standby is held up", false, () -> page(gift));
        standby.sql(DATABASE, "select pg_wal_replay_resume()");
        Thread.sleep(3000);
        counted("a tracking page when it goes on", true, () -> page(gift));
        say(found == 1, "a gift that a standby which is held up does not know yet is found");
    }
}
