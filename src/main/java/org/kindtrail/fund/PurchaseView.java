package org.kindtrail.fund;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;

/** A purchase as both doors show it. */
@Schema(description = "Goods that were bought with the money of funds")
public record PurchaseView(
        @Schema(description = "Its code", examples = "PC-0000-0000") String code,
        @Schema(description = "Who sold it") String supplier,
        @Schema(nullable = true, description = "What stands on the receipt; null when nothing") String receiptNumber,
        @Schema(description = "What it cost", examples = "48000.00") String total,
        @Schema(description = "ISO 4217 code of the currency", examples = "KZT") String currency,
        @Schema(description = "Code of the place where the goods were put") String place,
        @Schema(description = "That place in words") String placeName,
        @Schema(nullable = true, description = "Code of the programme that it is charged to; null when to none", examples = "PR-0000-0000")
                String programme,
        @Schema(nullable = true, description = "The name of that programme") String programmeName,
        @Schema(nullable = true, description = "Number of its budget line; null when on none", examples = "1") Integer budgetLine,
        @Schema(nullable = true, description = "What that line is for") String budgetLineName,
        @Schema(description = "What was bought") List<Line> lines,
        @Schema(description = "Which funds paid it") List<Draw> draws,
        @Schema(description = "What came back for goods that went back, the reversed ones included") List<RefundView> refunds,
        @Schema(description = "Photographs and files of the receipt") List<Receipt> receipts,
        @Schema(nullable = true, description = "Anything worth knowing about it; null when nothing") String remark,
        @Schema(description = "When it was") Instant occurredAt,
        @Schema(description = "When it was written down") Instant recordedAt,
        @Schema(description = "Who wrote it down") String recordedBy,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt) {

    /** So many of one thing, and what they cost. */
    @Schema(name = "PurchaseLineView", description = "So many of one item, and what all of them cost")
    public record Line(
            @Schema(description = "Its number, from 1", examples = "1") int line,
            @Schema(description = "Code of the lot that came in", examples = "B-0000-0000") String lot,
            @Schema(description = "Code of the item", examples = "chair-bed") String item,
            @Schema(description = "The item in words") String name,
            @Schema(nullable = true, description = "Size; null when not told apart") String size,
            @Schema(description = "Who it fits") Wearer fits,
            @Schema(description = "Condition") Grade grade,
            @Schema(description = "How many, in the unit", examples = "4") long quantity,
            @Schema(description = "The item's unit", examples = "piece") String unit,
            @Schema(description = "What all of them cost", examples = "48000.00") String price,
            @JsonIgnore @Schema(hidden = true) String words) {
        /** The words for its condition. */
        public String gradeKey() {
            return grade.wordsKey();
        }
    }

    /** What one fund paid. */
    @Schema(name = "PurchaseDrawView", description = "What one fund paid")
    public record Draw(
            @Schema(description = "Code of the fund") String fund,
            @Schema(description = "Its name") String fundName,
            @Schema(description = "What was taken out of it", examples = "100.00") String amount,
            @Schema(description = "ISO 4217 code of that", examples = "USD") String currency,
            @Schema(description = "What that was in the purchase's currency", examples = "45025.00") String countsFor,
            @Schema(nullable = true, description = "The rate as it was typed; null when none was") String rate) {}

    /** A photograph or file of the receipt. */
    @Schema(name = "PurchaseReceipt", description = "A photograph or a PDF of the receipt")
    public record Receipt(
            @Schema(description = "Its number, from 1", examples = "1") int number,
            @Schema(description = "image/jpeg or application/pdf", examples = "image/jpeg") String contentType,
            @Schema(description = "How large it is, in bytes", examples = "81000") long size,
            @Schema(description = "When it was added") Instant addedAt) {
        public boolean pdf() {
            return contentType.equals("application/pdf");
        }
    }
}
