package org.kindtrail.paper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.kindtrail.web.FileAnswer;
import org.kindtrail.web.Frame;

/**
 * Shows a {@link Paper} as a page for the printer, or as a PDF that is sent while it is written. Name and logo of the
 * organisation of whoever is signed in stand at its head.
 */
@ApplicationScoped
public class Papers {
    private final Fonts fonts;
    private final Frame frame;
    private final FileAnswer files;
    private final LogoService logos;

    Papers(Fonts fonts, Frame frame, FileAnswer files, LogoService logos) {
        this.logos = logos;
        this.fonts = fonts;
        this.frame = frame;
        this.files = files;
    }

    @CheckedTemplate(basePath = "paper", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance paper(PaperPage page, String pdf, String back, boolean logo);

        static native TemplateInstance poster(Poster poster, String pdf, String back, boolean logo);
    }

    /**
     * @param pdf the address of the same document as PDF; null: there is none
     * @param back where the page leads back to
     */
    public TemplateInstance page(Paper paper, String pdf, String back) {
        return Templates.paper(PaperPage.of(paper), pdf, back, logos.mine() != null);
    }

    /** The first rows are read at once: what is wrong with the document itself is answered like everywhere. */
    public Response pdf(Paper paper) {
        Letterhead letterhead = letterhead();
        return files.of("application/pdf", disposition(paper.name()), () -> {
            Paper begun = begun(paper);
            return out -> new PdfPaper(letterhead, fonts).write(begun, out);
        });
    }

    /** The poster as a page; otherwise like {@link #page}. */
    public TemplateInstance poster(Poster poster, String pdf, String back) {
        return Templates.poster(poster, pdf, back, logos.mine() != null);
    }

    public Response pdf(Poster poster) {
        Letterhead letterhead = letterhead();
        return files.of("application/pdf", disposition(poster.name()), () -> out -> new PdfPoster(letterhead, fonts).write(poster, out));
    }

    /** The paper with its first table's rows begun, so that whatever their source refuses is refused now. */
    private static Paper begun(Paper paper) {
        if (!paper.tables().isEmpty()) {
            Iterator<List<String>> rows = paper.tables().get(0).rows().iterator();
            rows.hasNext();
            paper.begun(rows);
        }
        return paper;
    }

    private Letterhead letterhead() {
        return logos.letterhead(frame.say("paper_no_lines", Map.of()));
    }

    /** Browsers show it; the name is for whoever keeps it. */
    static String disposition(String name) {
        String words = Fonts.printable(name).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String latin = words.replaceAll("[^A-Za-z0-9-]+", "").replaceAll("^-+|-+$", "");
        String plain = (latin.isEmpty() ? "document" : latin) + ".pdf";
        String full = URLEncoder.encode((words.isEmpty() ? "document" : words) + ".pdf", StandardCharsets.UTF_8);
        return "inline; filename=\"" + plain + "\"; filename*=UTF-8''" + full;
    }
}
