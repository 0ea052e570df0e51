import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What scripts/faults runs; see there. */
final class Faults {
    private static final Pattern FRAME = Pattern.compile("(?m)^\\s+at [a-z]");
    /** A few for something that nobody foresaw are no flood. */
    private static final int MOST_FRAMES = 400;

    final List<String> faults = new ArrayList<>();
    boolean small;
    private Set<String> only = new TreeSet<>(List.of("full", "gone", "clock", "mail", "damaged"));
    private final Map<String, String> settings = new HashMap<>();
    private String part = "";

    /** One of the faults. */
    interface Part {
        void run(Faults faults, Path folder) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Faults trial = new Faults();
        trial.read(arguments);
        System.exit(trial.run() ? 0 : 1);
    }

    private void read(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--small" -> small = true;
                case "--only" -> only = new TreeSet<>(Arrays.asList(arguments[++i].split(",")));
                case "--with" -> {
                    String[] setting = arguments[++i].split("=", 2);
                    settings.put(setting[0], setting[1]);
                }
                default -> throw new IllegalArgumentException("unknown: " + arguments[i] + "; scripts/faults --help");
            }
        }
    }

    private boolean run() throws Exception {
        part("full", DiskFull::onTheEmbeddedFile);
        if (!small) {
            part("full", DiskFull::onPostgresql);
        }
        part("gone", DatabaseGone::run);
        part("clock", SetBack::run);
        part("mail", MailHangs::run);
        part("damaged", Damaged::run);
        faults.forEach(each -> System.out.println("FAULT: " + each));
        System.out.println(faults.isEmpty() ? "faults: each holds" : "faults: not all hold");
        return faults.isEmpty();
    }

    private void part(String name, Part run) throws Exception {
        if (!only.contains(name)) {
            return;
        }
        part = name;
        Path folder = Files.createTempDirectory("kindtrail-faults");
        try {
            run.run(this, folder);
        } finally {
            Node.delete(folder);
        }
    }

    void say(String format, Object... facts) {
        System.out.printf("%-8s %s%n", part + ":", String.format(format, facts));
    }

    void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(part + ": " + fault);
            System.out.println("FAULT: " + part + ": " + fault);
        }
    }

    /** On a fresh embedded file in the folder, running, with somebody to work in it. */
    Opened opened(Node node) throws Exception {
        settings.forEach(node::with);
        node.start();
        node.stop();
        Opened opened = Opened.in(node);
        node.start();
        return opened;
    }

    /** The same on a database of a server. */
    Opened opened(Node node, Cluster cluster) throws Exception {
        settings.forEach(node::with);
        cluster.database("trial");
        node.on(cluster, "trial").start();
        return Opened.in(cluster, "trial");
    }

    /** Waits until a bag can be recorded again; the seconds it took, or -1. */
    double back(Bags bags, int most) throws InterruptedException {
        long began = System.nanoTime();
        while ((System.nanoTime() - began) / 1e9 < most) {
            if (bags.record() == 201) {
                return (System.nanoTime() - began) / 1e9;
            }
            Thread.sleep(200);
        }
        return -1;
    }

    /** What was answered is there once, every answer was one of these, and the log is no flood. */
    void settle(Node node, Bags bags, String wanted) throws IOException, InterruptedException {
        String lost = bags.lost();
        check(lost.isEmpty(), lost);
        say("%d bags recorded%s; answers: %s", bags.done.size(), lost.isEmpty() ? ", each there once, and no other" : "", new TreeMap<>(bags.answers));
        bags.answers.keySet().stream()
                .filter(each -> !each.matches(wanted))
                .forEach(each -> check(false, "an answer was " + each + " " + bags.said.getOrDefault(each.replaceAll("\\D", ""), "")));
        long frames = FRAME.matcher(log(node)).results().count();
        check(frames <= MOST_FRAMES, "the log is a flood: " + frames + " lines of stack traces, under: " + headsOfTraces(log(node)));
    }

    /** What was logged with a stack trace, by logger, and how often. */
    private static Map<String, Integer> headsOfTraces(String log) {
        Map<String, Integer> heads = new TreeMap<>();
        String head = "";
        boolean counted = false;
        for (String line : (Iterable<String>) log.lines()::iterator) {
            if (line.matches("\\d{4}-\\d\\d-\\d\\d .*")) {
                head = line.replaceFirst("^\\S+ \\S+ ", "").replaceFirst("^(\\S+\\s+)[a-z0-9]{8} ", "$1");
                head = head.substring(0, Math.min(120, head.length()));
                counted = false;
            } else if (!counted && line.startsWith("\tat ")) {
                heads.merge(head, 1, Integer::sum);
                counted = true;
            }
        }
        return heads;
    }

    void verify(Node node) throws IOException, InterruptedException {
        String verified = node.verify();
        say("verify: %s", verified);
        check(verified.contains("0 differences"), "the ledger differs: " + verified);
    }

    String log(Node node) throws IOException {
        return Files.readString(node.log());
    }

    /** The line of the log that tells it, printed. */
    void logged(Node node, String words) throws IOException {
        List<String> lines = log(node).lines().filter(each -> each.contains(words)).toList();
        check(!lines.isEmpty(), "the log does not say: " + words);
        check(lines.size() <= 5, "the log says it " + lines.size() + " times");
        lines.stream().findFirst().ifPresent(each -> say("log: %s", each));
    }

    static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor();
    }
}
