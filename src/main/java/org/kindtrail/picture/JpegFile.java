package org.kindtrail.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Walks through the segments of a JPEG (ITU-T T.81, annex B) and keeps those that draw the picture: frame, tables, scans.
 * Everything else stays behind: EXIF, GPS, colour profiles, thumbnails, comments.
 */
final class JpegFile {
    private static final int SOF0 = 0xC0;
    private static final int SOF2 = 0xC2;
    private static final int DHT = 0xC4;
    private static final int SOF15 = 0xCF;
    private static final int DAC = 0xCC;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    /** A progressive picture has about ten; each scan goes over the whole picture again. */
    private static final int MOST_SCANS = 100;
    /** Says that colours are YCbCr, as both JFIF and EXIF have it. */
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final byte[] file;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int width;
    private int height;
    private int components;
    private int orientation = 1;
    private int scans;
    private boolean framed;
    private boolean luminanceAndColour;
    private boolean adobe;
    private int end;

    private JpegFile(byte[] file) {
        this.file = file;
    }

    static boolean begins(byte[] file, int at) {
        return at + 3 <= file.length && u8(file, at) == 0xFF && u8(file, at + 1) == SOI && u8(file, at + 2) == 0xFF;
    }

    /**
     * The picture in the file.
     *
     * @throws Unfit when it cannot be drawn, or something foreign follows it
     */
    static PlainPicture read(byte[] file) {
        JpegFile walk = new JpegFile(file);
        walk.end = end(file, 0, walk);
        if (!walk.framed || walk.scans == 0) {
            throw Unfit.damaged();
        }
        AfterTheEnd.check(file, walk.end);
        return new PlainPicture("jpeg", walk.plain(), walk.width, walk.height, walk.components, walk.orientation);
    }

    private byte[] plain() {
        ByteArrayOutputStream all = new ByteArrayOutputStream(kept.size() + 32);
        all.write(0xFF);
        all.write(SOI);
        if (luminanceAndColour && !adobe) {
            all.writeBytes(JFIF);
        }
        all.writeBytes(kept.toByteArray());
        all.write(0xFF);
        all.write(EOI);
        return all.toByteArray();
    }

    /** Where the JPEG that begins here ends. */
    static int end(byte[] file, int start) {
        return end(file, start, null);
    }

    private static int end(byte[] file, int start, JpegFile seen) {
        int at = start + 2;
        while (true) {
            int from = at;
            at = afterMarker(file, at);
            int marker = u8(file, at - 1);
            if (marker == EOI) {
                return at;
            }
            if (marker == SOI || marker == 0) {
                throw Unfit.damaged();
            }
            if (marker == 1 || marker >= RST0 && marker <= RST7) {
                continue;
            }
            int next = at + length(file, at);
            if (marker == SOS) {
                next = afterScan(file, next);
            }
            if (seen != null) {
                seen.segment(marker, at, from, next);
            }
            at = next;
        }
    }

    /** Behind the marker; any number of FF may stand before it. */
    private static int afterMarker(byte[] file, int start) {
        int at = start;
        if (at >= file.length) {
            throw Unfit.truncated();
        }
        if (u8(file, at) != 0xFF) {
            throw Unfit.damaged();
        }
        while (at < file.length && u8(file, at) == 0xFF) {
            at++;
        }
        if (at >= file.length) {
            throw Unfit.truncated();
        }
        return at + 1;
    }

    private static int length(byte[] file, int at) {
        if (at + 2 > file.length) {
            throw Unfit.truncated();
        }
        int length = u16(file, at);
        if (length < 2) {
            throw Unfit.damaged();
        }
        if (at + length > file.length) {
            throw Unfit.truncated();
        }
        return length;
    }

    /** Where the marker after the coded data stands; within them, FF is followed by 0 or is a restart. */
    private static int afterScan(byte[] file, int start) {
        for (int at = start; at + 1 < file.length; at++) {
            if (u8(file, at) == 0xFF) {
                int next = u8(file, at + 1);
                if (next != 0 && next != 0xFF && (next < RST0 || next > RST7)) {
                    return at;
                }
            }
        }
        throw Unfit.truncated();
    }

    private void segment(int marker, int at, int from, int next) {
        switch (marker) {
            case DHT, DQT, DRI -> keep(from, next);
            case SOS -> scan(from, next);
            case APP0 -> luminanceAndColour |= says(at + 2, "JFIF\0");
            case APP1 -> {
                if (says(at + 2, "Exif\0\0")) {
                    luminanceAndColour = true;
                    orientation = ExifOrientation.read(file, at + 8, next);
                }
            }
            case APP14 -> {
                if (says(at + 2, "Adobe") && next - at == 14) {
                    adobe = true;
                    keep(from, next);
                }
            }
            case DAC -> throw new Unfit("error_picture_variant");
            default -> {
                if (marker >= SOF0 && marker <= SOF15) {
                    frame(marker, at, next);
                    keep(from, next);
                }
            }
        }
    }

    private void scan(int from, int next) {
        scans++;
        if (!framed || scans > MOST_SCANS) {
            throw Unfit.damaged();
        }
        keep(from, next);
    }

    private void frame(int marker, int at, int next) {
        if (marker > SOF2) {
            throw new Unfit("error_picture_variant");
        }
        if (framed || next - at < 8) {
            throw Unfit.damaged();
        }
        framed = true;
        height = u16(file, at + 3);
        width = u16(file, at + 5);
        components = u8(file, at + 7);
        if (components == 4) {
            throw new Unfit("error_picture_cmyk");
        }
        if (u8(file, at + 2) != 8 || components != 1 && components != 3) {
            throw new Unfit("error_picture_variant");
        }
        PlainPicture.checkSize(width, height);
    }

    private boolean says(int at, String words) {
        byte[] wanted = words.getBytes(StandardCharsets.US_ASCII);
        if (at + wanted.length > file.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (file[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private void keep(int from, int next) {
        kept.write(file, from, next - from);
    }

    private static int u8(byte[] file, int at) {
        return file[at] & 0xFF;
    }

    private static int u16(byte[] file, int at) {
        return u8(file, at) << 8 | u8(file, at + 1);
    }
}
