package org.kindtrail.help;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Tells how an organisation is reached by somebody who needs help. */
@Schema(description = "Tells how the organisation is reached by somebody who needs help; shown to everybody")
public record DescribeHelp(
        @Schema(description = "The version that the change was made on; 0 when there was none") int version,
        @NotNull @Schema(description = "Whether everybody sees it", examples = "true") Boolean shown,
        @Size(max = MOST_TELEPHONES)
                @Schema(description = "Telephone numbers with the country's, in the order in which they are tried", examples = "[\"+7 701 123 45 67\"]")
                List<@Size(max = 60) String> telephones,
        @Size(max = 60) @Schema(description = "The number of a WhatsApp account, with the country's", examples = "+77011234567")
                String whatsapp,
        @Size(max = 60) @Schema(description = "A user name of Telegram", examples = "kindtrail_help") String telegram,
        @Size(max = 254) @Schema(description = "An e-mail address", examples = "help@example.org") String email,
        @Text(max = 300, required = false) @Schema(description = "When somebody answers", examples = "Mon-Fri 9:00-18:00") String hours,
        @Valid @Schema(description = "What the organisation says, in each language that it can") HelpTexts texts) {
    static final int MOST_TELEPHONES = 5;
}
