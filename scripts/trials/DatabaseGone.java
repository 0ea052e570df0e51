import java.nio.file.Path;
import java.util.List;

/** PostgreSQL is stopped for a minute and comes back. */
final class DatabaseGone {
    private static final int BACK_SECONDS = 15;

    private DatabaseGone() {}

    static void run(Faults faults, Path folder) throws Exception {
        try (Cluster cluster = Cluster.made();
                Node node = new Node(folder)) {
            Bags bags = new Bags(node, faults.opened(node, cluster));
            List<Thread> clients = bags.come(4);
            Thread.sleep(3000);
            cluster.stop();
            Thread.sleep(faults.small ? 4000 : 60_000);
            int live = node.status("/q/health/live");
            int ready = node.status("/q/health/ready");
            int page = node.status("/sign-in");
            faults.say("while it is gone: live %d, ready %d, a page %d; a program is told: %s", live, ready, page, bags.said.get("503"));
            faults.check(live == 200, "live was " + live);
            faults.check(ready == 503, "ready was " + ready);
            faults.check(bags.said.containsKey("503"), "nobody was told");
            cluster.start();
            double took = faults.back(bags, BACK_SECONDS);
            faults.say("%.1f s after it was back, work went on by itself", took);
            faults.check(took >= 0, "work did not go on within " + BACK_SECONDS + " s");
            Thread.sleep(2000);
            Bags.go(clients);
            faults.check(node.status("/q/health/ready") == 200, "it is not ready again");
            faults.logged(node, "The database does not answer");
            faults.settle(node, bags, "(GET 200|POST 201|(GET|POST) 503 with Retry-After)");
            faults.verify(node);
        }
    }
}
