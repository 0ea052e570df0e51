package org.kindtrail.intake;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A donation as both doors show it. */
@Schema(description = "A donation")
public record DonationView(
        @Schema(description = "Its code", examples = "D-0000-0000") String code,
        @Schema(description = "Code of the drive that it came in for") String drive,
        @Schema(description = "Title of that drive") String driveTitle,
        @Schema(nullable = true, description = "Code of the donor; null when unknown") String donor,
        @Schema(nullable = true, description = "How the house knows the donor; null when unknown") String donorName,
        @Schema(description = "Code of the place where it was put") String place,
        @Schema(description = "That place in words", examples = "School hall, Shelf A") String placeName,
        @Schema(nullable = true, description = "Code of the printed label on an itemised donation; null when it has none") String label,
        @Schema(nullable = true, description = "Code of the programme for which alone it is kept; null when it is for anything", examples = "PR-0000-0000")
                String keptFor,
        @Schema(nullable = true, description = "The name of that programme") String keptForName,
        @Schema(nullable = true, description = "Anything worth knowing about it; null when nothing") String remark,
        @Schema(description = "When it came in") Instant receivedAt,
        @Schema(description = "When it was written down") Instant recordedAt,
        @Schema(description = "Who wrote it down") String recordedBy,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt,
        @Schema(description = "What came with it, and what came out of its bags") List<DonationLot> lots,
        @Schema(nullable = true, description = "The donor's key to its tracking page: only in the answer to recording it, null elsewhere")
                String trackingCode,
        @Schema(nullable = true, description = "Where that key leads: only in the answer to recording it, null elsewhere")
                String tracking) {

    /** What came in, without what came out of its bags. */
    public List<DonationLot> cameIn() {
        return lots.stream().filter(lot -> lot.outOf() == null).toList();
    }

    /** What came out of its bags. */
    public List<DonationLot> cameOut() {
        return lots.stream().filter(lot -> lot.outOf() != null).toList();
    }

    /** Whether it is a gift of money. */
    public boolean money() {
        return cameIn().stream().anyMatch(DonationLot::money);
    }

    public boolean itemised() {
        return cameIn().stream().noneMatch(DonationLot::bag);
    }

    /** The only bag of it, when it waits to be sorted; null otherwise. */
    public String bagToSort() {
        List<DonationLot> bags = cameIn();
        boolean waits = bags.size() == 1 && bags.get(0).bag() && bags.get(0).state() == DonationLot.State.HELD;
        return waits ? bags.get(0).code() : null;
    }

    /** The code on the paper that goes with it: the label's, the only bag's, or the donation's own. */
    public String shownCode() {
        if (label != null) {
            return label;
        }
        return !itemised() && cameIn().size() == 1 ? cameIn().get(0).code() : code;
    }
}
