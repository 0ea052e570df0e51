import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The mail server accepts and says nothing, puts letters off, or hangs up in the middle. */
final class MailHangs {
    private static final int LETTERS = 6;
    private static final int MOST_MILLIS = 2_000;

    private MailHangs() {}

    /** How the server behaves. */
    enum Mode {
        SILENT,
        /** Every recipient is put off (451). */
        LATER,
        /** It hangs up when a letter is all there, before it says whether it took it. */
        HANGS_UP,
        GOOD
    }

    /** A mail server of the trial's own. */
    static final class Server implements AutoCloseable {
        volatile Mode mode = Mode.SILENT;
        /** The numbers of the letters that were all there, in each mode that lets one come so far. */
        final List<String> taken = new CopyOnWriteArrayList<>();
        final List<String> broken = new CopyOnWriteArrayList<>();
        private final ServerSocket listening;

        Server() throws IOException {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread accepting = new Thread(() -> {
                while (!listening.isClosed()) {
                    try {
                        Socket line = listening.accept();
                        Thread talk = new Thread(() -> talk(line));
                        talk.setDaemon(true);
                        talk.start();
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            accepting.setDaemon(true);
            accepting.start();
        }

        int port() {
            return listening.getLocalPort();
        }

        private void talk(Socket line) {
            try (line) {
                if (mode == Mode.SILENT) {
                    Thread.sleep(600_000);
                }
                BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = line.getOutputStream();
                say(out, "220 trial");
                for (String said = in.readLine(); said != null; said = in.readLine()) {
                    String word = said.toUpperCase(java.util.Locale.ROOT);
                    if (word.startsWith("DATA")) {
                        say(out, "354 go on");
                        String number = letter(in);
                        if (mode == Mode.HANGS_UP) {
                            broken.add(number);
                            return;
                        }
                        taken.add(number);
                        say(out, "250 taken");
                    } else if (word.startsWith("RCPT") && mode == Mode.LATER) {
                        say(out, "451 later");
                    } else if (word.startsWith("QUIT")) {
                        say(out, "221 bye");
                        return;
                    } else {
                        say(out, "250 trial");
                    }
                }
            } catch (IOException | InterruptedException gone) {
                // the end of this line
            }
        }

        private static String letter(BufferedReader in) throws IOException {
            String number = "";
            for (String each = in.readLine(); each != null && !each.equals("."); each = in.readLine()) {
                if (each.startsWith("Message-ID:")) {
                    number = each.substring(11).strip();
                }
            }
            return number;
        }

        private static void say(OutputStream out, String reply) throws IOException {
            out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    static void sendBy(Node node, Server server) {
        node.with("KINDTRAIL_MAIL_HOST", "127.0.0.1")
                .with("KINDTRAIL_MAIL_PORT", String.valueOf(server.port()))
                .with("KINDTRAIL_MAIL_TLS", "none")
                .with("KINDTRAIL_MAIL_FROM", "house@example.org")
                .with("KINDTRAIL_MAIL_EVERY", "1s");
    }

    /** Gifts whose givers asked to be told by e-mail that they were written down. */
    static void donate(Node node, Opened opened, int letters) throws IOException, InterruptedException {
        for (int i = 0; i < letters; i++) {
            node.tell(
                    opened.token(),
                    "POST",
                    "/api/v1/donations",
                    Map.of(
                            "drive", opened.drive(),
                            "place", opened.site(),
                            "newDonor", "Giver " + i,
                            "contact", Map.of("email", "giver" + i + "@example.org", "wants", List.of("received")),
                            "lines", List.of(Map.of("item", "towels", "quantity", 2))));
        }
    }

    static void run(Faults faults, Path folder) throws Exception {
        try (Server mail = new Server();
                Node node = new Node(folder)) {
            sendBy(node, mail);
            Opened opened = faults.opened(node);
            Bags bags = new Bags(node, opened);
            for (int i = 0; i < 20; i++) {
                bags.record();
            }
            donate(node, opened, LETTERS);
            long worst = 0;
            for (long end = System.nanoTime() + (faults.small ? 4 : 15) * 1_000_000_000L; System.nanoTime() < end; ) {
                long began = System.nanoTime();
                bags.record();
                worst = Math.max(worst, (System.nanoTime() - began) / 1_000_000);
            }
            Map<String, Long> states = states(node, opened);
            faults.say("while the server says nothing: %s; recording a bag takes %d ms at most", states, worst);
            faults.check(worst < MOST_MILLIS, "recording a bag took " + worst + " ms");
            faults.check(mail.taken.isEmpty() && states.getOrDefault("sent", 0L) == 0, "a letter counts as sent");
            if (!faults.small) {
                onwards(faults, node, opened, mail);
            }
            // The donors' gifts are beside those that the book knows.
            faults.check(bags.answers.keySet().equals(Set.of("POST 201")), "answers: " + bags.answers);
            node.stop();
            faults.verify(node);
        }
    }

    private static void onwards(Faults faults, Node node, Opened opened, Server mail) throws Exception {
        mail.mode = Mode.LATER;
        Thread.sleep(75_000);
        faults.say("put off (451): %s", states(node, opened));
        faults.check(mail.taken.isEmpty(), "a letter that was put off counts as taken");
        mail.mode = Mode.HANGS_UP;
        for (int waited = 0; waited < 180 && mail.broken.isEmpty(); waited++) {
            Thread.sleep(1000);
        }
        mail.mode = Mode.GOOD;
        faults.say("hung up in the middle of a letter: %s", states(node, opened));
        for (int waited = 0; waited < 500 && states(node, opened).getOrDefault("waiting", 0L) > 0; waited++) {
            Thread.sleep(1000);
        }
        Map<String, Long> states = states(node, opened);
        Set<String> each = new HashSet<>(mail.taken);
        faults.say("well again: %s; %d letters taken, %d of them different", states, mail.taken.size(), each.size());
        faults.check(each.size() == mail.taken.size(), "a letter was sent twice: " + mail.taken);
        each.retainAll(mail.broken);
        faults.check(each.isEmpty(), "a letter in doubt was sent again: " + each);
        faults.check(mail.taken.size() + mail.broken.size() == LETTERS, "letters are missing");
        faults.check(states.getOrDefault("sent", 0L) == mail.taken.size() && states.getOrDefault("doubtful", 0L) == mail.broken.size(), "the states are wrong");
    }

    /** How many letters are how far. */
    private static Map<String, Long> states(Node node, Opened opened) throws IOException, InterruptedException {
        Map<String, Long> states = new java.util.TreeMap<>();
        for (JsonNode each : node.ask(opened.token(), "/api/v1/messages").get("counts")) {
            states.merge(each.get("state").asText(), each.get("count").asLong(), Long::sum);
        }
        return states;
    }
}
