package org.kindtrail.help;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What everybody may read of how an organisation is reached. */
@Schema(description = "How an organisation is reached by somebody who needs help")
public record HelpView(
        @Schema(description = "Code of the organisation", examples = "H-0000-0000") String organisation,
        @Schema(description = "Its name") String name,
        @Schema(description = "ISO 3166-1 alpha-2 code of its country", examples = "KZ") String country,
        @Schema(description = "Telephone numbers (E.164)", examples = "[\"+77011234567\"]") List<String> telephones,
        @Schema(nullable = true, description = "Number of its WhatsApp account (E.164); null when it has none", examples = "+77011234567")
                String whatsapp,
        @Schema(nullable = true, description = "Its user name on Telegram; null when it has none", examples = "kindtrail_help")
                String telegram,
        @Schema(nullable = true, description = "Its e-mail address; null when it has none", examples = "help@example.org")
                String email,
        @Schema(description = "When somebody answers; empty when nobody said", examples = "Mon-Fri 9:00-18:00") String hours,
        @Schema(description = "What it says, in each language that it can") HelpTexts texts) {
    /** Where the house writes on WhatsApp: the digits of a number make the address. */
    public String whatsappLink() {
        return "https://wa.me/" + whatsapp.substring(1);
    }

    /** Where the house writes on Telegram. */
    public String telegramLink() {
        return "https://t.me/" + telegram;
    }
}
