package org.kindtrail.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a CSV file writes letters as bytes: those that people's spreadsheet programs make. */
public enum Encoding {
    @JsonProperty("utf_8")
    UTF_8(StandardCharsets.UTF_8, "UTF-8"),
    @JsonProperty("utf_16le")
    UTF_16LE(StandardCharsets.UTF_16LE, "UTF-16 LE"),
    @JsonProperty("utf_16be")
    UTF_16BE(StandardCharsets.UTF_16BE, "UTF-16 BE"),
    @JsonProperty("windows_1251")
    WINDOWS_1251(Charset.forName("windows-1251"), "windows-1251"),
    @JsonProperty("windows_1252")
    WINDOWS_1252(Charset.forName("windows-1252"), "windows-1252");

    private final Charset charset;
    private final String title;

    Encoding(Charset charset, String title) {
        this.charset = charset;
        this.title = title;
    }

    Charset charset() {
        return charset;
    }

    /** What it is called everywhere. */
    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
