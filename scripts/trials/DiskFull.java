import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The disk of the database has no room left, and gets some again. */
final class DiskFull {
    private static final int BACK_SECONDS = 30;
    private static final String ANSWERS = "(GET 200|POST 201|(GET|POST) 503 with Retry-After)";

    private DiskFull() {}

    /** Mounts a small disk at the folder; null where that is not allowed. */
    private static Disk disk(Faults faults, Path folder, int megabytes) throws IOException, InterruptedException {
        Path at = Files.createDirectories(folder.resolve("disk"));
        if (Faults.run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=0700", "tmpfs", at.toString()) != 0) {
            faults.say("left out: a small disk can be mounted by root only");
            return null;
        }
        return new Disk(at);
    }

    private record Disk(Path at) implements AutoCloseable {
        /** Takes all the room but so much. */
        void fill(int leaveMegabytes) throws IOException {
            long room = Files.getFileStore(at).getUsableSpace() - ((long) leaveMegabytes << 20);
            byte[] part = new byte[1 << 16];
            try (OutputStream out = Files.newOutputStream(at.resolve("ballast"), java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
                for (long at = 0; at < room || leaveMegabytes == 0; at += part.length) {
                    out.write(part);
                }
            } catch (IOException full) {
                if (leaveMegabytes > 0) {
                    throw full;
                }
            }
        }

        void free() throws IOException {
            Files.deleteIfExists(at.resolve("ballast"));
        }

        @Override
        public void close() throws IOException {
            try {
                Faults.run("umount", "-l", at.toString());
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static void onTheEmbeddedFile(Faults faults, Path folder) throws Exception {
        try (Disk disk = disk(faults, folder, 160)) {
            if (disk == null) {
                return;
            }
            Path data = Files.createDirectories(disk.at().resolve("data"));
            // Not on the disk that is full: there the log could not be written either.
            try (Node node = new Node(data).logIn(folder)) {
                Bags bags = new Bags(node, faults.opened(node));
                bags.record();
                disk.fill(30);
                Thread.sleep(2500);
                int post = bags.record();
                int get = bags.look("/api/v1/donations?limit=5");
                faults.say("little room left: writing %d, reading %d; told: %s", post, get, bags.said.get("503"));
                faults.check(post == 503 && get == 200, "with little room left writing was " + post + ", reading " + get);
                faults.logged(node, "Nothing is written from here on");
                disk.free();
                double took = faults.back(bags, BACK_SECONDS);
                faults.say("%.1f s after room was made, work went on by itself", took);
                faults.check(took >= 0, "work did not go on");
                faults.settle(node, bags, ANSWERS);
                node.stop();
                faults.verify(node);
                toTheLastByte(faults, disk, node, bags);
            }
        }
    }

    /** As when something else takes the last room at once: the engine fails in the middle of a write. */
    private static void toTheLastByte(Faults faults, Disk disk, Node node, Bags bags) throws Exception {
        node.with("KINDTRAIL_DISK_LEAST", "0").start();
        List<Thread> clients = bags.come(4);
        Thread.sleep(1500);
        bags.said.clear();
        disk.fill(0);
        toldOrLate(bags);
        Thread.sleep(faults.small ? 1000 : 20_000);
        faults.say("no byte left: told: %s", bags.said.get("503"));
        faults.check(bags.said.containsKey("503"), "nobody was told");
        disk.free();
        double took = faults.back(bags, BACK_SECONDS);
        faults.say("%.1f s after room was made, work went on by itself", took);
        faults.check(took >= 0, "work did not go on");
        Bags.go(clients);
        faults.logged(node, "There is no room left on the disk");
        faults.settle(node, bags, ANSWERS);
        node.stop();
        faults.verify(node);
    }

    private static void toldOrLate(Bags bags) throws InterruptedException {
        for (int waited = 0; waited < 600 && !bags.said.containsKey("503"); waited++) {
            Thread.sleep(100);
        }
    }

    static void onPostgresql(Faults faults, Path folder) throws Exception {
        try (Disk disk = disk(faults, folder, 500)) {
            if (disk == null) {
                return;
            }
            try (Cluster cluster = Cluster.made("max_wal_size = '64MB'", "min_wal_size = '32MB'");
                    Node node = new Node(Files.createDirectories(folder.resolve("data")))) {
                cluster.stop();
                Path there = disk.at().resolve("data");
                faults.check(Faults.run("cp", "-a", cluster.data(), there.toString()) == 0, "the cluster could not be moved");
                Node.delete(Path.of(cluster.data()));
                Files.createSymbolicLink(Path.of(cluster.data()), there);
                cluster.start();
                Bags bags = new Bags(node, faults.opened(node, cluster));
                List<Thread> clients = bags.come(4);
                Thread.sleep(2000);
                disk.fill(0);
                toldOrLate(bags);
                Thread.sleep(10_000);
                faults.say("PostgreSQL, no byte left: told: %s", bags.said.get("503"));
                faults.check(bags.said.containsKey("503"), "nobody was told");
                disk.free();
                if (!isUp(cluster)) {
                    faults.say("PostgreSQL had ended itself, as it does when it cannot write its log; whoever runs it starts it again");
                    Files.deleteIfExists(Path.of(cluster.data(), "postmaster.pid"));
                    cluster.start();
                }
                double took = faults.back(bags, BACK_SECONDS);
                faults.say("%.1f s after room was made, work went on by itself", took);
                faults.check(took >= 0, "work did not go on");
                Bags.go(clients);
                faults.settle(node, bags, ANSWERS);
                faults.verify(node);
            }
        }
    }

    private static boolean isUp(Cluster cluster) throws InterruptedException {
        for (int tries = 0; tries < 10; tries++) {
            try (var connection = cluster.connection("trial")) {
                return true;
            } catch (java.sql.SQLException down) {
                Thread.sleep(1000);
            }
        }
        return false;
    }
}
