package org.kindtrail.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A QR code as a picture inside the page (SVG), so that a telephone's own camera opens what it says. */
public final class QrCode {
    /** The quiet zone around it, in modules; scanners want four. */
    private static final int MARGIN = 4;

    private QrCode() {}

    /** @param text an address in capitals makes the smallest code: it fits the alphabet of digits and capitals */
    public static String svg(String text) {
        BitMatrix matrix = matrix(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int start = x;
                while (x < matrix.getWidth() && matrix.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start).append(' ').append(y).append('h').append(x - start)
                            .append("v1h-").append(x - start).append('z');
                }
            }
        }
        int side = matrix.getWidth();
        return "<svg class=\"qr\" viewBox=\"0 0 " + side + " " + side + "\" aria-hidden=\"true\" focusable=\"false\""
                + " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "h-" + side
                + "z\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN, MARGIN));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
