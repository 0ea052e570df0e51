package org.kindtrail.picture;

/** Finds the one thing that is needed of EXIF: how the camera was held. Whatever is wrong in it, the answer is upright. */
final class ExifOrientation {
    private static final int UPRIGHT = 1;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private final byte[] file;
    private final int start;
    private final int end;
    private final boolean littleEnd;

    private ExifOrientation(byte[] file, int start, int end, boolean littleEnd) {
        this.file = file;
        this.start = start;
        this.end = end;
        this.littleEnd = littleEnd;
    }

    /** @param start where the TIFF header begins */
    static int read(byte[] file, int start, int end) {
        if (end - start < 8) {
            return UPRIGHT;
        }
        boolean little = file[start] == 'I' && file[start + 1] == 'I';
        boolean big = file[start] == 'M' && file[start + 1] == 'M';
        return little || big ? new ExifOrientation(file, start, end, little).find() : UPRIGHT;
    }

    private int find() {
        long directory = u32(start + 4);
        if (directory < 8 || start + directory + 2 > end) {
            return UPRIGHT;
        }
        int at = start + (int) directory;
        int entries = u16(at);
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + i * ENTRY;
            if (entry + ENTRY > end) {
                return UPRIGHT;
            }
            if (u16(entry) == ORIENTATION) {
                int value = u16(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private int u16(int at) {
        int first = file[at] & 0xFF;
        int second = file[at + 1] & 0xFF;
        return littleEnd ? second << 8 | first : first << 8 | second;
    }

    private long u32(int at) {
        long first = u16(at);
        long second = u16(at + 2);
        return littleEnd ? second << 16 | first : first << 16 | second;
    }
}
