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
    @Schema(name = "OverviewLow", description = "A minimum level that is not reached")
    public record Low(
            @Schema(description = "Code of the item", examples = "jumpers-man") String item,
            @Schema(description = "Its name") String itemName,
            @Schema(nullable = true, description = "The size; null: all sizes", examples = "L") String size,
            @Schema(description = "Code of the site") String site,
            @Schema(description = "Its name") String siteName,
            @Schema(description = "How much is missing, in the unit", examples = "36") long missing,
            @Schema(description = "The item's unit", examples = "piece") String unit) {}

    /** An urgent need for which nothing is done. */
    @Schema(name = "OverviewNeed", description = "An urgent need with nothing promised or on the way")
    public record UrgentNeed(
            @Schema(description = "Its code", examples = "N-0000-0000") String code,
            @Schema(description = "What the recipient is called inside") String recipientAlias,
            @Schema(description = "For whom it is, in words") String forWhom,
            @Schema(description = "How urgent it is") Urgency urgency,
            @Schema(description = "When it was posted") Instant postedAt) {}

    /** A lot that lies there for long. */
    @Schema(name = "OverviewOld", description = "A lot that has been in the house for long")
    public record Old(
            @Schema(description = "Its code") String lot,
            @Schema(description = "What it is") String what,
            @Schema(description = "When it came in") Instant receivedAt) {}

    /** What a recipient has not confirmed. */
    @Schema(name = "OverviewNotConfirmed", description = "A recipient that has not confirmed what was sent")
    public record NotConfirmed(
            @Schema(description = "Its code") String recipient,
            @Schema(description = "What it is called inside") String recipientAlias,
            @Schema(description = "What left for it, oldest first") List<Departed> dispatches) {}

    /** A dispatch that left. */
    @Schema(name = "OverviewDeparted", description = "A dispatch that left and is not confirmed")
    public record Departed(
            @Schema(description = "Its code") String code,
            @Schema(description = "When it left") Instant departedAt,
            @Schema(description = "So many days ago", examples = "7") long days) {}

    /** A shipment that should be there. @param other the organisation at the other end */
    @Schema(name = "OverviewLate", description = "A shipment that should have arrived")
    public record Late(
            @Schema(description = "Its code") String code,
            @Schema(description = "The organisation at the other end") String other,
            @Schema(description = "The day on which it was to arrive") LocalDate due) {}
}
