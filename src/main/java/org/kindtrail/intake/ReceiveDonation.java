package org.kindtrail.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.donor.Contact;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Records what somebody brings: either unsorted bags, or lines that say what it is. */
@Schema(description = "Records a donation: either a number of unsorted bags, or lines that say what is in it")
public record ReceiveDonation(
        @NotNull @Schema(description = "Code of an open drive", examples = "V-0000-0000") String drive,
        @NotNull @Schema(description = "Code of the open site or shelf where it is put, or of a container there", examples = "P-0000-0000")
                String place,
        @Schema(description = "Code of a donor; left out, with newDonor too, when the giver stays unknown") String donor,
        @Text(max = 120, required = false)
                @Schema(description = "Name of a donor who is added with the donation", examples = "Anna from the choir")
                String newDonor,
        @SensibleDate(future = false) @Schema(description = "When it came in; left out: now") Instant receivedAt,
        @Text(max = 500, required = false) @Schema(description = "Anything worth knowing about it") String remark,
        @Min(1) @Max(50) @Schema(description = "Number of unsorted bags", examples = "1") Long bags,
        @Size(min = 1, max = 50) @Schema(description = "What is in it, in place of bags")
                List<@NotNull @Valid DonationLine> lines,
        @Schema(description = "Code of a label printed beforehand that is still unused; for one bag or for lines")
                String label,
        @Valid
                @Schema(description = "How to reach the donor, and what they want to be told; needs a donor, known or new")
                Contact contact,
        @Size(max = 20)
                @Schema(
                        description = "Code of the open programme for which alone the goods are kept; left out: they are for anything",
                        examples = "PR-0000-0000")
                String programme) {
    @JsonCreator
    public ReceiveDonation {}

    /** For anything. */
    public ReceiveDonation(
            String drive,
            String place,
            String donor,
            String newDonor,
            Instant receivedAt,
            String remark,
            Long bags,
            List<DonationLine> lines,
            String label,
            Contact contact) {
        this(drive, place, donor, newDonor, receivedAt, remark, bags, lines, label, contact, null);
    }

    public ReceiveDonation(
            String drive,
            String place,
            String donor,
            String newDonor,
            Instant receivedAt,
            String remark,
            Long bags,
            List<DonationLine> lines,
            String label) {
        this(drive, place, donor, newDonor, receivedAt, remark, bags, lines, label, null, null);
    }
}
