package org.kindtrail.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kindtrail.kernel.Refused;
import org.kindtrail.web.FileAnswer;
import org.kindtrail.web.Frame;

/** Labels as PDF, each exactly where the sheet has it. */
@ApplicationScoped
public class Labels {
    private final Fonts fonts;
    private final Frame frame;
    private final FileAnswer files;

    Labels(Fonts fonts, Frame frame, FileAnswer files) {
        this.fonts = fonts;
        this.frame = frame;
        this.files = files;
    }

    /**
     * A label. No name of a person or place belongs on one.
     *
     * @param code to be read by people
     * @param address what its QR code opens, see {@link #address}
     * @param lines what is in it, size, weight: the first in bold; on the smallest sheet there is no room for them
     * @param marks how it is handled
     */
    public record Label(String code, String address, List<String> lines, Set<Mark> marks) {
        /** The code alone. */
        public static Label blank(String code, String address) {
            return new Label(code, address, List.of(), Set.of());
        }
    }

    /** The address of a code on a label; in capitals it makes the smallest QR code, and it is read in any case. */
    public static String address(UriInfo here, String code) {
        return (here.getBaseUri().toString().replaceFirst("/+$", "") + "/l/" + code).toUpperCase(Locale.ROOT);
    }

    /**
     * The labels, one after the other.
     *
     * @param name in words, as the document and the file are named
     * @throws Refused when the QR codes are too large for the sheet
     */
    public Response pdf(LabelChoice choice, String name, List<Label> labels) {
        Map<Mark, String> words = new EnumMap<>(Mark.class);
        for (Mark mark : Mark.values()) {
            words.put(mark, frame.say(mark.wordsKey(), Map.of()));
        }
        PdfLabels pdf = new PdfLabels(choice, words, fonts);
        List<Label> all = new ArrayList<>(labels);
        return files.of("application/pdf", Papers.disposition(name), () -> {
            all.forEach(pdf::check);
            return out -> pdf.write(all, name, frame.getLocale().toLanguageTag(), out);
        });
    }
}
