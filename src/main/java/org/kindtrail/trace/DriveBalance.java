package org.kindtrail.trace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Money;
import org.kindtrail.stock.ConversionKind;

/** What came in to a drive and what became of it; in each line the numbers after what came in add up to it. */
@Schema(description = "What came in to a drive and what became of it")
public record DriveBalance(
        @Schema(description = "Code of the drive") String code,
        @Schema(description = "Its title") String title,
        @Schema(nullable = true, description = "What it gathers and what for") String about,
        @Schema(description = "First day") LocalDate startsOn,
        @Schema(nullable = true, description = "Last day") LocalDate endsOn,
        @Schema(description = "Whether it takes donations") boolean open,
        @Schema(description = "Name of the organisation") String organisation,
        @Schema(description = "By category and measure") List<Line> lines,
        @Schema(description = "All that is counted in pieces, pairs and sets, together") Line total,
        @Schema(description = "Bags that wait to be sorted") long bags,
        @Schema(description = "Money that was given or earned, by currency") List<MoneyLine> money,
        @Schema(description = "What was made of what came in, or bought with its money; the part of this drive in it") List<Made> made,
        @Schema(description = "Where it went, in sentences, as much as the public may know") List<String> went) {

    /**
     * One kind of goods. What is brought to a sale and taken back from it counts as often as it was brought.
     */
    @Schema(
            name = "DriveBalanceLine",
            description = "in = waiting + onTheWay + delivered + sold + used + passedOn + handedOn + back + letGo + lost")
    public record Line(
            @Schema(nullable = true, description = "Code of the category; null for the sum of all", examples = "tops") String category,
            @Schema(nullable = true, description = "Its name, with the measure where it is not counted in pieces") String name,
            @Schema(nullable = true, description = "piece, bag, gram or millilitre", examples = "piece") String measure,
            @Schema(description = "Donated or found; of a sale: brought to its table") long in,
            @Schema(description = "In the house, being prepared included; of a sale: on its table") long waiting,
            @Schema(description = "On the way to those who asked for it; of a sale: sent from its table") long onTheWay,
            @Schema(description = "Arrived fit for use") long delivered,
            @Schema(description = "Sold") long sold,
            @Schema(description = "Packed into kits or worked on in a workshop") long used,
            @Schema(description = "Given to another charity") long passedOn,
            @Schema(description = "With other organisations, which go on with it, or on the way to them") long handedOn,
            @Schema(description = "Of a sale: taken back from its table") long back,
            @Schema(description = "Unfit or arrived damaged, and let go") long letGo,
            @Schema(description = "Lost") long lost) {
        Line and(Line more) {
            return new Line(
                    category,
                    name,
                    measure,
                    in + more.in,
                    waiting + more.waiting,
                    onTheWay + more.onTheWay,
                    delivered + more.delivered,
                    sold + more.sold,
                    used + more.used,
                    passedOn + more.passedOn,
                    handedOn + more.handedOn,
                    back + more.back,
                    letGo + more.letGo,
                    lost + more.lost);
        }
    }

    /** One currency. Amounts are in units of it: "18.00". */
    @Schema(
            name = "DriveMoneyLine",
            description =
                    "earned + given + exchangedInto + gotBack = held + spent + exchanged + paidOut + fees + lost; each in units of the currency")
    public record MoneyLine(
            @Schema(description = "ISO 4217 code", examples = "USD") String currency,
            @Schema(description = "What was sold brought it", examples = "350.00") String earned,
            @Schema(description = "Given as money") String given,
            @Schema(description = "Got for money of another currency") String exchangedInto,
            @Schema(description = "Got back for what was returned") String gotBack,
            @Schema(description = "In the house") String held,
            @Schema(description = "Spent on what was bought") String spent,
            @Schema(description = "Given for money of another currency") String exchanged,
            @Schema(description = "Paid to whom it was meant for") String paidOut,
            @Schema(description = "What exchanges and transfers cost") String fees,
            @Schema(description = "Missing when it was counted") String lost) {
        private boolean any(String... amounts) {
            return Stream.of(amounts).anyMatch(amount -> of(amount).minor() != 0);
        }

        /** One of the amounts. */
        Money of(String amount) {
            return new Money(
                    new BigDecimal(amount).movePointRight(Money.digits(currency)).longValueExact(), currency);
        }
    }

    /** What came of it in another shape. */
    @Schema(name = "DriveMade", description = "What came of it in another shape; the parts add up to the quantity")
    public record Made(
            @Schema(description = "By what it was made") ConversionKind how,
            @Schema(description = "What it is", examples = "4 chair-beds") String words,
            @Schema(description = "How much of it is this drive's part, in the unit") long quantity,
            @Schema(description = "piece, pair, set, gram or millilitre") String unit,
            @Schema(description = "What became of it") List<Part> parts) {}

    /** Some of what was made, with one fate. */
    @Schema(name = "DriveMadePart", description = "Some of what was made, with one fate")
    public record Part(
            @Schema(description = "What became of it") Fate fate,
            @Schema(description = "How much, in the unit") long quantity,
            @Schema(description = "The same in words", examples = "4 chair-beds") String words) {}

    /** Whether anything became something else, so that there is more to tell than where it went. */
    boolean isConverted() {
        return !made.isEmpty() || !money.isEmpty() || total.sold() + total.used() > 0;
    }

    /** Whether any of it is told in this column. */
    public boolean anySold() {
        return lines.stream().anyMatch(line -> line.sold() > 0);
    }

    public boolean anyUsed() {
        return lines.stream().anyMatch(line -> line.used() > 0);
    }

    public boolean anyHandedOn() {
        return lines.stream().anyMatch(line -> line.handedOn() > 0);
    }

    public boolean anyPassedOn() {
        return lines.stream().anyMatch(line -> line.passedOn() > 0);
    }

    public boolean anyBack() {
        return lines.stream().anyMatch(line -> line.back() > 0);
    }

    public boolean anyExchanged() {
        return money.stream().anyMatch(line -> line.any(line.exchangedInto(), line.exchanged()));
    }

    public boolean anyGotBack() {
        return money.stream().anyMatch(line -> line.any(line.gotBack()));
    }

    public boolean anyFees() {
        return money.stream().anyMatch(line -> line.any(line.fees()));
    }

    public boolean anyMissing() {
        return money.stream().anyMatch(line -> line.any(line.lost()));
    }
}
