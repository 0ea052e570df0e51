import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The clock of the machine is set back an hour while the service runs, and stays so over a start. */
final class SetBack {
    private static final long HOUR = 3600;

    private SetBack() {}

    static void run(Faults faults, Path folder) throws Exception {
        Path library = folder.resolve("clock.so");
        Path source = Path.of(System.getProperty("kindtrail.source"), "scripts", "trials", "clock.c");
        Path clock = folder.resolve("clock");
        set(clock, 0);
        if (!isThere("cc") || Faults.run("cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString(), "-ldl") != 0) {
            faults.say("left out: a C compiler (cc) is needed");
            return;
        }
        try (MailHangs.Server mail = new MailHangs.Server();
                Node node = new Node(folder)) {
            node.with("LD_PRELOAD", library.toString()).with("TRIAL_CLOCK", clock.toString());
            MailHangs.sendBy(node, mail);
            Opened opened = faults.opened(node);
            Bags bags = new Bags(node, opened);
            Instant truth = Instant.now();
            for (int i = 0; i < 5; i++) {
                bags.record();
            }
            Instant before = last(node, opened);
            faults.check(Duration.between(truth, before).abs().toMinutes() < 5, "the clock was wrong before: " + before);

            set(clock, -HOUR);
            Thread.sleep(6000);
            faults.logged(node, "was set back by");
            Instant after = recorded(faults, node, opened, bags, before, "set back while it runs");
            mail.mode = MailHangs.Mode.GOOD;
            MailHangs.donate(node, opened, 1);
            bags.done.put("with a letter", newest(node, opened));
            waitFor(mail, faults.small ? 20 : 60);
            faults.say("what happens by itself goes on: %d letter sent", mail.taken.size());
            faults.check(mail.taken.size() == 1, "the letter was not sent while the clock was back");

            node.stop();
            node.start();
            Instant again = recorded(faults, node, opened, bags, after, "a start with the clock still back");
            set(clock, 0);
            Thread.sleep(6000);
            recorded(faults, node, opened, bags, again, "set right again");
            faults.check(Duration.between(Instant.now(), last(node, opened)).abs().toMinutes() < 5, "the house did not come back to the clock");
            faults.settle(node, bags, "(GET 200|POST 201)");
            node.stop();
            faults.verify(node);
        }
    }

    /** Bags that are recorded now come behind those from before, for whom a token and a repeat count as ever. */
    private static Instant recorded(Faults faults, Node node, Opened opened, Bags bags, Instant before, String when) throws Exception {
        String key = java.util.UUID.randomUUID().toString();
        faults.check(bags.record(key) == 201, when + ": a bag could not be recorded: " + bags.said);
        String code = bags.done.get(key);
        faults.check(bags.record(key) == 201 && bags.done.get(key).equals(code), when + ": the repeat was another");
        Instant now = last(node, opened);
        faults.check(!now.isBefore(before), when + ": recorded at " + now + ", before " + before);
        faults.check(Duration.between(Instant.now(), now).abs().toMinutes() < 5, when + ": " + now + " is not what time it is");
        faults.say("%s: the next bag is written down at %s, after %s; tokens and one-time keys hold", when, now, before);
        return now;
    }

    /** When the newest movement was written down. */
    private static Instant last(Node node, Opened opened) throws IOException, InterruptedException {
        return Instant.parse(node.ask(opened.token(), "/api/v1/donations/" + newest(node, opened)).get("recordedAt").asText());
    }

    private static String newest(Node node, Opened opened) throws IOException, InterruptedException {
        return node.ask(opened.token(), "/api/v1/donations?limit=1").get("rows").get(0).get("code").asText();
    }

    private static void waitFor(MailHangs.Server mail, int seconds) throws InterruptedException {
        for (int waited = 0; waited < seconds * 10 && mail.taken.isEmpty(); waited++) {
            Thread.sleep(100);
        }
    }

    private static void set(Path clock, long seconds) throws IOException {
        byte[] bytes = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putLong(seconds).array();
        try (var file = new java.io.RandomAccessFile(clock.toFile(), "rw")) {
            file.write(bytes);
        }
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv("PATH").split(":")).stream().anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }
}
