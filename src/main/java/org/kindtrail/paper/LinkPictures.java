package org.kindtrail.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws {@link LinkPicture}s, one at a time; what was painted is kept for some minutes. */
@ApplicationScoped
public class LinkPictures {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;
    private static final int LEFT = 60;
    private static final int ACROSS = WIDTH - 2 * LEFT;
    /** Where the words above the bar end. */
    private static final int BOTTOM = 505;

    private static final int INK = 0x1d2733;
    private static final int SOFT = 0x566372;
    private static final int DEEP = 0x0b5a5e;
    private static final int GOOD = 0x1c6b3a;
    private static final int PALE = 0xc9d1da;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 64;

    private final Clock clock;
    private final DrawnText text = new DrawnText();
    private final Map<LinkPicture, Painted> painted = new LinkedHashMap<>();

    LinkPictures(Clock clock) {
        this.clock = clock;
    }

    private record Painted(byte[] png, Instant until) {}

    /** Something that is drawn, with where it stands in pixels; a text stands on its line. */
    private sealed interface Piece permits Bar, Line {}

    private record Bar(int x, int y, int width, int height, int colour) implements Piece {}

    private record Line(String words, int x, int y, int size, boolean bold, int colour) implements Piece {}

    /** As PNG. */
    public synchronized byte[] png(LinkPicture picture) {
        Instant now = clock.instant();
        painted.values().removeIf(each -> !each.until().isAfter(now));
        Painted known = painted.get(picture);
        if (known == null) {
            if (painted.size() >= MOST_KEPT) {
                painted.remove(painted.keySet().iterator().next());
            }
            known = new Painted(paint(pieces(picture)), now.plus(KEPT));
            painted.put(picture, known);
        }
        return Arrays.copyOf(known.png(), known.png().length);
    }

    /** How many are kept at present. */
    synchronized int kept() {
        return painted.size();
    }

    /** As SVG; its letters are the reader's. */
    public synchronized String svg(LinkPicture picture) {
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>"
                        .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, escaped(Fonts.printable(picture.title()))));
        svg.append("<g font-family=\"Noto Sans, sans-serif\">");
        for (Piece piece : pieces(picture)) {
            if (piece instanceof Bar bar) {
                svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\"/>"
                        .formatted(bar.x(), bar.y(), bar.width(), bar.height(), bar.colour()));
            } else if (piece instanceof Line line) {
                svg.append("<text x=\"%d\" y=\"%d\" font-size=\"%d\"%s fill=\"#%06x\">%s</text>"
                        .formatted(
                                line.x(),
                                line.y(),
                                line.size(),
                                line.bold() ? " font-weight=\"700\"" : "",
                                line.colour(),
                                escaped(line.words())));
            }
        }
        return svg.append("</g></svg>").toString();
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private List<Piece> pieces(LinkPicture picture) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Bar(0, 0, WIDTH, HEIGHT, 0xffffff));
        pieces.add(new Bar(0, 0, WIDTH, 18, DEEP));
        lines(pieces, picture.whose(), 92, 28, false, SOFT, 1);
        boolean two = text.lines(picture.title(), 64, true, ACROSS, 3).size() <= 2;
        int y = lines(pieces, picture.title(), two ? 174 : 160, two ? 64 : 50, true, DEEP, two ? 2 : 3) + 4;
        for (String sentence : picture.sentences()) {
            y = lines(pieces, sentence, y, 34, false, INK, 2);
        }
        if (picture.wanted() != null) {
            lines(pieces, picture.wanted(), y + 4, 30, true, INK, 2);
        }
        bar(pieces, picture.parts());
        lines(pieces, picture.foot(), 594, 26, false, SOFT, 1);
        return pieces;
    }

    /** Adds as many lines as there is room for; the first stands at {@code y}. Answers where the next would stand. */
    private int lines(List<Piece> pieces, String words, int y, int size, boolean bold, int colour, int most) {
        int leading = size * 5 / 4;
        int room = y > BOTTOM + 40 ? most : Math.min(most, (BOTTOM - y) / leading + 1);
        int at = y;
        if (y <= BOTTOM || y > BOTTOM + 40) {
            for (String line : text.lines(words, size, bold, ACROSS, room)) {
                pieces.add(new Line(line, LEFT, at, size, bold, colour));
                at += leading;
            }
        }
        return at;
    }

    private static void bar(List<Piece> pieces, List<LinkPicture.Part> parts) {
        long all = parts.stream().mapToLong(LinkPicture.Part::amount).sum();
        if (all <= 0) {
            return;
        }
        long before = 0;
        for (LinkPicture.Part part : parts) {
            int from = at(before, all);
            before += part.amount();
            int to = at(before, all);
            if (to > from) {
                pieces.add(new Bar(LEFT + from, 525, to - from, 26, colour(part.look())));
            }
        }
    }

    /** Whole pixels; with numbers as large as the ledger's there is no room to multiply first. */
    private static int at(long before, long all) {
        return BigInteger.valueOf(before)
                .multiply(BigInteger.valueOf(ACROSS))
                .divide(BigInteger.valueOf(all))
                .intValueExact();
    }

    private static int colour(LinkPicture.Look look) {
        return switch (look) {
            case GOOD -> GOOD;
            case DEEP -> DEEP;
            case PALE -> PALE;
        };
    }

    private byte[] paint(List<Piece> pieces) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            for (Piece piece : pieces) {
                if (piece instanceof Bar bar) {
                    pen.setColor(new Color(bar.colour()));
                    pen.fillRect(bar.x(), bar.y(), bar.width(), bar.height());
                } else if (piece instanceof Line line) {
                    pen.setColor(new Color(line.colour()));
                    text.layout(line.words(), line.size(), line.bold()).draw(pen, line.x(), line.y());
                }
            }
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
