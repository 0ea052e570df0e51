package org.kindtrail.picture;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.web.Form;

/**
 * The form with a photograph as it was sent: what was typed, and the file, cleaned or refused. In the form the file is its
 * digest, so that another one under the same key is found out; its bytes and its name go nowhere.
 *
 * @param image null when there are faults
 */
record SentPhotograph(Form form, CleanPicture image, List<FieldError> faults) {
    private static final String FIELD = "photograph";

    static SentPhotograph of(MultipartFormDataInput sent, BiFunction<String, byte[], CleanPicture> cleaning) {
        var typed = new MultivaluedHashMap<String, String>();
        FileItem file = null;
        for (var each : sent.getValues().entrySet()) {
            for (FormValue value : each.getValue()) {
                if (!value.isFileItem()) {
                    typed.add(each.getKey(), value.getValue());
                } else if (each.getKey().equals(FIELD)) {
                    file = value.getFileItem();
                }
            }
        }
        typed.remove(FIELD);
        Form form = Form.of(typed);
        try {
            byte[] bytes = read(file);
            Form named = form.with(FIELD, digest(bytes));
            try {
                return new SentPhotograph(named, cleaning.apply(FIELD, bytes), List.of());
            } catch (Invalid refused) {
                return new SentPhotograph(named, null, refused.fields());
            }
        } catch (Unfit unfit) {
            return new SentPhotograph(form, null, List.of(new FieldError(FIELD, unfit.key(), unfit.facts())));
        }
    }

    private static byte[] read(FileItem file) {
        try {
            Cleaning.checkLength(file == null ? 0 : file.getFileSize());
            try (InputStream in = file.getInputStream()) {
                return in.readAllBytes();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
