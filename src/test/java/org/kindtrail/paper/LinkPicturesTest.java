package org.kindtrail.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class LinkPicturesTest {
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2027-05-05T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hands hands = new Hands();
    private final LinkPictures pictures = new LinkPictures(hands);

    private static LinkPicture picture(String title, String... sentences) {
        return new LinkPicture(
                title,
                "A collection of Warm hands",
                List.of(sentences),
                "Needed: 4 Warm jumpers, man, L; 2 Shoes, man, 42",
                "From 1 May 2027 to 30 May 2027",
                List.of(new LinkPicture.Part(LinkPicture.Look.GOOD, 3), new LinkPicture.Part(LinkPicture.Look.PALE, 1)));
    }

    private Document drawn(LinkPicture picture) {
        return Jsoup.parse(pictures.svg(picture), "", Parser.xmlParser());
    }

    private BufferedImage painted(LinkPicture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(pictures.png(picture)));
    }

    @Test
    void bothPicturesHaveTheSizeThatLinksAreShownWith() throws IOException {
        LinkPicture picture = picture("Warm clothes", "12 things have come in.");
        BufferedImage image = painted(picture);
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
        assertThat(image.getRGB(70, 538) & 0xffffff).isEqualTo(0x1c6b3a);
        assertThat(image.getRGB(1100, 538) & 0xffffff).isEqualTo(0xc9d1da);
        Element svg = drawn(picture).selectFirst("svg");
        assertThat(svg.attr("viewBox")).isEqualTo("0 0 1200 630");
        assertThat(svg.select("text").eachText())
                .containsExactly(
                        "A collection of Warm hands", "Warm clothes", "12 things have come in.",
                        "Needed: 4 Warm jumpers, man, L; 2 Shoes, man, 42", "From 1 May 2027 to 30 May 2027");
    }

    @Test
    void wordsAreBrokenIntoLinesThatStayInThePicture() {
        for (String title : List.of(
                "Warm clothes for the eleven men of the winter shelter and everybody else who comes in from the cold before the spring",
                "Одиннадцатитысячевосемьсотшестидесятичетырёхкилометроворасстояниепреодолеваемоебезостановки",
                "ملابس دافئة لأحد عشر رجلا", "温かい服".repeat(40), "👕".repeat(30), "W".repeat(500))) {
            Document svg = drawn(picture(title, "x ".repeat(400), "y ".repeat(400), "z ".repeat(400)));
            assertThat(svg.select("text")).as(title).hasSizeBetween(4, 12);
            svg.select("text").forEach(text -> {
                int size = Integer.parseInt(text.attr("font-size"));
                boolean bold = text.hasAttr("font-weight");
                assertThat(new DrawnText().layout(text.text(), size, bold).getAdvance()).as(text.text()).isLessThanOrEqualTo(1080);
            });
            List<Integer> lines = svg.select("text").stream().map(text -> Integer.parseInt(text.attr("y"))).toList();
            assertThat(lines).isSorted().doesNotHaveDuplicates();
            assertThat(lines.subList(0, lines.size() - 1)).allMatch(y -> y <= 510);
        }
        assertThat(drawn(picture("W".repeat(500))).select("text").get(1).text()).doesNotContain("\u2026");
        assertThat(drawn(picture("W".repeat(500))).select("text").get(3).text()).endsWith("\u2026");
    }

    @Test
    void markupInATitleIsShownAsTyped() {
        String svg = pictures.svg(picture("<script>alert(1)</script> & \"x\" {y}\u0000\u0007"));
        assertThat(svg).doesNotContain("<script", "\u0000", "\u0007").contains("&lt;script&gt;");
        assertThat(drawn(picture("<b>a</b> & \"x\"")).select("text").get(1).text()).isEqualTo("<b>a</b> & \"x\"");
    }

    @Test
    void whereNothingCameInThereIsNoBar() {
        LinkPicture nothing = new LinkPicture("T", "W", List.of("Nothing has come in yet."), null, "F", List.of());
        assertThat(drawn(nothing).select("rect")).hasSize(2);
        LinkPicture zero = new LinkPicture("T", "W", List.of(), null, "F", List.of(new LinkPicture.Part(LinkPicture.Look.GOOD, 0)));
        assertThat(drawn(zero).select("rect")).hasSize(2);
    }

    @Test
    void theBarIsWholeForTheLargestNumbers() {
        LinkPicture large = new LinkPicture("T", "W", List.of(), null, "F", List.of(
                new LinkPicture.Part(LinkPicture.Look.GOOD, Long.MAX_VALUE / 4),
                new LinkPicture.Part(LinkPicture.Look.DEEP, 1),
                new LinkPicture.Part(LinkPicture.Look.PALE, Long.MAX_VALUE / 4)));
        List<Element> bars = drawn(large).select("rect[y=525]");
        assertThat(bars.stream().mapToInt(bar -> Integer.parseInt(bar.attr("width"))).sum()).isEqualTo(1080);
    }

    @Test
    void whatIsPaintedIsKeptForSomeMinutesByWhatItShows() {
        byte[] first = pictures.png(picture("Warm clothes"));
        assertThat(pictures.png(picture("Warm clothes"))).isEqualTo(first).isNotSameAs(first);
        assertThat(pictures.png(picture("Cold clothes"))).isNotEqualTo(first);
        assertThat(pictures.kept()).isEqualTo(2);
        hands.now = hands.now.plus(Duration.ofMinutes(6));
        assertThat(pictures.png(picture("Warm clothes"))).isEqualTo(first);
        assertThat(pictures.kept()).isEqualTo(1);
    }
}
