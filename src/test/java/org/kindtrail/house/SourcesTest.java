package org.kindtrail.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only the text of the sources shows. */
@Tag("once")
class SourcesTest {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

    @Test
    void everyFileOfJavaCanBeReadInOneSitting() {
        Map<String, String> java = Sources.below("src", ".java");
        assertThat(java).hasSizeGreaterThan(50);
        assertThat(java.entrySet())
                .filteredOn(file -> file.getValue().getBytes(StandardCharsets.UTF_8).length > 24 * 1024)
                .extracting(Map.Entry::getKey)
                .as("files over 24 KB")
                .isEmpty();
    }

    @Test
    void noFloatingPointComesNearStock() {
        assertNone(
                "src/main/java/org/kindtrail/stock",
                Pattern.compile("\\b(?:double|float|Double|Float|doubleValue|floatValue)\\b"),
                path -> true);
    }

    @Test
    void noRoomWritesStockPastTheLedgersRoom() {
        assertNone(
                "src/main/java",
                Pattern.compile("(?i)\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+"
                        + "(?:lot|movement|balance|allocation|conversion)\\b"),
                path -> !path.contains("/kindtrail/stock/"));
    }

    @Test
    void noTestIsSwitchedOffAndNothingIsLeftForLater() {
        assertNone("src", Pattern.compile("@Dis" + "abled\\b|\\bFIX" + "ME\\b|\\bTO" + "DO\\b"), path -> path.endsWith(".java"));
    }

    /** By itself it would start another house, on H2 also where PostgreSQL is tested. */
    @Test
    void everyTestOfTheHouseRunsInTheOneThatIsThere() {
        assertNone("src/test/java", Pattern.compile("@Quarkus" + "Test\\b"), path -> !path.endsWith("HouseTest.java"));
    }

    private static void assertNone(String folder, Pattern pattern, Predicate<String> where) {
        Map<String, String> java = Sources.below(folder, ".java");
        assertThat(java).isNotEmpty();
        assertThat(java.entrySet())
                .filteredOn(file -> where.test(file.getKey()))
                .filteredOn(file -> pattern.matcher(COMMENT.matcher(file.getValue()).replaceAll(" ")).find())
                .extracting(Map.Entry::getKey)
                .as(pattern.pattern())
                .isEmpty();
    }
}
