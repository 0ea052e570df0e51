package org.kindtrail.recipient;

import java.util.Collection;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.Text;

/** Who and where a recipient really is: kept sealed, and on its way only to and from who may read it. */
@Schema(description = "Who and where a recipient really is. Kept encrypted; opened with a reason only, and every opening is noted")
public record SealedDetails(
        @Text(max = 200, required = false)
                @Schema(implementation = String.class, description = "What it is really called", examples = "House of the Willow")
                Confidential trueName,
        @Text(max = 500, required = false)
                @Schema(implementation = String.class, description = "Where it is", examples = "Poplar Street 4, Exampletown")
                Confidential address,
        @Text(max = 60, required = false)
                @Schema(implementation = String.class, description = "How to reach it", examples = "+7 700 000 00 00")
                Confidential telephone,
        @Text(max = 1000, required = false)
                @Schema(
                        implementation = String.class,
                        description = "How to find the door, and when to come",
                        examples = "The green gate behind the bakery; ring twice.")
                Confidential directions) {
    /** As the seal opened them. */
    static SealedDetails of(Map<String, Confidential> open) {
        return new SealedDetails(
                open.get(SealedField.TRUE_NAME.word()),
                open.get(SealedField.ADDRESS.word()),
                open.get(SealedField.TELEPHONE.word()),
                open.get(SealedField.DIRECTIONS.word()));
    }

    Confidential get(SealedField field) {
        return switch (field) {
            case TRUE_NAME -> trueName;
            case ADDRESS -> address;
            case TELEPHONE -> telephone;
            case DIRECTIONS -> directions;
        };
    }

    /** All but these. */
    SealedDetails without(Collection<SealedField> fields) {
        return new SealedDetails(
                fields.contains(SealedField.TRUE_NAME) ? null : trueName,
                fields.contains(SealedField.ADDRESS) ? null : address,
                fields.contains(SealedField.TELEPHONE) ? null : telephone,
                fields.contains(SealedField.DIRECTIONS) ? null : directions);
    }

    /** Whether there is anything in this field. */
    boolean has(SealedField field) {
        Confidential text = get(field);
        return text != null && !text.isBlank();
    }
}
