package org.kindtrail.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one style sheet. It stands in the page itself, so that the first answer is all a telephone waits for. */
@Singleton
public class Style {
    private final String sheet;
    private final byte[] bytes;
    private final String hash;

    Style() {
        try (InputStream in = Style.class.getResourceAsStream("/style/house.css")) {
            sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "").trim();
            bytes = sheet.getBytes(StandardCharsets.UTF_8);
            hash = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String sheet() {
        return sheet;
    }

    /** The same as it goes out; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** The content security policy that lets a page use this sheet, pictures of our own and forms of our own; no script. */
    public String policy() {
        return "default-src 'none'; style-src 'sha256-" + hash + "'; img-src 'self' data:; form-action 'self'; "
                + "frame-ancestors 'none'; base-uri 'none'";
    }
}
