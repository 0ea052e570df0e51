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
        return pages(answered.statusCode(), answered.contentType(), answered.header("Content-Disposition"), answered.asByteArray());
    }

    /** The same, as a browser got it. */
    public static List<String> pages(Answer answered) {
        return pages(answered.statusCode(), answered.contentType(), answered.header("Content-Disposition"), answered.asByteArray());
    }

    private static List<String> pages(int status, String type, String disposition, byte[] file) {
        assertThat(status).isEqualTo(200);
        assertThat(type).isEqualTo("application/pdf");
        assertThat(disposition).startsWith("inline; filename=\"");
        return pages(file);
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
        return only(pages(answered));
    }

    /** The same, as a browser got it. */
    public static String page(Answer answered) {
        return only(pages(answered));
    }

    private static String only(List<String> pages) {
        assertThat(pages).hasSize(1);
        return pages.get(0);
    }
}
