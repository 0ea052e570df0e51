package org.kindtrail.picture;

/**
 * What of a file is the picture itself, read from its structure before anything is decoded.
 *
 * @param format jpeg or png
 * @param bytes the file less everything that is not needed to draw it
 * @param width in pixels, as it lies in the file
 * @param height in pixels
 * @param pixelBytes how many bytes a pixel takes when it is decoded, at most
 * @param orientation as EXIF counts: 1 to 8; 1 is upright
 */
record PlainPicture(String format, byte[] bytes, int width, int height, int pixelBytes, int orientation) {
    /** What a large telephone camera makes; more is refused before memory is used for it. */
    private static final long MOST_PIXELS = 50_000_000;

    /** @throws Unfit when there is nothing to see, or too much to decode */
    static void checkSize(long width, long height) {
        if (width <= 0 || height <= 0) {
            throw new Unfit("error_picture_no_size");
        }
        if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
            throw new Unfit("error_picture_pixels", java.util.Map.of("most", MOST_PIXELS / 1_000_000));
        }
    }
}
