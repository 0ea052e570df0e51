package org.kindtrail.picture;

import java.util.Arrays;

/**
 * A picture as this house has drawn it anew; only {@link Cleaning} makes one, so that nothing else is ever kept.
 */
public final class CleanPicture {
    private final byte[] jpeg;
    private final int width;
    private final int height;

    CleanPicture(byte[] jpeg, int width, int height) {
        this.jpeg = jpeg;
        this.width = width;
        this.height = height;
    }

    byte[] jpeg() {
        return Arrays.copyOf(jpeg, jpeg.length);
    }

    /** In pixels. */
    int width() {
        return width;
    }

    /** In pixels. */
    int height() {
        return height;
    }
}
