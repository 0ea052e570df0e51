package org.kindtrail.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds out how a text file writes its letters. */
final class Letters {
    /** So much is looked at for what is not certain. */
    private static final int LOOKED_AT = 64 * 1024;

    private Letters() {}

    /**
     * By its mark, else by where its zeroes are, else UTF-8 when all of it is, else windows-1251.
     *
     * @return null when it is no text
     */
    static Encoding of(byte[] file) {
        if (marked(file, 0xEF, 0xBB, 0xBF)) {
            return Encoding.UTF_8;
        }
        if (marked(file, 0xFF, 0xFE)) {
            return Encoding.UTF_16LE;
        }
        if (marked(file, 0xFE, 0xFF)) {
            return Encoding.UTF_16BE;
        }
        Encoding wide = wide(file);
        if (wide != null) {
            return wide;
        }
        if (!isText(file)) {
            return null;
        }
        return isUtf8(file) ? Encoding.UTF_8 : Encoding.WINDOWS_1251;
    }

    /** How many bytes of a mark stand before the text. */
    static int mark(byte[] file, Encoding encoding) {
        return switch (encoding) {
            case UTF_8 -> marked(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            case UTF_16LE -> marked(file, 0xFF, 0xFE) ? 2 : 0;
            case UTF_16BE -> marked(file, 0xFE, 0xFF) ? 2 : 0;
            default -> 0;
        };
    }

    static boolean marked(byte[] file, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: separators, digits and line ends have a zero at one side, Cyrillic letters a four. */
    private static Encoding wide(byte[] file) {
        int length = Math.min(file.length, LOOKED_AT) & ~1;
        int zerosFirst = 0;
        int zerosSecond = 0;
        for (int i = 0; i < length; i += 2) {
            zerosFirst += file[i] == 0 ? 1 : 0;
            zerosSecond += file[i + 1] == 0 ? 1 : 0;
        }
        int many = Math.max(1, length / 20);
        if (file.length % 2 == 0 && zerosSecond >= many && zerosFirst == 0) {
            return Encoding.UTF_16LE;
        }
        return file.length % 2 == 0 && zerosFirst >= many && zerosSecond == 0 ? Encoding.UTF_16BE : null;
    }

    private static boolean isText(byte[] file) {
        int length = Math.min(file.length, LOOKED_AT);
        for (int i = 0; i < length; i++) {
            int sign = file[i] & 0xFF;
            if (sign < 0x20 && sign != '\t' && sign != '\n' && sign != '\r' && sign != 0x0C) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer letters = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(bytes, letters, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            letters.clear();
        }
    }
}
