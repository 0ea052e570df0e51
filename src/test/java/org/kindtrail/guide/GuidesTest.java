package org.kindtrail.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.web.HelpPlaces;
import org.kindtrail.web.Languages;

/** The guides as they are packed, and what leads to them. */
@Tag("once")
class GuidesTest {
    private static final Path DOCUMENTS = Path.of("docs/guide");

    private final Guides guides = new Guides();

    private Guide english(String name) {
        return guides.read(GuideName.read(name).orElseThrow(), "en");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".md"))
                    .map(file -> file.replace(".md", ""))
                    .toList();
        }
    }

    @Test
    void everyGuideOfTheDocumentsIsInTheProgram() throws IOException {
        assertThat(Arrays.stream(GuideName.values()).map(GuideName::word))
                .containsExactlyInAnyOrderElementsOf(files(DOCUMENTS));
    }

    @Test
    void everyPlaceOfHelpIsThere() {
        assertThat(HelpPlaces.all()).hasSizeGreaterThan(90).allSatisfy((path, place) -> {
            String[] parts = place.split("#");
            Guide guide = english(parts[0]);
            if (parts.length == 2) {
                assertThat(guide.parts()).as("%s -> %s", path, place).extracting(Guide.Part::id).contains(parts[1]);
            }
        });
    }

    @Test
    void everyLinkInAGuideLeadsSomewhere() {
        for (GuideName name : GuideName.values()) {
            for (String language : Languages.SPOKEN) {
                Document page = Jsoup.parse(guides.read(name, language).html());
                for (Element link : page.select("a")) {
                    String to = link.attr("href");
                    assertThat(to).as("%s in %s", name, language).startsWith("/guide/");
                    String[] parts = to.replaceFirst("^/guide/", "").split("#");
                    Guide other = english(parts[0]);
                    if (parts.length == 2) {
                        assertThat(other.parts()).extracting(Guide.Part::id).contains(parts[1]);
                    }
                }
            }
        }
    }

    @Test
    void aTranslatedGuideHasThePartsOfTheEnglishOneUnderTheSameAnchors() throws IOException {
        for (String language : List.of("ru", "kk", "ky")) {
            assertThat(files(DOCUMENTS.resolve(language))).as(language).contains("volunteer", "partner", "donor");
            for (String name : files(DOCUMENTS.resolve(language))) {
                Guide translated = guides.read(GuideName.read(name).orElseThrow(), language);
                assertThat(translated.language()).isEqualTo(language);
                assertThat(translated.parts())
                        .as("%s in %s", name, language)
                        .extracting(Guide.Part::id, Guide.Part::deep)
                        .isEqualTo(english(name).parts().stream()
                                .map(part -> org.assertj.core.groups.Tuple.tuple(part.id(), part.deep()))
                                .toList());
                assertThat(translated.title()).isNotEqualTo(english(name).title());
            }
        }
    }

    @Test
    void everyPictureIsInAGuideAndSaysWhatIsToBeSeen() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (GuideName name : GuideName.values()) {
            for (String language : Languages.SPOKEN) {
                Guide guide = guides.read(name, language);
                for (Element picture : Jsoup.parse(guide.html()).select("img")) {
                    String file = picture.attr("src").replace("/guide/pictures/", "");
                    assertThat(GuidePicture.named(file)).as(file).isPresent();
                    assertThat(picture.attr("alt")).as(file).hasSizeGreaterThan(20);
                    assertThat(file.contains("-") ? file.replaceFirst(".*-(..)\\.png", "$1") : "en").isEqualTo(guide.language());
                    shown.add(file);
                }
            }
        }
        assertThat(shown).isEqualTo(listedByTheScript()).isEqualTo(pictures());
    }

    @Test
    void noGuideNamesAPictureThatIsNotThere() throws IOException {
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            for (Path guide : files.filter(file -> file.toString().endsWith(".md")).toList()) {
                Matcher picture = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)").matcher(Files.readString(guide));
                while (picture.find()) {
                    assertThat(guide.resolveSibling(picture.group(1))).exists();
                }
            }
        }
    }

    @Test
    void picturesAreSmallEnoughForASlowLine() throws IOException {
        long all = 0;
        for (String file : pictures()) {
            GuidePicture picture = GuidePicture.named(file).orElseThrow();
            assertThat(picture.png().length).as(file).isLessThan(40_000);
            assertThat(picture.width()).as(file).isEqualTo(360);
            all += picture.png().length;
        }
        assertThat(all).isLessThan(1_000_000);
    }

    private static Set<String> pictures() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/pictures"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals("start.png"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> listedByTheScript() throws IOException {
        Set<String> listed = new TreeSet<>();
        Matcher picture = Pattern.compile("new Picture\\(\"([a-z]+)\", [^,]+, (ALL|ENGLISH),")
                .matcher(Files.readString(Path.of("scripts/Pictures.java")));
        while (picture.find()) {
            for (String language : picture.group(2).equals("ALL") ? Languages.SPOKEN : List.of("en")) {
                listed.add(picture.group(1) + (language.equals("en") ? "" : "-" + language) + ".png");
            }
        }
        return listed;
    }

    @Test
    void anAnchorStandsOnceAndAtItsHeading() {
        for (GuideName name : GuideName.values()) {
            Guide guide = guides.read(name, "en");
            Document page = Jsoup.parse(guide.html());
            assertThat(page.select("h1")).as(guide.name()).isEmpty();
            assertThat(guide.title()).isNotBlank();
            assertThat(guide.parts()).as(guide.name()).extracting(Guide.Part::id).doesNotHaveDuplicates();
            guide.parts().forEach(part -> assertThat(page.select("[id='" + part.id() + "']")).as(part.id()).hasSize(1));
        }
    }

    @Test
    void boldWordsThatBeginAParagraphAreAHeading() {
        Guide guide = Markdown.of("x", "en", "# T\n\n**Do it.** Then *this*.\n\n**Half** of it.", List.of());
        assertThat(guide.title()).isEqualTo("T");
        assertThat(guide.html()).isEqualTo(
                "<h2 id=\"do-it\">Do it</h2>\n<p>Then <em>this</em>.</p>\n<p id=\"half\"><strong>Half</strong> of it.</p>\n");
        assertThat(guide.parts()).containsExactly(new Guide.Part("do-it", "Do it", false), new Guide.Part("half", "Half", false));
    }

    @Test
    void beneathAHeadingTheyStandLower() {
        Guide guide = Markdown.of("x", "en", "## A\n\n**B.** C", List.of());
        assertThat(guide.html()).isEqualTo("<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<p>C</p>\n");
        assertThat(guide.parts()).extracting(Guide.Part::deep).containsExactly(false, true);
    }

    @Test
    void markupInAGuideIsShownAsTyped() {
        String html = Markdown.of("x", "en", "<b>bold</b> <script>alert(1)</script>\n\n<div>\nx\n</div>", List.of()).html();
        assertThat(html).doesNotContain("<b>", "<script", "<div").contains("&lt;b&gt;", "&lt;script&gt;", "&lt;div&gt;");
    }

    @Test
    void whatIsNotInTheProgramIsNoLink() {
        String text = "[a](../operations.md) [b](packing.md) [c](../packing.md#pack) [d](javascript:alert) ![e](x.png) ![f](../pictures/start.png)";
        assertThat(Markdown.of("x", "en", text, List.of()).html())
                .isEqualTo("<p>a <a href=\"/guide/packing\">b</a> c d e f</p>\n");
        assertThat(Markdown.of("x", "ru", text, List.of()).html())
                .isEqualTo("<p>a <a href=\"/guide/packing\">b</a> <a href=\"/guide/packing#pack\">c</a> d e f</p>\n");
    }

    @Test
    void aTableHasHeadsAndNoLooks() {
        assertThat(Markdown.of("x", "en", "| a |\n| :-: |\n| b |", List.of()).html())
                .contains("<th scope=\"col\">a</th>", "<td>b</td>");
    }
}
