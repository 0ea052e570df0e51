package org.kindtrail.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A picture in the guides: a page as it looks on a telephone. {@code scripts/pictures} takes them, the build packs them.
 *
 * @param name of the file, as in addresses: "record-ru.png"
 * @param width in pixels
 * @param height in pixels
 */
record GuidePicture(String name, int width, int height, byte[] png) {
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]{2})?\\.png");
    /** Where a PNG says how wide it is, and then how high. */
    private static final int SIZE_AT = 16;

    /** Empty when there is none of that name. */
    static Optional<GuidePicture> named(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in = GuidePicture.class.getResourceAsStream("/guide/pictures/" + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] png = in.readAllBytes();
            ByteBuffer size = ByteBuffer.wrap(png, SIZE_AT, 2 * Integer.BYTES);
            return Optional.of(new GuidePicture(name, size.getInt(), size.getInt(), png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
