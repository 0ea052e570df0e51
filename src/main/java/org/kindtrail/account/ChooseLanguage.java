package org.kindtrail.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;
import org.kindtrail.web.SpokenLanguage;

/**
 * The language in which somebody reads the pages.
 *
 * @param language one of {@link org.kindtrail.web.Languages#SPOKEN}
 */
@Schema(name = "ChooseLanguage", description = "The language in which somebody reads the pages")
public record ChooseLanguage(
        @Text(max = 8) @SpokenLanguage
                @Schema(description = "en, ru, kk or ky (BCP 47)", examples = "ru", required = true) String language) {}
