package org.kindtrail.picture;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What may follow the end of a JPEG: what telephones put there (a second picture, the film of a moving photograph, Samsung's
 * trailer, padding), each recognised by its structure to its very end. None of it is kept; anything else makes the file
 * one that is more than a photograph.
 */
final class AfterTheEnd {
    private static final Set<String> BOXES =
            Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "uuid", "meta", "moof", "mfra", "sidx", "styp", "udta");
    private static final int SAMSUNG_ENTRY = 12;
    private static final int MOST_ENTRIES = 1000;
    private static final int NOWHERE = -1;

    private final byte[] file;
    /** Where Samsung's trailer begins, which goes to the end of the file. */
    private final int samsung;

    private int at;

    private AfterTheEnd(byte[] file, int end) {
        this.file = file;
        this.at = end;
        this.samsung = samsung();
    }

    /** @throws Unfit when something else follows */
    static void check(byte[] file, int end) {
        AfterTheEnd after = new AfterTheEnd(file, end);
        while (!after.isOver()) {
            after.next();
        }
    }

    private boolean isOver() {
        // A film and Samsung's trailer begin with zeros of their own: padding ends where one of them begins.
        while (at < file.length && file[at] == 0 && at != samsung && !isFilm()) {
            at++;
        }
        return at >= file.length || at == samsung;
    }

    private void next() {
        if (JpegFile.begins(file, at)) {
            at = JpegFile.end(file, at);
        } else if (isFilm()) {
            film();
        } else {
            throw new Unfit("error_picture_foreign");
        }
    }

    private void film() {
        while (isBox() && BOXES.contains(type())) {
            long size = u32(at);
            if (size == 1 && at + 16 <= file.length) {
                size = u32(at + 8) << 32 | u32(at + 12);
            } else if (size == 0) {
                size = file.length - at;
            }
            if (size < 8 || size > file.length - at) {
                throw new Unfit("error_picture_foreign");
            }
            at += (int) size;
        }
    }

    private boolean isFilm() {
        return isBox() && file[at + 4] == 'f' && file[at + 5] == 't' && file[at + 6] == 'y' && file[at + 7] == 'p';
    }

    private boolean isBox() {
        return at + 8 <= file.length;
    }

    private String type() {
        return new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
    }

    /** Blocks, a directory that names them all, its length, and "SEFT" as the file's last letters. */
    private int samsung() {
        int end = file.length;
        if (end - at < 24 || !says(end - 4, "SEFT")) {
            return NOWHERE;
        }
        long directory = end - 8 - little(end - 8);
        if (directory < at || directory + 12 > end || !says((int) directory, "SEFH")) {
            return NOWHERE;
        }
        long entries = little((int) directory + 8);
        if (entries < 1 || entries > MOST_ENTRIES || directory + 12 + entries * SAMSUNG_ENTRY > end - 8) {
            return NOWHERE;
        }
        long first = directory;
        for (int i = 0; i < entries; i++) {
            int entry = (int) directory + 12 + i * SAMSUNG_ENTRY;
            first = Math.min(first, directory - little(entry + 4));
        }
        return first < at ? NOWHERE : (int) first;
    }

    private boolean says(int where, String words) {
        return new String(file, where, words.length(), StandardCharsets.ISO_8859_1).equals(words);
    }

    private long u32(int where) {
        return (file[where] & 0xFFL) << 24 | (file[where + 1] & 0xFF) << 16 | (file[where + 2] & 0xFF) << 8
                | file[where + 3] & 0xFF;
    }

    private long little(int where) {
        return (file[where + 3] & 0xFFL) << 24 | (file[where + 2] & 0xFF) << 16 | (file[where + 1] & 0xFF) << 8
                | file[where] & 0xFF;
    }
}
