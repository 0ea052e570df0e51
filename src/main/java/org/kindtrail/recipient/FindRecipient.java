package org.kindtrail.recipient;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.Text;

/** Looks for recipients by exactly what is sealed of them; with both given, both must fit. */
@Schema(description = "Looks for recipients by their true name, their telephone, or both, exactly as they are sealed")
public record FindRecipient(
        @Text(max = 200, required = false)
                @Schema(
                        implementation = String.class,
                        description = "The whole name; capital letters and spaces make no difference",
                        examples = "House of the Willow")
                Confidential trueName,
        @Text(max = 60, required = false)
                @Schema(
                        implementation = String.class,
                        description = "The whole number; spaces, dashes and brackets make no difference",
                        examples = "+7 700 000 00 00")
                Confidential telephone) {
    boolean byName() {
        return trueName != null && !trueName.isBlank();
    }

    boolean byTelephone() {
        return telephone != null && !telephone.isBlank();
    }
}
