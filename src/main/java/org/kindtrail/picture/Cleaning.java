package org.kindtrail.picture;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;

/**
 * Draws a photograph anew, so that nothing of the file that came is kept but what can be seen in it. What it is, is found by
 * its content; its structure is read and bounded before anything is decoded, and it is decoded only as finely as is needed.
 */
@ApplicationScoped
class Cleaning {
    /** The largest file that is taken, in bytes. */
    static final int MOST_IN = 10 * 1024 * 1024;
    /** The largest that is kept, in bytes. */
    static final int MOST_OUT = 300_000;

    private static final int LONG_SIDE = 1600;
    /** What one picture may take when it is decoded: 12 million pixels of a camera, whole. */
    private static final long MOST_DECODED = 40_000_000;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 30;
    private static final double SMALLER = 0.8;
    private static final float[] QUALITIES = {0.85f, 0.75f, 0.65f, 0.55f, 0.45f};

    /** Of the whole node, whoever sends. */
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /**
     * The photograph, clean.
     *
     * @param field where it came from, for the words of a refusal
     * @throws Invalid when it cannot be taken
     * @throws Refused when too many others came at the same time
     */
    CleanPicture clean(String field, byte[] file) {
        try {
            checkLength(file.length);
            Stowaway.lookFor(file);
            return inTurn(file);
        } catch (Unfit unfit) {
            throw Invalid.field(field, unfit.key(), unfit.facts());
        }
    }

    /** @throws Unfit when it is nothing, or too large to be read at all */
    static void checkLength(long length) {
        if (length == 0) {
            throw new Unfit("error_picture_missing");
        }
        if (length > MOST_IN) {
            throw new Unfit("error_picture_large", Map.of("most", MOST_IN / 1024 / 1024));
        }
    }

    private CleanPicture inTurn(byte[] file) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused("error_busy");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused("error_busy");
        }
        try {
            return drawnAnew(plain(file));
        } finally {
            places.release();
        }
    }

    private static PlainPicture plain(byte[] file) {
        if (JpegFile.begins(file, 0)) {
            return JpegFile.read(file);
        }
        if (PngFile.begins(file)) {
            return PngFile.read(file);
        }
        throw new Unfit("error_picture_type");
    }

    private static CleanPicture drawnAnew(PlainPicture plain) {
        BufferedImage upright = upright(onWhite(within(decoded(plain), LONG_SIDE)), plain.orientation());
        byte[] jpeg = null;
        for (float quality : QUALITIES) {
            jpeg = jpeg == null || jpeg.length > MOST_OUT ? encoded(upright, quality) : jpeg;
        }
        while (jpeg.length > MOST_OUT) {
            int side = (int) (Math.max(upright.getWidth(), upright.getHeight()) * SMALLER);
            upright = within(upright, side);
            jpeg = encoded(upright, QUALITIES[QUALITIES.length - 1]);
        }
        return new CleanPicture(jpeg, upright.getWidth(), upright.getHeight());
    }

    /** Every n-th pixel of a picture that is larger than is needed: it never takes more memory than a camera's usual one. */
    private static BufferedImage decoded(PlainPicture plain) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(plain.format()).next();
        List<String> warnings = new ArrayList<>();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(plain.bytes()))) {
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(String.valueOf(warning)));
            reader.setInput(in, true, true);
            double excess = (double) plain.width() * plain.height() * plain.pixelBytes() / MOST_DECODED;
            int step = Math.max(1, (int) Math.ceil(Math.sqrt(excess)));
            ImageReadParam sparing = reader.getDefaultReadParam();
            sparing.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, sparing);
            if (warnings.stream().anyMatch(Cleaning::tellsOfDamage)) {
                throw Unfit.damaged();
            }
            return image;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException
                | NegativeArraySizeException unreadable) {
            // What the library says of it may hold what was in the file, so it is not passed on.
            throw Unfit.damaged();
        } finally {
            reader.dispose();
        }
    }

    /** The decoder fills up with grey what is missing, and only says so. */
    private static boolean tellsOfDamage(String warning) {
        return warning.contains("premature end") || warning.contains("Huffman");
    }

    private static BufferedImage within(BufferedImage image, int side) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        if (longer <= side) {
            return image;
        }
        int width = Math.max(1, Math.round((float) image.getWidth() * side / longer));
        int height = Math.max(1, Math.round((float) image.getHeight() * side / longer));
        try {
            return Thumbnails.of(image)
                    .forceSize(width, height)
                    .imageType(image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                    .asBufferedImage();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BufferedImage onWhite(BufferedImage image) {
        BufferedImage paper = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return paper;
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        return orientation == 1
                ? image
                : onWhite(ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation)).apply(image));
    }

    private static byte[] encoded(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
