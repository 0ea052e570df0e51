package org.kindtrail.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unmistakable strings that are planted where nobody else may read, and looked for wherever somebody could: as they are, as
 * HTML, JSON, an address, quoted-printable, base64 and hex have them. One find is a failure.
 */
public final class Canaries {
    private static final String MARK = "canary";
    /** How telephones begin, with spaces and without. */
    private static final List<String> DIALLED = List.of("+7 701 555 ", "+7701555");
    /** The mark in every form: without one of them none of the marked texts can be there, which saves looking for each. */
    private static final List<String> MARKS =
            Stream.of("Canary", MARK).flatMap(each -> formsOf(each).stream()).distinct().toList();
    /** The same for telephones. */
    private static final List<String> DIALLED_MARKS =
            DIALLED.stream().flatMap(each -> formsOf(each).stream()).distinct().toList();

    private final Map<String, List<String>> forms = new LinkedHashMap<>();
    private int planted;

    /** A text with everything that is escaped somewhere; two are never alike. */
    public String text(String field) {
        return planted("Canary" + ++planted + field + " <Zhanna> & \"Rau'an\" Ұя " + field.hashCode() * 31L);
    }

    /** A word of letters and digits only, for fields that take no others. */
    public String word(String field) {
        return planted("canary" + ++planted + field.toLowerCase(Locale.ROOT) + Integer.toHexString(field.hashCode()));
    }

    /** An address for e-mail at a domain of nobody. */
    public String email(String field) {
        return planted(word(field) + "@canary.example.org");
    }

    /** Digits as of a telephone, found also without the spaces between them. */
    public String telephone() {
        String number = "+7 701 555 " + (1000 + ++planted);
        planted(number.replace(" ", ""));
        return planted(number);
    }

    /** Looks for this string too, which something else made. */
    public String planted(String canary) {
        forms.put(canary, formsOf(canary));
        return canary;
    }

    public List<String> all() {
        return List.copyOf(forms.keySet());
    }

    /** @param where named in the failure */
    public void areNotIn(String where, byte[] found) {
        areNotIn(where, new String(found, StandardCharsets.UTF_8));
        if (found.length > 4 && found[0] == 'P' && found[1] == 'K') {
            unpacked(found).forEach((name, text) -> areNotIn(where + " " + name, text));
        }
        if (found.length > 4 && found[0] == '%' && found[1] == 'P') {
            areNotPrinted(where, found);
        }
    }

    /** What stands on the pages of a PDF is packed in it, and broken into lines where the paper ends. */
    private void areNotPrinted(String where, byte[] pdf) {
        String text = inOneLine(printed(pdf));
        forms.keySet().forEach(canary -> assertThat(text.contains(inOneLine(canary))).as("%s has %s on paper", where, canary).isFalse());
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }

    private static String printed(byte[] pdf) {
        try (PdfReader reader = new PdfReader(pdf)) {
            StringBuilder text = new StringBuilder(String.valueOf(reader.getInfo()));
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param where named in the failure */
    public void areNotIn(String where, String found) {
        String lower = found.toLowerCase(Locale.ROOT);
        boolean marked = MARKS.stream().anyMatch(lower::contains);
        boolean dialled = DIALLED_MARKS.stream().anyMatch(lower::contains);
        forms.forEach((canary, all) -> {
            if (!marked && canary.toLowerCase(Locale.ROOT).contains(MARK)
                    || !dialled && DIALLED.stream().anyMatch(canary::startsWith)) {
                return;
            }
            for (String form : all) {
                // base64 alone keeps its case, and lower case would find too much rather than too little
                assertThat(lower.contains(form)).as("%s has %s as %s", where, canary, form).isFalse();
            }
        });
    }

    /** Whether it is there as it is, for the tests of whom may read it. */
    public boolean anyIn(String found) {
        return forms.keySet().stream().anyMatch(found::contains);
    }

    private static List<String> formsOf(String canary) {
        String html = canary.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
        byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
        String percent = URLEncoder.encode(canary, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of(
                canary,
                html,
                html.replace("'", "&#39;"),
                html.replace("'", "&apos;"),
                canary.replace("\"", "\\\""),
                canary.replace("\"", "\"\""),
                unicode(canary),
                percent,
                percent.replace("+", "%20"),
                quotedPrintable(bytes),
                HexFormat.of().formatHex(bytes)));
        for (int shift = 0; shift < 3; shift++) {
            String packed = packed(bytes, shift);
            all.add(packed);
            all.add(packed.replace('+', '-').replace('/', '_'));
        }
        return all.stream().map(form -> form.toLowerCase(Locale.ROOT)).distinct().toList();
    }

    private static String unicode(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return escaped.toString().replace("\"", "\\\"");
    }

    private static String quotedPrintable(byte[] bytes) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : bytes) {
            encoded.append(each >= 32 && each < 127 && each != '=' ? String.valueOf((char) each) : String.format("=%02X", each));
        }
        return encoded.toString();
    }

    /** As it would stand in base64, wherever in the encoded text it begins; its ends are cut where neighbours show. */
    private static String packed(byte[] bytes, int shift) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int whole = shifted.length / 3 * 4;
        return encoded.substring(shift == 0 ? 0 : 4, whole);
    }

    /** By its directory: what was streamed into it tells the sizes there only. */
    private static Map<String, String> unpacked(byte[] archive) {
        Map<String, String> files = new LinkedHashMap<>();
        try {
            Path kept = Files.createTempFile("kindtrail", ".zip");
            try {
                Files.write(kept, archive);
                try (ZipFile zip = new ZipFile(kept.toFile())) {
                    for (ZipEntry entry : Collections.list(zip.entries())) {
                        files.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
