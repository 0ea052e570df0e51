package org.kindtrail.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.programme.TargetKind;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.Sex;

/**
 * All that a report says, in numbers and names; an issued report is this, kept as JSON. Flows are named by words
 * ({@code received}, {@code distributed} ...); one that is absent is 0.
 */
@Schema(name = "ReportData", description = "All that a report says. Of goods, money and values: opening and all that came in less all"
        + " that went out is closing.")
public record ReportData(
        @Schema(description = "First day", examples = "2026-05-01") LocalDate from,
        @Schema(description = "Last day", examples = "2026-05-31") LocalDate to,
        @Schema(description = "Whose report it is", examples = "House of Help") String organisation,
        @Schema(description = "Country of that organisation, ISO 3166-1 alpha-2", examples = "KZ") String country,
        @Schema(description = "When the figures were taken") Instant takenAt,
        @Schema(description = "What it is narrowed to") About about,
        @Schema(nullable = true, description = "Items that were held or moved; null where the report is about one region") List<Goods> goods,
        @Schema(description = "What of the goods a value is known of, by currency; amounts are never added across currencies")
                List<Amounts> values,
        @Schema(description = "How much of what came and went has no known value, by flow and measure") List<Unvalued> unvalued,
        @Schema(description = "Money that was held or moved, by currency") List<Amounts> money,
        @Schema(description = "Pieces, pairs and sets by month") List<Month> months,
        @Schema(description = "What was distributed, by region") List<Given> regions,
        @Schema(description = "What was let go and lost, by why") List<Loss> losses,
        @Schema(nullable = true, description = "What is held at the end by where it is; null where the period is over")
                List<Where> where,
        Needs needs,
        People people,
        @Schema(nullable = true, description = "What was charged to the programme; null where the report is about no programme")
                Charged charged) {

    /** What a report is narrowed to; null: not narrowed. */
    @Schema(name = "ReportAbout", description = "What a report is narrowed to; null: to nothing")
    public record About(
            @Schema(nullable = true, description = "Code of the programme") String programme,
            @Schema(nullable = true, description = "Its name") String programmeName,
            @Schema(nullable = true, description = "Who pays for it") String funder,
            @Schema(nullable = true, description = "Code of the drive") String drive,
            @Schema(nullable = true, description = "Its title") String driveTitle,
            @Schema(nullable = true, description = "Country of the region") String country,
            @Schema(nullable = true, description = "Name of the region") String region,
            @Schema(nullable = true, description = "Code of the category of items", examples = "shoes") String category) {}

    /** An item: held, come and gone. */
    @Schema(name = "ReportGoods", description = "An item: what was held, what came and went, in its unit")
    public record Goods(
            @Schema(description = "Code of its category") String category,
            @Schema(description = "Code of the item") String item,
            @Schema(description = "Its name when the report was made") String name,
            @Schema(description = "What is added with it: piece (pieces, pairs and sets), or its unit") String measure,
            @Schema(description = "Held when the period began") long opening,
            @Schema(description = "What came and went, by flow") Map<String, Long> flows,
            @Schema(description = "Held when it ended") long closing) {
        long flow(Flow flow) {
            return flows.getOrDefault(flow.word(), 0L);
        }
    }

    /** Amounts of a currency, as "12.50". */
    @Schema(name = "ReportAmounts", description = "Amounts of one currency, as 12.50")
    public record Amounts(
            @Schema(description = "ISO 4217 code", examples = "KZT") String currency,
            @Schema(description = "When the period began", examples = "12.50") String opening,
            @Schema(description = "What came and went, by flow") Map<String, String> flows,
            @Schema(description = "When it ended", examples = "12.50") String closing) {}

    /** Goods whose value nobody knows. */
    @Schema(name = "ReportUnvalued", description = "So much that came or went has no known value")
    public record Unvalued(
            @Schema(description = "Which flow", examples = "received") String flow,
            @Schema(description = "What it is counted in: piece (pieces, pairs and sets), or its unit", examples = "piece") String measure,
            @Schema(description = "How much of it") long quantity) {}

    /** Pieces, pairs and sets of a month. */
    @Schema(name = "ReportMonth", description = "Pieces, pairs and sets of one month")
    public record Month(@Schema(description = "Year and month", examples = "2026-05") String month, @Schema(description = "By flow") Map<String, Long> flows) {
        long flow(Flow flow) {
            return flows.getOrDefault(flow.word(), 0L);
        }
    }

    /** What was distributed in a region. */
    @Schema(name = "ReportGiven", description = "What was distributed in a region; a region with fewer than three recipients is elsewhere")
    public record Given(
            @Schema(nullable = true, description = "Country; null: not known") String country,
            @Schema(nullable = true, description = "Name of the region; null: elsewhere in the country") String region,
            @Schema(description = "Code of the category", examples = "tops") String category,
            @Schema(description = "What it is counted in: piece (pieces, pairs and sets), or its unit", examples = "piece") String measure,
            @Schema(description = "How much of it") long quantity) {}

    /** What was let go or lost. */
    @Schema(name = "ReportLoss", description = "What was let go or lost, and why")
    public record Loss(
            @Schema(description = "let_go or lost", examples = "lost") String flow,
            @Schema(description = "Why", examples = "damaged") String reason,
            @Schema(description = "What it is counted in: piece (pieces, pairs and sets), or its unit", examples = "piece") String measure,
            @Schema(description = "How much of it") long quantity) {}

    /** Where what is held now is. */
    @Schema(name = "ReportWhere", description = "What is held, by where: house, road, partner")
    public record Where(
            @Schema(description = "house, road or partner", examples = "road") String where,
            @Schema(description = "What it is counted in: piece (pieces, pairs and sets), or its unit", examples = "piece") String measure,
            @Schema(description = "How much of it") long quantity) {}

    /** Needs that were posted in the period. */
    @Schema(name = "ReportNeeds", description = "Needs that were posted in the period, and what had become of them when the report was made")
    public record Needs(
            @Schema(description = "All of them") long posted,
            @Schema(description = "Everything of it arrived") long met,
            @Schema(description = "Some of it arrived") long partly,
            @Schema(description = "Nothing arrived, and it is still asked for") long waiting,
            @Schema(description = "Ended before anything arrived: closed, withdrawn, expired or referred") long ended,
            @Schema(nullable = true, description = "Half of those that got something waited so many days or fewer; null: none did")
                    Integer medianDays,
            @Schema(description = "How long those waited that got something") List<Band> waited,
            @Schema(description = "How long those wait that got nothing yet") List<Band> stillWaiting) {}

    /** So many waited so long. */
    @Schema(name = "ReportBand", description = "So many needs waited so many days")
    public record Band(
            @Schema(description = "At least so many days") int from,
            @Schema(nullable = true, description = "At most so many; null: or more") Integer to,
            @Schema(description = "How many needs") long needs) {}

    /** People who were helped, of whole months; every number is of 5 people or more, of more than one household. */
    @Schema(name = "ReportPeople", description = "People who were helped, counted once for each need, in groups of at least 5, not all of one household, that have"
            + " nobody in common. Who is in no group of 5 is not told.")
    public record People(
            @Schema(nullable = true, description = "Why nobody is told of; null: they are told") String why,
            @Schema(nullable = true, description = "First month that is told", examples = "2026-05") String firstMonth,
            @Schema(nullable = true, description = "Last month that is told") String lastMonth,
            @Schema(description = "Whether the period cuts a month, which is not told then") boolean cut,
            @Schema(nullable = true, description = "From this month on nothing is told yet; null: all months are") String untoldFrom,
            @Schema(description = "The groups; nobody is in two of them") List<Told> groups) {
        long total() {
            return groups.stream().mapToLong(Told::number).sum();
        }
    }

    /** A group of people. */
    @Schema(name = "ReportPeopleGroup", description = "A group of at least 5 people")
    public record Told(
            @Schema(description = "Year and month", examples = "2026-05") String month,
            @Schema(nullable = true, description = "Country; null: anywhere") String country,
            @Schema(nullable = true, description = "Region; null with a country: elsewhere in it") String region,
            @Schema(nullable = true, description = "null: of any sex or age") Sex sex,
            @Schema(nullable = true, description = "null: of any sex or age") AgeBand age,
            @Schema(description = "How many people, 5 at least", examples = "11") long number) {}

    /** What was charged to a programme. */
    @Schema(name = "ReportCharged", description = "What was charged to the programme in the period")
    public record Charged(
            @Schema(description = "Deliveries of dispatches that were charged to it") long deliveries,
            @Schema(description = "What they brought, whatever it was kept for") List<Brought> goods,
            @Schema(description = "Purchases that stand") long purchases,
            @Schema(description = "What was spent on purchases less what suppliers gave back for goods that were returned, by currency, as 12.50")
                    Map<String, String> spent,
            @Schema(description = "What suppliers gave back, by currency; it is subtracted already") Map<String, String> refunded,
            @Schema(description = "What was paid out in money, by currency") Map<String, String> paidOut,
            @Schema(description = "How far its targets were reached on the last day of the report") List<Target> targets) {
        /** Reports that were issued before these were told have none. */
        public Charged {
            refunded = refunded == null ? Map.of() : refunded;
            paidOut = paidOut == null ? Map.of() : paidOut;
            targets = targets == null ? List.of() : targets;
        }
    }

    /** What a programme is to reach, and how far it was reached. */
    @Schema(name = "ReportTarget", description = "What a programme is to reach, and how far it was reached")
    public record Target(
            @Schema(description = "What is counted") TargetKind kind,
            @Schema(nullable = true, description = "Of items: the category that is counted; null: all") String category,
            @Schema(description = "How many there are to be", examples = "500") long number,
            @Schema(description = "By the end of which day") LocalDate by,
            @Schema(description = "How many there were from the beginning until that day or the last of the report, whichever is earlier; of"
                            + " people only those who may be told, so at least", examples = "120")
                    long reached,
            @Schema(description = "The same in whole per cent, rounded down", examples = "24") long percent) {}

    /** What deliveries brought. */
    @Schema(name = "ReportBrought", description = "What deliveries brought, of a category")
    public record Brought(
            @Schema(description = "Code of the category", examples = "tops") String category,
            @Schema(description = "What it is counted in: piece (pieces, pairs and sets), or its unit", examples = "piece") String measure,
            @Schema(description = "How much of it") long quantity) {}
}
