import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What scripts/libraries runs; see there. */
class Libraries {
    private static final String BEGIN = "| library | version | licence |\n| --- | --- | --- |\n";
    /** Names that some libraries give their licence, as SPDX writes them. */
    private static final Map<String, String> SPDX = Map.of(
            "GNU General Public License, version 2 with the GNU Classpath Exception", "GPL-2.0-with-classpath-exception",
            "EPL 1.0", "EPL-1.0",
            "GNU Lesser General Public License (LGPL), Version 2.1", "LGPL-2.1",
            "Mozilla Public License Version 2.0", "MPL-2.0",
            "Public Domain", "public domain");

    public static void main(String[] arguments) throws IOException {
        Path source = Path.of(System.getProperty("kindtrail.source"));
        Path list = source.resolve("docs/libraries.md");
        TreeSet<String> lines = new TreeSet<>();
        for (JsonNode each : new ObjectMapper().readTree(source.resolve("target/bom.json").toFile()).path("components")) {
            if (isPacked(each)) {
                lines.add("| " + name(each) + " | " + each.path("version").asText() + " | " + licences(each) + " |");
            }
        }
        String before = Files.readString(list);
        int begin = before.indexOf(BEGIN) + BEGIN.length();
        String now = before.substring(0, begin) + String.join("\n", lines) + "\n";
        if (List.of(arguments).contains("--write")) {
            Files.writeString(list, now);
        }
        boolean right = Files.readString(list).equals(now);
        System.out.printf("%d libraries in target/bom.json, %s docs/libraries.md%n", lines.size(), right ? "as in" : "not as in");
        System.exit(right ? 0 : 1);
    }

    private static boolean isPacked(JsonNode component) {
        for (JsonNode property : component.path("properties")) {
            if (property.path("name").asText().equals("quarkus:component:scope")) {
                return property.path("value").asText().equals("runtime")
                        && !component.path("group").asText().equals("org.kindtrail");
            }
        }
        return false;
    }

    /** A part that is different on each kind of machine stands once for all of them. */
    private static String name(JsonNode component) {
        String name = component.path("name").asText();
        return component.path("group").asText() + ":" + name.replaceFirst("^native-.*", "native-*");
    }

    private static String licences(JsonNode component) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : component.path("licenses")) {
            JsonNode licence = each.path("license");
            String name = each.has("expression")
                    ? each.path("expression").asText()
                    : licence.path(licence.has("id") ? "id" : "name").asText();
            all.add(SPDX.getOrDefault(name, name));
        }
        return all.isEmpty() ? "not told" : String.join(", ", all);
    }
}
