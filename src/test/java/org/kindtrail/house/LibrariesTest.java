package org.kindtrail.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/libraries.md lists what is packed with the service; a library that comes in by the way is seen here. */
@Tag("once")
class LibrariesTest {
    /** What the build has resolved, written down by the Quarkus plugin before the tests are compiled. */
    private static final Path RESOLVED = Path.of("target/quarkus/bootstrap/test-app-model.dat");
    /** Quarkus marks with this what is on the class path of the running service. */
    private static final int AT_RUN_TIME = 4;
    /** One of them is enough where a library offers several. */
    private static final Set<String> LICENCES = Set.of(
            "Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "EPL-1.0", "EPL-2.0", "MPL-2.0", "Unicode-3.0",
            "public domain");

    @Test
    void everyLibraryIsListedWithItsVersionAndNoOther() throws IOException {
        TreeSet<String> listed = new TreeSet<>();
        entries().forEach(entry -> listed.add(entry.get(0) + " " + entry.get(1)));
        TreeSet<String> resolved = resolved();
        assertThat(resolved).hasSizeGreaterThan(100);
        assertThat(listed).as("docs/libraries.md; scripts/libraries --write lists anew").isEqualTo(resolved);
    }

    @Test
    void everyLibraryMayBeUsedHere() throws IOException {
        assertThat(entries())
                .filteredOn(entry -> Arrays.stream(entry.get(2).split(", ")).noneMatch(LICENCES::contains))
                .as("libraries under another licence")
                .isEmpty();
    }

    private static TreeSet<String> resolved() throws IOException {
        TreeSet<String> resolved = new TreeSet<>();
        for (JsonNode each : new ObjectMapper().readTree(RESOLVED.toFile()).path("dependencies")) {
            if ((each.path("flags").asInt() & AT_RUN_TIME) != 0 && !each.path("scope").asText().equals("test")) {
                // group:artifact:classifier:type:version
                String[] named = each.path("maven-artifact").asText().split(":");
                resolved.add(named[0] + ":" + named[1].replaceFirst("^native-.*", "native-*") + " " + named[named.length - 1]);
            }
        }
        return resolved;
    }

    private static List<List<String>> entries() throws IOException {
        return Files.readAllLines(Path.of("docs/libraries.md")).stream()
                .filter(line -> line.startsWith("| ") && line.contains(":") && !line.startsWith("| ---"))
                .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
                .toList();
    }
}
