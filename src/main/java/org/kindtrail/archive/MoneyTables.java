package org.kindtrail.archive;

import java.util.List;

/** Money: funds and what went through them, sales, and what was passed on. */
final class MoneyTables {
    private MoneyTables() {}

    static List<Table> all() {
        return List.of(
                funds(), purchases(), draws(), purchaseLines(), refunds(), payOuts(), transfers(), exchanges(), terms(), prices(),
                takings(), sales(), saleLines(), passedOn());
    }

    private static Table fund(Table table, String column) {
        return table.ref(column, "funds", "fund", column + "_id");
    }

    private static Table charged(Table table) {
        return table.programme()
                .number("budget_line", "(select r.line from budget_line r where r.id = t.budget_line_id)")
                .refers(List.of("programme", "budget_line"), "budget_lines", List.of("programme", "line"));
    }

    /** When it happened, and who wrote it down. */
    private static Table recorded(Table table) {
        return table.text("remark").moment("occurred_at", "recorded_at").person("recorded_by").moment("reversed_at");
    }

    private static Table funds() {
        return Table.of("funds", "fund")
                .code()
                .text("name", "purpose")
                .place("place")
                .programme()
                .moment("opened_at", "closed_at");
    }

    private static Table purchases() {
        Table table = Table.of("purchases", "purchase")
                .code()
                .text("supplier", "receipt_number", "currency")
                .amount("total")
                .place("place");
        return recorded(charged(table));
    }

    private static Table draws() {
        return fund(
                        Table.of("purchase_draws", "purchase_draw")
                                .within("purchase", "purchase_id")
                                .readBy("purchase_id", "number")
                                .ref("purchase", "purchases", "purchase", "purchase_id")
                                .integer("number")
                                .key("purchase", "number"),
                        "fund")
                .text("currency")
                .amount("amount")
                .amountOf("counts_for", "t.counts_for", "(select r.currency from purchase r where r.id = t.purchase_id)")
                .text("rate");
    }

    private static Table purchaseLines() {
        return Table.of("purchase_lines", "purchase_line")
                .within("purchase", "purchase_id")
                .readBy("purchase_id", "line")
                .ref("purchase", "purchases", "purchase", "purchase_id")
                .integer("line")
                .key("purchase", "line")
                .lot()
                .amountOf("amount", "t.amount", "(select r.currency from purchase r where r.id = t.purchase_id)");
    }

    private static Table refunds() {
        Table table = Table.of("refunds", "refund")
                .code()
                .ref("purchase", "purchases", "purchase", "purchase_id")
                .integer("line", "quantity");
        return recorded(fund(table, "fund").text("currency").amount("amount"));
    }

    private static Table payOuts() {
        Table table = fund(Table.of("pay_outs", "pay_out").code(), "fund")
                .text("currency")
                .amount("amount")
                .ref("recipient", "recipients", "recipient", "recipient_id")
                .text("payee", "for_what");
        return recorded(charged(table));
    }

    private static Table transfers() {
        Table table = fund(fund(Table.of("transfers", "money_transfer").code(), "from_fund"), "to_fund");
        return recorded(table.text("currency").amount("amount"));
    }

    private static Table exchanges() {
        Table table = fund(fund(Table.of("exchanges", "exchange").code(), "from_fund"), "to_fund")
                .text("from_currency")
                .amountOf("from_amount", "t.from_amount", "t.from_currency")
                .text("to_currency")
                .amountOf("to_amount", "t.to_amount", "t.to_currency")
                .text("rate")
                .amountOf("fee", "t.fee", "t.from_currency");
        return recorded(table);
    }

    private static Table terms() {
        return fund(
                        Table.of("sale_terms", "sale_terms")
                                .readBy("drive_id")
                                .ref("drive", "drives", "drive", "drive_id")
                                .key("drive"),
                        "fund")
                .text("currency");
    }

    private static Table prices() {
        return Table.of("sale_prices", "sale_price")
                .within("drive", "drive_id")
                .ref("drive", "drives", "drive", "drive_id")
                .item()
                .word("grade")
                .key("drive", "item", "grade")
                .amountOf("price", "t.price", "(select r.currency from sale_terms r where r.drive_id = t.drive_id)");
    }

    private static Table takings() {
        return Table.of("takings", "takings")
                .code()
                .ref("drive", "drives", "drive", "drive_id")
                .text("currency")
                .amount("expected", "counted")
                .integer("receipts")
                .text("why")
                .moment("occurred_at", "recorded_at")
                .person("recorded_by")
                .moment("reversed_at");
    }

    private static Table sales() {
        return Table.of("sales", "sale")
                .code()
                .ref("drive", "drives", "drive", "drive_id")
                .word("kind")
                .text("currency")
                .amount("total")
                .integer("pieces")
                .ref("takings", "takings", "takings", "takings_id")
                .moment("occurred_at", "recorded_at")
                .person("recorded_by")
                .moment("reversed_at");
    }

    private static Table saleLines() {
        String currency = "(select r.currency from sale r where r.id = t.sale_id)";
        return Table.of("sale_lines", "sale_line")
                .within("sale", "sale_id")
                .ref("sale", "sales", "sale", "sale_id")
                .integer("line")
                .lot()
                .key("sale", "line", "lot")
                .integer("quantity")
                .amountOf("price_each", "t.price_each", currency)
                .amountOf("amount", "t.amount", currency);
    }

    private static Table passedOn() {
        Table table = Table.of("passed_on", "pass_on")
                .code()
                .ref("drive", "drives", "drive", "drive_id")
                .place("from_place")
                .text("partner")
                .truth("partner_public");
        return recorded(table);
    }
}
