package org.kindtrail.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Walks through the chunks of a PNG (ISO/IEC 15948) and keeps those that draw the picture; texts, profiles, times, and all
 * frames of an animation but the first stay behind.
 */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    /** Where the passes of an interlaced picture begin, and their steps. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final byte[] file;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final List<int[]> data = new ArrayList<>();
    private int width;
    private int height;
    private int depth;
    private int colour;
    private boolean interlaced;
    private boolean hasPalette;

    private PngFile(byte[] file) {
        this.file = file;
    }

    static boolean begins(byte[] file) {
        if (file.length < SIGNATURE.length) {
            return false;
        }
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (file[i] != SIGNATURE[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The picture in the file.
     *
     * @throws Unfit when it cannot be drawn, or something foreign follows it
     */
    static PlainPicture read(byte[] file) {
        PngFile walk = new PngFile(file);
        walk.chunks();
        return new PlainPicture(
                "png", walk.kept.toByteArray(), walk.width, walk.height, walk.channels() * Math.max(1, walk.depth / 8), 1);
    }

    private void chunks() {
        kept.writeBytes(SIGNATURE);
        int at = SIGNATURE.length;
        String type = "";
        while (!type.equals("IEND")) {
            if (at + 12 > file.length) {
                throw Unfit.truncated();
            }
            long length = u32(at);
            type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (!type.matches("[A-Za-z]{4}")) {
                throw Unfit.damaged();
            }
            if (length > file.length - at - 12) {
                throw Unfit.truncated();
            }
            checkSum(at + 4, (int) length + 4);
            chunk(type, at + 8, (int) length);
            at += 12 + (int) length;
        }
        complete();
        for (int i = at; i < file.length; i++) {
            if (file[i] != 0) {
                throw new Unfit("error_picture_foreign");
            }
        }
    }

    private void checkSum(int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(file, from, length);
        if (sum.getValue() != u32(from + length)) {
            throw Unfit.damaged();
        }
    }

    private void chunk(String type, int at, int length) {
        if (width == 0 != type.equals("IHDR")) {
            throw Unfit.damaged();
        }
        switch (type) {
            case "IHDR" -> header(at, length);
            case "PLTE" -> hasPalette = true;
            case "IDAT" -> data.add(new int[] {at, length});
            case "tRNS", "IEND" -> {}
            default -> {
                if (Character.isUpperCase(type.charAt(0))) {
                    throw Unfit.damaged();
                }
                return;
            }
        }
        kept.write(file, at - 8, length + 12);
    }

    private void header(int at, int length) {
        if (length != 13) {
            throw Unfit.damaged();
        }
        PlainPicture.checkSize(u32(at), u32(at + 4));
        width = (int) u32(at);
        height = (int) u32(at + 4);
        depth = file[at + 8];
        colour = file[at + 9];
        interlaced = file[at + 12] == 1;
        boolean knownDepth = switch (colour) {
            case 0 -> List.of(1, 2, 4, 8, 16).contains(depth);
            case 3 -> List.of(1, 2, 4, 8).contains(depth);
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
        if (!knownDepth || file[at + 10] != 0 || file[at + 11] != 0 || file[at + 12] < 0 || file[at + 12] > 1) {
            throw Unfit.damaged();
        }
    }

    private int channels() {
        return switch (colour) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /** Whether there are as many pixels as the header says: neither fewer, nor more than it owns up to. */
    private void complete() {
        if (width == 0 || colour == 3 && !hasPalette) {
            throw Unfit.damaged();
        }
        long expected = expected();
        long found = unpacked(expected + 1);
        if (found < expected) {
            throw Unfit.truncated();
        }
        if (found > expected) {
            throw Unfit.damaged();
        }
    }

    private long expected() {
        if (!interlaced) {
            return rows(width, height);
        }
        long all = 0;
        for (int[] pass : PASSES) {
            long across = (width - pass[0] + pass[2] - 1L) / pass[2];
            long down = (height - pass[1] + pass[3] - 1L) / pass[3];
            all += across > 0 && down > 0 ? rows(across, down) : 0;
        }
        return all;
    }

    private long rows(long across, long down) {
        return down * (1 + (across * channels() * depth + 7) / 8);
    }

    /** How many bytes come out of the data, counted up to the limit and kept nowhere. */
    private long unpacked(long limit) {
        Inflater inflater = new Inflater();
        byte[] nowhere = new byte[65_536];
        long found = 0;
        try {
            for (int[] each : data) {
                inflater.setInput(file, each[0], each[1]);
                while (!inflater.needsInput() && !inflater.finished() && found < limit) {
                    int more = inflater.inflate(nowhere);
                    if (more == 0 && inflater.needsDictionary()) {
                        throw Unfit.damaged();
                    }
                    found += more;
                }
            }
            return found;
        } catch (DataFormatException broken) {
            throw Unfit.damaged();
        } finally {
            inflater.end();
        }
    }

    private long u32(int at) {
        return (file[at] & 0xFFL) << 24 | (file[at + 1] & 0xFF) << 16 | (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
    }
}
