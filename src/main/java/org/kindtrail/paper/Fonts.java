package org.kindtrail.paper;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * The fonts of printed documents, read once when the first is written. A text is set in as many of them as its letters need;
 * for a sign that none has, such as an emoji, the replacement sign stands.
 */
@ApplicationScoped
public class Fonts {
    private static final List<String> FILES = List.of(
            "NotoSans-Regular.ttf", "DroidSansFallbackFull.ttf", "NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf",
            "NotoSansGeorgian-Regular.ttf", "NotoSansArmenian-Regular.ttf");
    private static final int REPLACEMENT = 0xFFFD;
    /** Persian divides words with it. */
    private static final int NON_JOINER = 0x200C;

    private List<BaseFont> regular;
    private List<BaseFont> bold;

    private synchronized void read() {
        if (regular == null) {
            List<BaseFont> read = FILES.stream().map(Fonts::font).toList();
            List<BaseFont> heavy = new ArrayList<>(read);
            heavy.add(0, font("NotoSans-Bold.ttf"));
            bold = List.copyOf(heavy);
            regular = read;
        }
    }

    private static BaseFont font(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + file)) {
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text in the fonts that have its letters. */
    Phrase phrase(String text, Lettering lettering) {
        read();
        Phrase phrase = new Phrase();
        phrase.setLeading(lettering.size() * 1.3f);
        List<BaseFont> fonts = lettering.bold() ? bold : regular;
        StringBuilder run = new StringBuilder();
        BaseFont of = fonts.get(0);
        for (int letter : printable(text).codePoints().toArray()) {
            BaseFont has = having(letter, of, fonts);
            if (has != of) {
                add(phrase, run, of, lettering);
                of = has == null ? fonts.get(0) : has;
            }
            run.appendCodePoint(has == null ? REPLACEMENT : letter);
        }
        add(phrase, run, of, lettering);
        return phrase;
    }

    private static void add(Phrase phrase, StringBuilder run, BaseFont font, Lettering lettering) {
        if (run.length() > 0) {
            phrase.add(new Chunk(run.toString(), new Font(font, lettering.size(), Font.NORMAL, lettering.colour())));
            run.setLength(0);
        }
    }

    /** Spaces stay in the font before, so that words are not torn into runs. */
    private static BaseFont having(int letter, BaseFont before, List<BaseFont> fonts) {
        if (letter == '\n' || letter == ' ' && before.charExists(' ')) {
            return before;
        }
        return fonts.stream().filter(font -> font.charExists(letter)).findFirst().orElse(null);
    }

    /** How wide the text is, in points. */
    float width(String text, Lettering lettering) {
        float width = 0;
        for (Object chunk : phrase(text, lettering).getChunks()) {
            width += ((Chunk) chunk).getWidthPoint();
        }
        return width;
    }

    /** Without what steers a terminal or turns the direction of others' words; line feeds stay. */
    static String printable(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder plain = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().forEach(letter -> {
            switch (Character.getType(letter)) {
                case Character.FORMAT -> {
                    if (letter == NON_JOINER) {
                        plain.appendCodePoint(letter);
                    }
                }
                case Character.SURROGATE -> plain.appendCodePoint(REPLACEMENT);
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    plain.append(letter == '\n' ? '\n' : ' ');
                default -> {
                    if (!isVariation(letter)) {
                        plain.appendCodePoint(letter);
                    }
                }
            }
        });
        return plain.toString();
    }

    private static boolean isVariation(int letter) {
        return letter >= 0xFE00 && letter <= 0xFE0F || letter >= 0xE0100 && letter <= 0xE01EF;
    }

    /** Whether some of it is read from right to left. */
    static boolean turns(String text) {
        char[] letters = text.toCharArray();
        return Bidi.requiresBidi(letters, 0, letters.length);
    }

    /** Whether its first letter begins at the right. */
    static boolean beginsAtTheRight(String text) {
        return turns(text) && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }
}
