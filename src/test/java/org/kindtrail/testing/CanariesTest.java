package org.kindtrail.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

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
}
