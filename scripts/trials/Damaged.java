import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;

/** Bytes of the embedded file change while it is closed, as on a failing disk. */
final class Damaged {
    private static final int PAGE = 4096;

    private Damaged() {}

    static void run(Faults faults, Path folder) throws Exception {
        try (Node node = new Node(folder)) {
            Bags bags = new Bags(node, faults.opened(node));
            for (int i = 0; i < (faults.small ? 40 : 400); i++) {
                bags.record();
            }
            node.stop();
            Path file = folder.resolve("kindtrail.mv.db");
            Path copy = folder.resolve("copy");
            Files.copy(file, copy);
            flip(file, 1, 1);
            faults.say("one byte of %d in the middle of the file is another", Files.size(file));
            refuses(faults, node);
            faults.check(Files.mismatch(file, copy) >= 0, "the file was changed back");

            Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
            node.start();
            faults.say("with the copy from before in its place it starts");
            faults.settle(node, bags, "(GET 200|POST 201)");
            node.kill();
            afterAKill(faults, node, bags, file);
        }
    }

    private static void refuses(Faults faults, Node node) throws Exception {
        String before = faults.log(node);
        String verified = node.verify();
        faults.check(!verified.contains("differences"), "verify looked into it: " + verified);
        try {
            node.start();
            faults.check(false, "it started on a damaged file");
            node.stop();
        } catch (IllegalStateException refused) {
            String said = faults.log(node).substring(before.length());
            int at = said.indexOf("The file of the database is damaged");
            faults.check(at >= 0, "the start did not say why: " + said);
            faults.say("the start is refused: %s", at < 0 ? "-" : said.substring(at).lines().findFirst().orElse(""));
        }
    }

    /** There is no sum of a file that was not closed in order; what the engine finds when it reads must be told then. */
    private static void afterAKill(Faults faults, Node node, Bags bags, Path file) throws Exception {
        flip(file, 40, PAGE);
        String before = faults.log(node);
        String came;
        try {
            node.start();
            bags.said.clear();
            int get = bags.look("/api/v1/donations?limit=500");
            int post = bags.record();
            came = "reading " + get + ", writing " + post + (bags.said.isEmpty() ? "" : ", told: " + bags.said);
            faults.check(get == 200 || get == 503, "reading gave " + get);
            faults.check(post == 201 || post == 503, "writing gave " + post);
            node.stop();
        } catch (IllegalStateException refused) {
            came = "the start is refused";
        }
        String said = faults.log(node).substring(before.length());
        boolean told = said.contains("is damaged") || said.contains("are damaged");
        faults.say("40 pages overwritten after a kill: %s; the log %s", came, told ? "says that the database is damaged" : "says nothing");
        String verified = node.verify();
        faults.say("verify: %s", verified);
        faults.check(told || verified.contains(" 0 differences"), "nobody was told of 40 overwritten pages");
    }

    /** So many runs of so many bytes, in the middle half. */
    private static void flip(Path file, int times, int bytes) throws IOException {
        Random random = new Random(8);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            long half = open.length() / 2;
            for (int i = 0; i < times; i++) {
                byte[] other = new byte[bytes];
                long at = half / 2 + (long) (random.nextDouble() * half);
                open.seek(at);
                int old = open.read();
                random.nextBytes(other);
                other[0] = (byte) (old ^ 0x5A);
                open.seek(at);
                open.write(other, 0, (int) Math.min(bytes, open.length() - at));
            }
        }
    }
}
