package org.kindtrail.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Photographs as telephones take them, and as nobody should send them; made when they are needed. */
public final class Shots {
    /** Stands in everything that must not be kept. */
    static final String CANARY = "CANARY-camera of Zhanna";

    private Shots() {}

    /** Red above left, green above right, blue below left, white below right. */
    static BufferedImage corners(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < 4; i++) {
            pen.setColor(colours[i]);
            pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        pen.dispose();
        return image;
    }

    public static BufferedImage corners(int width, int height) {
        return corners(width, height, BufferedImage.TYPE_INT_RGB);
    }

    static BufferedImage noise(int width, int height) {
        Random random = new Random(7);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = random.nextInt();
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    public static byte[] file(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no " + format + " of this image");
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpeg() {
        return file(corners(320, 240), "jpeg");
    }

    static byte[] png() {
        return file(corners(320, 240), "png");
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // JPEG ------------------------------------------------------------------------------------------------------------

    static byte[] segment(int marker, byte[] content) {
        return join(
                new byte[] {(byte) 0xFF, (byte) marker, (byte) (content.length + 2 >> 8), (byte) (content.length + 2)},
                content);
    }

    /** Segments right behind the beginning. */
    public static byte[] with(byte[] jpeg, byte[]... segments) {
        return join(Arrays.copyOf(jpeg, 2), join(segments), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The same without its JFIF header, as cameras that write EXIF have it. */
    public static byte[] withoutJfif(byte[] jpeg) {
        return join(Arrays.copyOf(jpeg, 2), Arrays.copyOfRange(jpeg, 20, jpeg.length));
    }

    /** An EXIF segment with the camera, the orientation, where it was (GPS) and when. */
    public static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(300).order(order);
        tiff.put(order == ByteOrder.BIG_ENDIAN ? text("MM") : text("II")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 4);
        tiff.putShort((short) 0x010F).putShort((short) 2).putInt(24).putInt(100);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        tiff.putShort((short) 0x0132).putShort((short) 2).putInt(20).putInt(130);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(160);
        tiff.putInt(0);
        tiff.position(100);
        tiff.put(text(CANARY)).position(130);
        tiff.put(text("2026:11:20 10:11:12")).position(160);
        tiff.putShort((short) 1).putShort((short) 2).putShort((short) 5).putInt(3).putInt(200).putInt(0);
        tiff.position(200);
        tiff.putInt(43).putInt(1).putInt(15).putInt(1).putInt(0).putInt(1);
        return segment(0xE1, join(text("Exif\0\0"), tiff.array()));
    }

    static byte[] comment(String words) {
        return segment(0xFE, text(words));
    }

    static byte[] xmp() {
        return segment(0xE1, text("http://ns.adobe.com/xap/1.0/\0<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta>"
                + CANARY + "</x:xmpmeta><?xpacket end=\"w\"?>"));
    }

    /** The frame says another size than there is. */
    static byte[] sayingIts(byte[] jpeg, int width, int height) {
        byte[] lying = jpeg.clone();
        for (int at = 2; at < lying.length; at++) {
            if (lying[at] == (byte) 0xFF && lying[at + 1] == (byte) 0xC0) {
                ByteBuffer.wrap(lying).position(at + 5).putShort((short) height).putShort((short) width);
                return lying;
            }
        }
        throw new IllegalStateException("no frame");
    }

    static byte[] film() {
        ByteBuffer film = ByteBuffer.allocate(64);
        film.putInt(24).put(text("ftypmp42")).putInt(0).put(text("isommp42"));
        film.putInt(16).put(text("mdat")).put(text("pictures"));
        film.putInt(24).put(text("moov")).put(text("and how they move"), 0, 16);
        return film.array();
    }

    /** A block with the time, and the directory that names it. */
    static byte[] samsung() {
        ByteBuffer block = ByteBuffer.allocate(34).order(ByteOrder.LITTLE_ENDIAN);
        block.putShort((short) 0).putShort((short) 0x0A01).putInt(14).put(text("Image_UTC_Data")).put(text("1700000000"));
        int length = block.position();
        ByteBuffer end = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        end.put(text("SEFH")).putInt(106).putInt(1);
        end.putShort((short) 0).putShort((short) 0x0A01).putInt(length).putInt(length);
        end.putInt(24).put(text("SEFT"));
        return join(Arrays.copyOf(block.array(), length), end.array());
    }

    // PNG -------------------------------------------------------------------------------------------------------------

    static byte[] chunk(String type, byte[] content) {
        byte[] named = join(text(type), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return join(number(content.length), named, number((int) sum.getValue()));
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    /** Chunks right behind the header. */
    static byte[] withChunks(byte[] png, byte[]... chunks) {
        return join(Arrays.copyOf(png, 33), join(chunks), Arrays.copyOfRange(png, 33, png.length));
    }

    /** A PNG of so many bytes of nothing, whatever its header says of it. */
    static byte[] png(int width, int height, int depth, int colour, int bytes) {
        return png(width, height, depth, colour, 0, bytes);
    }

    static byte[] png(int width, int height, int depth, int colour, int interlace, int bytes) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) colour).put((byte) 0).put((byte) 0).put((byte) interlace);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] nothing = new byte[65_536];
            for (int left = bytes; left > 0; left -= nothing.length) {
                out.write(nothing, 0, Math.min(left, nothing.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                chunk("IHDR", header.array()),
                chunk("IDAT", packed.toByteArray()),
                chunk("IEND", new byte[0]));
    }
}
