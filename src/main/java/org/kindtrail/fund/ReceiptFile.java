package org.kindtrail.fund;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;

/**
 * A supplier's receipt as it is kept: a PDF as it came, or a photograph that was drawn anew, without what a camera writes
 * beside it. What it is, is found by its content; a photograph's size is read before anything is decoded.
 *
 * @param contentType image/jpeg or application/pdf
 * @param digest of what was sent
 */
record ReceiptFile(String contentType, String digest, byte[] bytes) {
    static final String PDF = "application/pdf";
    static final String JPEG = "image/jpeg";

    private static final byte[] PDF_HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 5 * 1024 * 1024;
    private static final int LONG_SIDE = 2400;
    private static final long MOST_PIXELS = 50_000_000;
    /** What one picture may take when it is decoded. */
    private static final long DECODED_PIXELS = 16_000_000;

    private static final int PATIENCE_SECONDS = 30;
    /** A photograph takes much memory for a moment: of the whole node, whoever sends. */
    private static final Semaphore TURN = new Semaphore(1, true);

    /**
     * @param field where it came from, for the words of a refusal
     * @throws Invalid when it is nothing that is taken
     */
    static ReceiptFile of(String field, byte[] sent) {
        if (sent == null || sent.length == 0) {
            throw Invalid.field(field, "error_fund_receipt_missing");
        }
        if (sent.length > MOST) {
            throw Invalid.field(field, "error_fund_receipt_large", Map.of("most", MOST / 1024 / 1024));
        }
        if (begins(sent, PDF_HEAD)) {
            return new ReceiptFile(PDF, digest(sent), sent);
        }
        return new ReceiptFile(JPEG, digest(sent), drawnAnew(field, sent));
    }

    private static boolean begins(byte[] sent, byte[] head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= sent.length || sent[i] != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static String digest(byte[] sent) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] drawnAnew(String field, byte[] sent) {
        try {
            if (!TURN.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused("error_busy");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused("error_busy");
        }
        try {
            return redrawn(field, decoded(field, sent));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException
                | NegativeArraySizeException unreadable) {
            // What the library says of it may hold what was in the file, so it is not passed on.
            throw Invalid.field(field, "error_fund_receipt_damaged");
        } finally {
            TURN.release();
        }
    }

    /** Its size is known before anything is decoded; of a large one only every so many-th pixel is. */
    private static BufferedImage decoded(String field, byte[] sent) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            ImageReader reader = readers.hasNext() ? readers.next() : null;
            if (reader == null || !reader.getFormatName().matches("(?i)jpe?g|png")) {
                throw Invalid.field(field, "error_fund_receipt_type");
            }
            try {
                reader.setInput(in);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels <= 0 || pixels > MOST_PIXELS) {
                    throw Invalid.field(field, "error_fund_receipt_pixels", Map.of("most", MOST_PIXELS / 1_000_000));
                }
                int step = (int) Math.ceil(Math.sqrt((double) pixels / DECODED_PIXELS));
                ImageReadParam few = reader.getDefaultReadParam();
                few.setSourceSubsampling(step, step, 0, 0);
                BufferedImage drawn = reader.read(0, few);
                Orientation held = held(reader);
                return held == null ? drawn : ExifFilterUtils.getFilterForOrientation(held).apply(drawn);
            } finally {
                reader.dispose();
            }
        }
    }

    /** How the camera was held; null when that is not to be known, and then it stays as it is. */
    private static Orientation held(ImageReader reader) {
        try {
            return ExifUtils.getExifOrientation(reader, 0);
        } catch (IOException | RuntimeException notSaid) {
            return null;
        }
    }

    /** Turned as the camera was held, and without what the camera wrote. */
    private static byte[] redrawn(String field, BufferedImage drawn) throws IOException {
        int longer = Math.max(drawn.getWidth(), drawn.getHeight());
        BufferedImage within = longer <= LONG_SIDE
                ? drawn
                : Thumbnails.of(drawn).size(LONG_SIDE, LONG_SIDE).asBufferedImage();
        BufferedImage paper = new BufferedImage(within.getWidth(), within.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        pen.drawImage(within, 0, 0, null);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        if (!ImageIO.write(paper, "jpeg", jpeg)) {
            throw Invalid.field(field, "error_fund_receipt_damaged");
        }
        return jpeg.toByteArray();
    }
}
