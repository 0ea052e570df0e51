package org.kindtrail.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code, as inline SVG or module by module: level M with the quiet zone of four modules that ISO/IEC 18004 asks for. */
public final class QrCode {
    /** Modules around it that stay white. */
    public static final int QUIET = 4;

    private QrCode() {}

    /**
     * @param text what a camera reads, at most some 2,000 characters
     * @param label what it leads to, for those who do not see it; plain words without markup
     */
    public static String svg(String text, String label) {
        ByteMatrix modules = modules(text);
        int side = modules.getWidth() + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    int run = x - from;
                    path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET, y + QUIET, run, run));
                }
            }
        }
        String words = label.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return ("<svg class=\"qr\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        + "<path fill=\"#fff\" d=\"M0 0h%dv%dh-%dz\"/><path fill=\"#000\" d=\"%s\"/></svg>")
                .formatted(words, side, side, side, side, side, path);
    }

    /**
     * The modules themselves for what is drawn on paper, true where it is dark, by row; whoever draws them leaves the quiet
     * zone of four modules around.
     */
    public static boolean[][] matrix(String text) {
        ByteMatrix modules = modules(text);
        boolean[][] dark = new boolean[modules.getHeight()][modules.getWidth()];
        for (int y = 0; y < dark.length; y++) {
            for (int x = 0; x < dark[y].length; x++) {
                dark[y][x] = modules.get(x, y) == 1;
            }
        }
        return dark;
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
    }
}
