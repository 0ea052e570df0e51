package org.kindtrail.help;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** The same said in several languages; each may be missing. */
@Schema(description = "A text in several languages; each may be left out, and is empty then")
public record HelpTexts(
        @Text(max = 2000, required = false) @Schema(description = "In English", examples = "We help with clothes and bedding.") String en,
        @Text(max = 2000, required = false) @Schema(description = "In Russian", examples = "Помогаем одеждой и постелью.") String ru,
        @Text(max = 2000, required = false) @Schema(description = "In Kazakh", examples = "Киім және төсек-орынмен көмектесеміз.") String kk,
        @Text(max = 2000, required = false) @Schema(description = "In Kyrgyz", examples = "Кийим жана төшөк менен жардам беребиз.") String ky) {
    static final HelpTexts NONE = new HelpTexts("", "", "", "");

    /** As it is kept: nothing is empty, and the ends are trimmed. */
    HelpTexts kept() {
        return new HelpTexts(kept(en), kept(ru), kept(kk), kept(ky));
    }

    private static String kept(String text) {
        return text == null ? "" : text.strip();
    }
}
