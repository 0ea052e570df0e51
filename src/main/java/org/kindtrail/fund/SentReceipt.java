package org.kindtrail.fund;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.web.Form;

/**
 * A form with a receipt as it was sent: what was typed, and the file, drawn anew or refused. In the form the file is its
 * digest, so that another one under the same key is found out; its name goes nowhere.
 *
 * @param file null when none was chosen, or when there are faults
 */
record SentReceipt(Form form, ReceiptFile file, List<FieldError> faults) {
    private static final String FIELD = "receipt";

    /** @param needed whether a form without a file is at fault */
    static SentReceipt of(MultipartFormDataInput sent, boolean needed) {
        var typed = new MultivaluedHashMap<String, String>();
        byte[] bytes = new byte[0];
        for (var each : sent.getValues().entrySet()) {
            for (FormValue value : each.getValue()) {
                if (!value.isFileItem()) {
                    typed.add(each.getKey(), value.getValue());
                } else if (each.getKey().equals(FIELD)) {
                    bytes = read(value.getFileItem());
                }
            }
        }
        typed.remove(FIELD);
        Form form = Form.of(typed);
        if (bytes.length == 0 && !needed) {
            return new SentReceipt(form, null, List.of());
        }
        try {
            ReceiptFile file = ReceiptFile.of(FIELD, bytes);
            return new SentReceipt(form.with(FIELD, file.digest()), file, List.of());
        } catch (Invalid refused) {
            return new SentReceipt(form, null, refused.fields());
        }
    }

    private static byte[] read(FileItem file) {
        try (InputStream in = file.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
