package org.kindtrail.exchange;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.kindtrail.web.Form;

/**
 * The form with a spreadsheet as it was sent. In the form the file is its digest, so that another one under the same key is
 * found out.
 */
record SentSheet(Form form, String name, byte[] file) {
    static final String FIELD = "file";

    static SentSheet of(MultipartFormDataInput sent) {
        var typed = new MultivaluedHashMap<String, String>();
        byte[] file = new byte[0];
        String name = null;
        for (var each : sent.getValues().entrySet()) {
            for (FormValue value : each.getValue()) {
                if (!value.isFileItem()) {
                    typed.add(each.getKey(), value.getValue());
                } else if (each.getKey().equals(FIELD)) {
                    file = read(value.getFileItem());
                    name = value.getFileName();
                }
            }
        }
        typed.remove(FIELD);
        return new SentSheet(Form.of(typed).with(FIELD, digest(file)), name, file);
    }

    private static byte[] read(FileItem file) {
        try (InputStream in = file.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
