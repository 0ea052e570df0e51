package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What holds for every page of the house, whoever reads it and with whatever. */
final class WellMade {
    /** What comes with the first packets of a connection. */
    private static final int FIRST_LOAD = 14 * 1024;

    private WellMade() {}

    /** @param where to name it by when something is not as it should be */
    static void is(String where, String html) {
        Document page = Jsoup.parse(html);
        assertThat(page.select("html").attr("lang")).as("lang of %s", where).isNotBlank();
        assertThat(page.title()).as("title of %s", where).endsWith(" - Kindtrail").doesNotStartWith(" -");
        runsNothing(where, page);
        headings(where, page);
        assertThat(page.select("[id]").eachAttr("id")).as("ids of %s", where).doesNotHaveDuplicates().doesNotContain("");
        everythingIsNamed(where, page);
        everyReferenceLeadsSomewhere(where, page);
        tables(where, page);
        assertThat(packed(html)).as("bytes of the first load of %s", where).isLessThanOrEqualTo(FIRST_LOAD);
    }

    private static void runsNothing(String where, Document page) {
        assertThat(page.select("script, iframe, object, embed, [style], [href^=javascript:], link[rel=stylesheet]"))
                .as("script and style in %s", where)
                .isEmpty();
        for (Element each : page.getAllElements()) {
            assertThat(each.attributes().asList())
                    .as("attributes of %s in %s", each.normalName(), where)
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
    }

    private static void headings(String where, Document page) {
        List<Element> headings = page.select("h1, h2, h3, h4, h5, h6");
        assertThat(page.select("main h1")).as("h1 of %s", where).hasSize(1);
        assertThat(page.select("h1")).as("h1 of %s", where).hasSize(1);
        assertThat(headings).as("headings of %s", where).noneMatch(each -> each.text().isBlank());
        int before = 0;
        for (Element heading : headings) {
            int level = heading.normalName().charAt(1) - '0';
            // what is at fault stands above everything else
            if (heading.closest(".faults") == null) {
                assertThat(level).as("level of \"%s\" in %s", heading.text(), where).isBetween(1, before + 1);
                before = level;
            }
        }
    }

    private static void everythingIsNamed(String where, Document page) {
        for (Element field : page.select("input:not([type=hidden]), select, textarea")) {
            boolean labelled = !field.attr("aria-label").isBlank()
                    || field.closest("label") != null && !field.closest("label").text().isBlank()
                    || !field.id().isEmpty()
                            && page.select("label").stream()
                                    .anyMatch(label -> label.attr("for").equals(field.id())
                                            && !label.text().isBlank());
            assertThat(labelled).as("label of %s in %s", field.outerHtml(), where).isTrue();
        }
        for (Element each : page.select("button, a[href], summary, legend, option:not([value]), fieldset > legend")) {
            assertThat(each.text() + each.attr("aria-label") + String.join("", each.select("img").eachAttr("alt")))
                    .as("words of %s in %s", each.outerHtml(), where)
                    .isNotBlank();
        }
        assertThat(page.select("img:not([alt])")).as("pictures without alt in %s", where).isEmpty();
        for (Element picture : page.select("svg[role=img]")) {
            assertThat(picture.attr("aria-label") + picture.select("title").text())
                    .as("words of a picture in %s", where)
                    .isNotBlank();
        }
        assertThat(page.select("svg:not([role=img]):not([aria-hidden=true])"))
                .as("pictures without words in %s", where)
                .isEmpty();
    }

    private static void everyReferenceLeadsSomewhere(String where, Document page) {
        for (String attribute : List.of("for", "list", "aria-describedby", "aria-labelledby")) {
            for (Element each : page.select("[" + attribute + "]")) {
                for (String id : each.attr(attribute).split(" ")) {
                    assertThat(page.getElementById(id)).as("%s=%s in %s", attribute, id, where).isNotNull();
                }
            }
        }
        for (Element each : page.select("a[href^=#]")) {
            assertThat(page.getElementById(each.attr("href").substring(1)))
                    .as("%s in %s", each.outerHtml(), where)
                    .isNotNull();
        }
    }

    private static void tables(String where, Document page) {
        for (Element table : page.select("table")) {
            assertThat(table.select("th")).as("heads of a table in %s", where).isNotEmpty();
            assertThat(table.select("th:not([scope])")).as("heads without scope in %s", where).isEmpty();
        }
    }

    private static int packed(String html) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.size();
    }
}
