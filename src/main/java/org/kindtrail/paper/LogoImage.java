package org.kindtrail.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;

/**
 * A logo as it is kept: drawn anew as PNG, so that nothing of the file that came stays but what can be seen. What it is, is
 * found by its content; its size is read before anything is decoded.
 *
 * @param width in pixels
 * @param height in pixels
 */
record LogoImage(byte[] png, int width, int height) {
    /** The largest file that is taken, in bytes. */
    static final int MOST = 2 * 1024 * 1024;

    private static final int WIDEST = 600;
    private static final int HIGHEST = 300;
    private static final long MOST_PIXELS = 30_000_000;
    /** Of a larger one only every so many-th pixel is decoded. */
    private static final long DECODED_PIXELS = 4_000_000;

    private static final int PATIENCE_SECONDS = 30;
    /** Of the whole node, whoever sends. */
    private static final Semaphore TURN = new Semaphore(1, true);

    /**
     * @param field where it came from, for the words of a refusal
     * @throws Invalid when it is nothing that is taken
     * @throws Refused when too many others came at the same time
     */
    static LogoImage of(String field, byte[] sent) {
        if (sent.length == 0) {
            throw Invalid.field(field, "error_paper_logo_missing");
        }
        if (sent.length > MOST) {
            throw Invalid.field(field, "error_paper_logo_large", Map.of("most", MOST / 1024 / 1024));
        }
        try {
            if (!TURN.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused("error_busy");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused("error_busy");
        }
        try {
            return drawnAnew(decoded(field, sent));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException
                | NegativeArraySizeException unreadable) {
            // What the library says of it may hold what was in the file, so it is not passed on.
            throw Invalid.field(field, "error_paper_logo_damaged");
        } finally {
            TURN.release();
        }
    }

    private static BufferedImage decoded(String field, byte[] sent) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            ImageReader reader = readers.hasNext() ? readers.next() : null;
            if (reader == null || !reader.getFormatName().matches("(?i)jpe?g|png")) {
                throw Invalid.field(field, "error_paper_logo_type");
            }
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels <= 0 || pixels > MOST_PIXELS) {
                    throw Invalid.field(field, "error_paper_logo_pixels", Map.of("most", MOST_PIXELS / 1_000_000));
                }
                ImageReadParam few = reader.getDefaultReadParam();
                int step = (int) Math.ceil(Math.sqrt((double) pixels / DECODED_PIXELS));
                few.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, few);
            } finally {
                reader.dispose();
            }
        }
    }

    private static LogoImage drawnAnew(BufferedImage image) throws IOException {
        double scale = Math.min(1, Math.min((double) WIDEST / image.getWidth(), (double) HIGHEST / image.getHeight()));
        BufferedImage drawn = Thumbnails.of(image)
                .forceSize(
                        Math.max(1, (int) Math.round(image.getWidth() * scale)),
                        Math.max(1, (int) Math.round(image.getHeight() * scale)))
                .imageType(image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                .asBufferedImage();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (!ImageIO.write(drawn, "png", png)) {
            throw new IOException("no PNG");
        }
        return new LogoImage(png.toByteArray(), drawn.getWidth(), drawn.getHeight());
    }
}
