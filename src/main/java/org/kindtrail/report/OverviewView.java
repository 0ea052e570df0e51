package org.kindtrail.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.need.Urgency;

/** What a coordinator should see first: what waits, what is short, what gets old, what is late, who has not confirmed. */
@Schema(name = "Overview", description = "What waits for the coordinator, what is short, what gets old, what is late, and who has not confirmed")
public record OverviewView(
        @Schema(description = "Words of thanks to let through or decline") long thanks,
        @Schema(description = "Photographs and stories without a consent") long pictures,
        @Schema(description = "Write-offs that a second person has to look at") long writeOffs,
        @Schema(description = "Stocktakes that are counted and not approved") long stocktakes,
        @Schema(description = "Messages that were given up or may not have been sent") long messages,
        @Schema(description = "Needs that other organisations offer to pass on, and that wait for an answer") long referrals,
        @Schema(description = "Minimum levels that are not reached") long low,
        @Schema(description = "The first of them") List<Low> lowest,
        @Schema(description = "Open needs that are critical or urgent and have nothing promised or on the way") long urgentNeeds,
        @Schema(description = "The most urgent and oldest of them") List<UrgentNeed> urgent,
        @Schema(description = "What expires within so many days, or has: lots by place") long expiring,
        @Schema(description = "Within so many days", examples = "30") int expiringDays,
        @Schema(description = "Unsorted bags and boxes that came in more than so many days ago") long unsorted,
        @Schema(description = "More than so many days ago", examples = "7") int unsortedDays,
        @Schema(description = "What has been in the house longest") List<Old> oldest,
        @Schema(description = "Dispatches that left more than so many days ago and are not confirmed") long unconfirmed,
        @Schema(description = "More than so many days ago", examples = "3") int unconfirmedDays,
        @Schema(description = "The oldest of them, by recipient") List<NotConfirmed> notConfirmed,
        @Schema(description = "Shipments on the way that were to arrive before today") long late,
        @Schema(description = "The longest overdue of them") List<Late> overdue) {

    public boolean nothingWaits() {
        return thanks + pictures + writeOffs + stocktakes + messages + referrals == 0;
    }

    public boolean nothingShort() {
        return low + urgentNeeds == 0;
    }

    public boolean nothingLate() {
        return unconfirmed + late == 0;
    }

    /** A minimum level that is not reached. */
    @Schema(name = "OverviewLow")
    public record Low(
            String item, String itemName, @Schema(nullable = true) String size, String site, String siteName, long missing, String unit) {}

    /** An urgent need for which nothing is done. */
    @Schema(name = "OverviewNeed")
    public record UrgentNeed(String code, String recipientAlias, String forWhom, Urgency urgency, Instant postedAt) {}

    /** A lot that lies there for long. */
    @Schema(name = "OverviewOld")
    public record Old(String lot, String what, Instant receivedAt) {}

    /** What a recipient has not confirmed. */
    @Schema(name = "OverviewNotConfirmed")
    public record NotConfirmed(String recipient, String recipientAlias, List<Departed> dispatches) {}

    /** A dispatch that left. */
    @Schema(name = "OverviewDeparted")
    public record Departed(String code, Instant departedAt, long days) {}

    /** A shipment that should be there. @param other the organisation at the other end */
    @Schema(name = "OverviewLate")
    public record Late(String code, String other, LocalDate due) {}
}
