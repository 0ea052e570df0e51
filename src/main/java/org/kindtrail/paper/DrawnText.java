package org.kindtrail.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Text in pictures, set in the house's own fonts: in as many of them as its letters need. For one thread at a time. */
final class DrawnText {
    private static final FontRenderContext EVEN = new FontRenderContext(null, true, true);
    private static final List<String> OTHERS = List.of(
            "NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf", "NotoSansGeorgian-Regular.ttf",
            "NotoSansArmenian-Regular.ttf", "DroidSansFallbackFull.ttf");
    private static final String MORE = "\u2026";

    private final Map<String, Font> read = new HashMap<>();

    private Font font(String file) {
        return read.computeIfAbsent(file, each -> {
            try (InputStream in = DrawnText.class.getResourceAsStream("/fonts/" + each)) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Ready to be drawn; the text is not empty. */
    TextLayout layout(String text, int size, boolean bold) {
        Font first = font(bold ? "NotoSans-Bold.ttf" : "NotoSans-Regular.ttf");
        AttributedString set = new AttributedString(text);
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            set.addAttribute(TextAttribute.FONT, having(letter, first).deriveFont((float) size), at, next);
            at = next;
        }
        return new TextLayout(set.getIterator(), EVEN);
    }

    private Font having(int letter, Font first) {
        if (first.canDisplay(letter)) {
            return first;
        }
        return OTHERS.stream().map(this::font).filter(font -> font.canDisplay(letter)).findFirst().orElse(first);
    }

    private boolean fits(String text, int size, boolean bold, int width) {
        return layout(text, size, bold).getAdvance() <= width;
    }

    /** The text in lines of at most this width; what is beyond the last of them is cut, and shown to be. */
    List<String> lines(String text, int size, boolean bold, int width, int most) {
        List<String> lines = new ArrayList<>();
        String rest = Fonts.printable(text).replaceAll("\\s+", " ").strip();
        while (!rest.isEmpty() && lines.size() < most) {
            int end = end(rest, size, bold, width);
            boolean cut = lines.size() == most - 1 && end < rest.length();
            lines.add(cut ? shortened(rest.substring(0, end), size, bold, width) : rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /** Where the first line ends: behind the last word that fits, or in a word that is longer than a line. */
    private int end(String text, int size, boolean bold, int width) {
        if (fits(text, size, bold, width)) {
            return text.length();
        }
        BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(text);
        int end = 0;
        for (int next = words.next(); next != BreakIterator.DONE && fits(text.substring(0, next).strip(), size, bold, width); next = words.next()) {
            end = next;
        }
        return end > 0 ? end : inWord(text, size, bold, width);
    }

    private int inWord(String text, int size, boolean bold, int width) {
        int end = Character.charCount(text.codePointAt(0));
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            if (!fits(text.substring(0, next), size, bold, width)) {
                break;
            }
            end = next;
        }
        return end;
    }

    private String shortened(String text, int size, boolean bold, int width) {
        String kept = text.strip();
        while (kept.length() > 1 && !fits(kept + MORE, size, bold, width)) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1)).strip();
        }
        return kept + MORE;
    }
}
