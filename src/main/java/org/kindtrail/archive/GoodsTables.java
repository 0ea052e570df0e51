package org.kindtrail.archive;

import java.util.List;

/** What there is, where it is, how it came and what became of it: catalogue, places, gifts, lots and the ledger. */
final class GoodsTables {
    private GoodsTables() {}

    static List<Table> all() {
        return List.of(
                items(), barcodes(), values(), places(), containers(), drives(), donors(), donations(), lots(), shares(),
                sortings(), sortingLines(), conversions(), inputs(), movements(), carried(), balances(), allocations());
    }

    private static Table items() {
        return Table.of("items", "item")
                .where("(t.organisation_id is null or t.organisation_id = :org)")
                .code()
                .truthOf("own", "t.organisation_id is not null")
                .text("category")
                .word("wearer")
                .text("unit", "sizes", "name_en", "name_ru", "name_kk", "name_ky", "ifrc_code")
                .truth("expires", "active");
    }

    private static Table barcodes() {
        return Table.of("item_barcodes", "item_barcode")
                .readBy("gtin")
                .text("gtin")
                .key("gtin")
                .item()
                .text("size")
                .moment("added_at");
    }

    private static Table values() {
        return Table.of("standard_values", "standard_value")
                .numbered("standard_value")
                .item()
                .word("grade")
                .amount("amount")
                .text("currency")
                .moment("set_at")
                .person("set_by");
    }

    private static Table places() {
        return Table.of("places", "place")
                .where(Table.KNOWN_PLACE.replace("r.", "t."))
                .code()
                .word("kind")
                .truthOf("own", "case when t.organisation_id = :org then true else false end")
                .textOf("name", "case when t.organisation_id is null or t.organisation_id = :org then t.name end")
                .refWhere("stands_in", "places", "place", "parent_id", "t.organisation_id = :org and " + Table.KNOWN_PLACE)
                .integer("walk")
                .truth("sealed")
                .textOf("seal", "case when t.organisation_id = :org then t.seal end")
                .truth("active");
    }

    private static Table containers() {
        return Table.of("containers", "container")
                .where("exists (select 1 from place r where r.id = t.place_id and r.organisation_id = :org)")
                .readBy("place_id")
                .place("place")
                .key("place")
                .integer("weight", "tare", "length_mm", "width_mm", "height_mm")
                .truth("fragile", "this_side_up", "keep_dry", "heavy", "do_not_stack");
    }

    private static Table drives() {
        return Table.of("drives", "drive")
                .code()
                .word("kind")
                .text("title", "about")
                .day("starts_on", "ends_on")
                .place("site")
                .moment("closed_at");
    }

    /** As lists show them: what is sealed of them is not here, and an erased one is a code. */
    private static Table donors() {
        return Table.of("donors", "donor")
                .code()
                .text("known_as", "language")
                .truth("has_email", "has_telephone", "wants_received", "wants_arrived", "wants_thanks")
                .moment("created_at", "erased_at");
    }

    /** Without the remark, which is erased when the donor is. */
    private static Table donations() {
        return Table.of("donations", "donation")
                .code()
                .text("label_code")
                .ref("drive", "drives", "drive", "drive_id")
                .ref("donor", "donors", "donor", "donor_id")
                .place("place")
                .moment("received_at", "recorded_at")
                .person("recorded_by")
                .moment("reversed_at");
    }

    private static Table lots() {
        return Table.of("lots", "lot")
                .where(Table.KNOWN_LOT.replace("r.", "t."))
                .code()
                .truthOf("own", "case when t.organisation_id = :org then true else false end")
                .item()
                .text("size")
                .word("fits", "grade")
                .integer("quantity")
                .ref("donation", "donations", "donation", "origin")
                .numberOf("conversion", "conversions", "conversion", "case when t.organisation_id = :org then t.conversion_id end")
                .amount("worth")
                .text("currency")
                .day("expires_on")
                .programme()
                .moment("received_at", "recorded_at");
    }

    private static Table shares() {
        return Table.of("lot_shares", "lot_share")
                .where("exists (select 1 from lot r where r.id = t.lot_id and r.organisation_id = :org)"
                        + " and exists (select 1 from donation d where d.id = t.origin and d.organisation_id = :org)")
                .readBy("lot_id", "origin")
                .lot()
                .ref("donation", "donations", "donation", "origin")
                .key("lot", "donation")
                .integer("share", "quantity");
    }

    private static Table sortings() {
        return Table.of("sortings", "sorting")
                .code()
                .lot("bag", "bag_id")
                .place("place")
                .word("state")
                .moment("opened_at")
                .person("opened_by")
                .moment("closed_at")
                .numberOf("conversion", "conversions", "conversion", "t.conversion_id");
    }

    private static Table sortingLines() {
        return Table.of("sorting_lines", "sorting_line")
                .within("sorting", "sorting_id")
                .ref("sorting", "sortings", "sorting", "sorting_id")
                .integer("line")
                .key("sorting", "line")
                .item()
                .text("size")
                .word("fits", "grade")
                .integer("quantity")
                .place("place")
                .day("expires_on");
    }

    private static Table conversions() {
        return Table.of("conversions", "conversion")
                .numbered("conversion")
                .word("kind")
                .text("document")
                .place("place")
                .moment("occurred_at", "recorded_at")
                .person("recorded_by");
    }

    private static Table inputs() {
        return Table.of("conversion_inputs", "conversion_input")
                .within("conversion", "conversion_id")
                .readBy("conversion_id", "lot_id")
                .numberOf("conversion", "conversions", "conversion", "t.conversion_id")
                .lot()
                .key("conversion", "lot")
                .integer("quantity", "share");
    }

    private static Table movements() {
        return Table.of("movements", "movement")
                .numbered("movement")
                .lot()
                .place("from_place")
                .place("to_place")
                .integer("quantity")
                .word("reason")
                .text("document", "why")
                .amount("worth")
                .text("currency")
                .moment("occurred_at", "recorded_at")
                .person("recorded_by")
                .numberOf("reverses", "movements", "movement", "t.reverses");
    }

    private static Table carried() {
        return Table.of("container_moves", "container_move")
                .where("(t.organisation_id = :org or (t.reason = 'RECEIVED' and exists"
                        + " (select 1 from place r where r.id = t.to_place_id and r.organisation_id = :org)))")
                .numbered("container_move")
                .place("container", "place_id")
                .place("from_place")
                .place("to_place")
                .word("reason")
                .text("document")
                .textOf("why", "case when t.organisation_id = :org then t.why end")
                .moment("occurred_at", "recorded_at")
                .person("recorded_by");
    }

    private static Table balances() {
        return Table.of("balances", "balance")
                .where("exists (select 1 from place r where r.id = t.place_id and r.organisation_id = :org)")
                .readBy("lot_id", "place_id")
                .lot()
                .place("place")
                .key("lot", "place")
                .integer("on_hand", "allocated");
    }

    private static Table allocations() {
        return Table.of("allocations", "allocation")
                .code()
                .textOf("purpose", "t.purpose_code")
                .lot()
                .place("place")
                .integer("quantity")
                .word("state")
                .moment("made_at")
                .person("made_by")
                .moment("ended_at", "expires_at");
    }
}
