import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands on a trial's command line: names that begin with two dashes, some followed by a value. */
final class Options {
    private final Map<String, String> given = new HashMap<>();

    /** @param valued those that a value follows */
    Options(String[] arguments, List<String> valued, List<String> bare) {
        for (int i = 0; i < arguments.length; i++) {
            if (bare.contains(arguments[i])) {
                given.put(arguments[i], "");
            } else if (valued.contains(arguments[i]) && i + 1 < arguments.length) {
                given.put(arguments[i], arguments[++i]);
            } else {
                System.err.println("There is no option " + arguments[i] + ", or it lacks its value.");
                System.exit(2);
            }
        }
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    String get(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    long number(String name, long otherwise) {
        return given.containsKey(name) ? Long.parseLong(given.get(name)) : otherwise;
    }
}
