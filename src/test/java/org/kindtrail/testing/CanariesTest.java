package org.kindtrail.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class CanariesTest {
    private final Canaries canaries = new Canaries();

    private static byte[] paper(String title, String words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // so narrow that the words are broken
        try (Document document = new Document(PageSize.A7)) {
            PdfWriter.getInstance(document, out);
            document.open();
            document.addTitle(title);
            document.add(new Paragraph(words));
        }
        return out.toByteArray();
    }

    @Test
    void whatIsPrintedOrNamedInAPdfIsFound() {
        String canary = canaries.planted("Somebody of the Third House by the Old River Bridge");
        canaries.areNotIn("a paper", paper("Packing list", "Somebody of another house by the bridge"));
        assertThatThrownBy(() -> canaries.areNotIn("a paper", paper("Packing list", "For " + canary + " today")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a paper");
        assertThatThrownBy(() -> canaries.areNotIn("a paper", paper(canary, "A box"))).isInstanceOf(AssertionError.class);
    }

    /** What saves looking for each form must not overlook one. */
    @Test
    void aTelephoneAndATextAreFoundInEveryFormTheyCanHave() {
        for (String canary : List.of(canaries.telephone(), canaries.telephone().replace(" ", ""), canaries.text("field"))) {
            byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
            byte[] after = ("x" + canary + "y").getBytes(StandardCharsets.UTF_8);
            byte[] later = ("xy" + canary + "z").getBytes(StandardCharsets.UTF_8);
            for (String form : List.of(
                    canary,
                    canary.toUpperCase(Locale.ROOT),
                    URLEncoder.encode(canary, StandardCharsets.UTF_8),
                    HexFormat.of().formatHex(bytes),
                    Base64.getEncoder().encodeToString(bytes),
                    Base64.getUrlEncoder().encodeToString(after),
                    Base64.getEncoder().encodeToString(later))) {
                assertThatThrownBy(() -> canaries.areNotIn("a page", "before " + form + " after"))
                        .as(form)
                        .isInstanceOf(AssertionError.class);
            }
        }
        canaries.areNotIn("a page", "nothing of it, but +7 777 555 1001");
    }
}
