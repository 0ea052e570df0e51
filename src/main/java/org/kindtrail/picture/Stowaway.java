package org.kindtrail.picture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Looks through a photograph for another kind of file within it: one that an archive program, a reader of documents or a
 * browser would take for its own. Nothing of it would be kept; but who sends such a thing should know that it was seen.
 */
final class Stowaway {
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};
    private static final byte[] ZIP_DIRECTORY = {'P', 'K', 1, 2};
    private static final byte[] ZIP64_LOCATOR = {'P', 'K', 6, 7};
    private static final int ZIP_END_LENGTH = 22;
    private static final byte[] PDF = text("%PDF-");
    private static final byte[] RAR = {'R', 'a', 'r', '!', 0x1A, 7};
    private static final byte[] SEVEN_ZIP = {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C};
    private static final byte[] SVG = text("<svg");
    private static final Map<String, byte[]> MARKS = Map.of(
            "<script", text("<script"), "<html", text("<html"), "<!doctype", text("<!doctype"), "<?php", text("<?php"));

    private final byte[] file;

    private Stowaway(byte[] file) {
        this.file = file;
    }

    /** @throws Unfit naming what else the file is */
    static void lookFor(byte[] file) {
        Stowaway search = new Stowaway(file);
        for (int at = 0; at + 4 <= file.length; at++) {
            String found = search.at(at);
            if (found != null) {
                throw new Unfit("error_picture_stowaway", Map.of("what", found));
            }
        }
    }

    private String at(int at) {
        return switch (file[at]) {
            case 'P' -> is(at, ZIP_END) && isEndOfZip(at) ? "ZIP" : null;
            case '%' -> is(at, PDF) ? "PDF" : null;
            case 'R' -> is(at, RAR) ? "RAR" : null;
            case '7' -> is(at, SEVEN_ZIP) ? "7z" : null;
            case '<' -> markup(at);
            default -> null;
        };
    }

    private String markup(int at) {
        if (isInAnyCase(at, SVG) && endsATag(at + SVG.length)) {
            return "SVG";
        }
        for (Map.Entry<String, byte[]> mark : MARKS.entrySet()) {
            if (isInAnyCase(at, mark.getValue())) {
                return mark.getKey().substring(1).toUpperCase(Locale.ROOT);
            }
        }
        return null;
    }

    /** Four letters stand in large pictures by chance; five hardly ever. */
    private boolean endsATag(int at) {
        return at < file.length && " \t\r\n\f/>:".indexOf(file[at]) >= 0;
    }

    /** The four bytes stand in pictures by chance, too; a directory that lies where the end says does not. */
    private boolean isEndOfZip(int at) {
        if (at + ZIP_END_LENGTH > file.length || at + ZIP_END_LENGTH + u16(at + 20) > file.length) {
            return false;
        }
        long size = u32(at + 12);
        if (size == 0) {
            return u32(at + 4) == 0 && u32(at + 8) == 0;
        }
        if (size == 0xFFFFFFFFL) {
            return at >= 20 && is(at - 20, ZIP64_LOCATOR);
        }
        long offset = u32(at + 16);
        return size <= at && is((int) (at - size), ZIP_DIRECTORY)
                || offset < at && is((int) offset, ZIP_DIRECTORY);
    }

    private boolean is(int at, byte[] mark) {
        if (at + mark.length > file.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (file[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isInAnyCase(int at, byte[] mark) {
        if (at + mark.length > file.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (Character.toLowerCase(file[at + i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private int u16(int at) {
        return file[at] & 0xFF | (file[at + 1] & 0xFF) << 8;
    }

    private long u32(int at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
