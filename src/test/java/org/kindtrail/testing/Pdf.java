package org.kindtrail.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a PDF that was answered. */
public final class Pdf {
    private Pdf() {}

    /** What can be read on each page, with single spaces; between two cells there may be none. */
    public static List<String> pages(Response answered) {
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.contentType()).isEqualTo("application/pdf");
        assertThat(answered.header("Content-Disposition")).startsWith("inline; filename=\"");
        return pages(answered.asByteArray());
    }

    public static List<String> pages(byte[] file) {
        try {
            PdfReader reader = new PdfReader(file);
            PdfTextExtractor text = new PdfTextExtractor(reader);
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(text.getTextFromPage(page).replaceAll("\\s+", " "));
            }
            return pages;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** The same of a document that must be one page. */
    public static String page(Response answered) {
        assertThat(pages(answered)).hasSize(1);
        return pages(answered).get(0);
    }
}
