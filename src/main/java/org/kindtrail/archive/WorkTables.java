package org.kindtrail.archive;

import java.util.List;

/** Work on goods: kits and workshops, holds, stocktakes, write-offs, and what goes between organisations. */
final class WorkTables {
    private WorkTables() {}

    static List<Table> all() {
        return List.of(
                kits(), parts(), choices(), works(), workParts(), holds(), holdLines(), levels(), stocktakes(), counts(),
                variances(), limits(), writeOffs(), writeOffLines(), partners(), shipments(), legs(), receipts(), shipmentLines(),
                shipmentCounts(), shipmentEvents());
    }

    private static Table kits() {
        return Table.of("kits", "kit")
                .code()
                .item()
                .text("remark")
                .moment("defined_at")
                .person("defined_by")
                .moment("retired_at");
    }

    private static Table parts() {
        return Table.of("kit_parts", "kit_part")
                .within("kit", "kit_id")
                .ref("kit", "kits", "kit", "kit_id")
                .integer("line")
                .key("kit", "line")
                .integer("quantity");
    }

    private static Table choices() {
        return Table.of("kit_choices", "kit_choice")
                .where("exists (select 1 from kit_part p join kit r on r.id = p.kit_id where p.id = t.part_id and r.organisation_id = :org)")
                .textOf("kit", "(select r.code from kit_part p join kit r on r.id = p.kit_id where p.id = t.part_id)")
                .number("line", "(select p.line from kit_part p where p.id = t.part_id)")
                .refers(List.of("kit", "line"), "kit_parts", List.of("kit", "line"))
                .integer("preference")
                .key("kit", "line", "preference")
                .item()
                .text("size");
    }

    private static Table works() {
        return Table.of("works", "work")
                .code()
                .word("kind")
                .ref("kit", "kits", "kit", "kit_id")
                .ref("drive", "drives", "drive", "drive_id")
                .ref("packed_by", "works", "work", "packed_by_id")
                .place("place")
                .integer("quantity")
                .text("remark")
                .moment("occurred_at", "recorded_at")
                .person("recorded_by")
                .moment("reversed_at");
    }

    private static Table workParts() {
        return Table.of("work_parts", "work_part")
                .within("work", "work_id")
                .readBy("work_id", "part", "lot_id")
                .ref("work", "works", "work", "work_id")
                .integer("part")
                .lot()
                .key("work", "part", "lot")
                .integer("quantity");
    }

    private static Table holds() {
        return Table.of("holds", "hold")
                .code()
                .word("kind")
                .text("why")
                .moment("made_at")
                .person("made_by")
                .moment("released_at")
                .person("released_by")
                .text("outcome");
    }

    private static Table holdLines() {
        return Table.of("hold_lines", "hold_line")
                .within("hold", "hold_id")
                .ref("hold", "holds", "hold", "hold_id")
                .integer("line")
                .key("hold", "line")
                .lot()
                .place("place")
                .ref("allocation", "allocations", "allocation", "allocation_id")
                .integer("quantity", "released");
    }

    private static Table levels() {
        return Table.of("minimum_levels", "minimum_level")
                .numbered("minimum_level")
                .place("site")
                .item()
                .text("size")
                .integer("quantity")
                .moment("set_at")
                .person("set_by");
    }

    private static Table stocktakes() {
        return Table.of("stocktakes", "stocktake")
                .code()
                .place("place")
                .item()
                .text("remark")
                .word("state")
                .moment("opened_at")
                .person("opened_by")
                .moment("counted_at")
                .person("counted_by")
                .moment("ended_at")
                .person("ended_by")
                .word("uncounted")
                .moment("reversed_at");
    }

    private static Table counts() {
        return Table.of("stock_counts", "stock_count")
                .within("stocktake", "stocktake_id")
                .ref("stocktake", "stocktakes", "stocktake", "stocktake_id")
                .integer("turn")
                .key("stocktake", "turn")
                .place("place")
                .lot()
                .item()
                .text("size")
                .word("grade")
                .integer("counted")
                .moment("at")
                .person("by", "by_person_id");
    }

    private static Table variances() {
        return Table.of("variances", "variance")
                .within("stocktake", "stocktake_id")
                .ref("stocktake", "stocktakes", "stocktake", "stocktake_id")
                .integer("line")
                .key("stocktake", "line")
                .place("place")
                .lot()
                .item()
                .text("size")
                .word("grade")
                .integer("counted", "expected", "counts")
                .truth("disagree", "moved", "recount")
                .amount("worth")
                .text("currency")
                .integer("posted");
    }

    private static Table limits() {
        return Table.of("write_off_limits", "write_off_limit")
                .readBy("currency")
                .text("currency")
                .key("currency")
                .amount("amount");
    }

    private static Table writeOffs() {
        return Table.of("write_offs", "write_off")
                .code()
                .word("state", "cause", "destination")
                .text("why", "found_where", "documents", "disposal")
                .word("needs")
                .moment("occurred_at", "recorded_at")
                .person("recorded_by")
                .moment("decided_at")
                .person("decided_by")
                .moment("reversed_at");
    }

    private static Table writeOffLines() {
        return Table.of("write_off_lines", "write_off_line")
                .within("write_off", "write_off_id")
                .ref("write_off", "write_offs", "write_off", "write_off_id")
                .integer("line")
                .key("write_off", "line")
                .lot()
                .place("place")
                .integer("quantity")
                .amount("worth")
                .text("currency");
    }

    private static Table partners() {
        return Table.of("partners", "partner")
                .code()
                .text("name", "country")
                .place("place")
                .truth("named_in_public")
                .moment("created_at", "closed_at");
    }

    /** Sent ones, and those that come here; each side reads what it may read elsewhere. */
    private static Table shipments() {
        return Table.of("shipments", "shipment")
                .where(Table.KNOWN_SHIPMENT.replace("r.", "t."))
                .code()
                .textOf("from_organisation", "(select r.code from organisation r where r.id = t.organisation_id)")
                .textOf("to_organisation", "(select r.code from organisation r where r.id = t.receiver_id)")
                .ref("partner", "partners", "partner", "partner_id")
                .word("state")
                .textOf("about", "case when t.organisation_id = :org then t.about end")
                .textOf("remark", "case when t.organisation_id = :org then t.remark end")
                .day("planned_departure", "planned_arrival")
                .place("consignment")
                .moment("proposed_at", "agreed_at", "departed_at", "arrived_at", "received_at", "ended_at");
    }

    private static Table ofShipment(String name, String source) {
        return Table.of(name, source)
                .where("exists (select 1 from shipment r where r.id = t.shipment_id and " + Table.KNOWN_SHIPMENT + ")")
                .refWhere("shipment", "shipments", "shipment", "shipment_id", Table.KNOWN_SHIPMENT);
    }

    private static Table legs() {
        return ofShipment("shipment_legs", "shipment_leg")
                .text("waybill")
                .key("waybill")
                .number("leg", "t.number")
                .text("carrier", "vehicle", "seal", "starts", "ends")
                .day("planned_departure", "planned_arrival")
                .moment("departed_at", "arrived_at");
    }

    private static Table receipts() {
        return ofShipment("shipment_receipts", "shipment_receipt")
                .code()
                .place("place")
                .moment("opened_at")
                .person("opened_by")
                .moment("finished_at");
    }

    /** What is in it: its boxes; of a shipment that comes here, once it is on its way. Claims are the sender's own. */
    private static Table shipmentLines() {
        return Table.of("shipment_lines", "shipment_line")
                .where("exists (select 1 from shipment r where r.id = t.shipment_id"
                        + " and (r.organisation_id = :org or (r.receiver_id = :org and r.departed_at is not null and r.agreed_at is not null)))")
                .numbered("shipment_line")
                .refWhere("shipment", "shipments", "shipment", "shipment_id", Table.KNOWN_SHIPMENT)
                .place("container")
                .place("within")
                .word("state")
                .truth("surplus", "damaged")
                .refWhere("receipt", "shipment_receipts", "shipment_receipt", "receipt_id",
                        "exists (select 1 from shipment s where s.id = r.shipment_id and (s.organisation_id = :org or s.receiver_id = :org))")
                .moment("received_at", "counted_at", "lost_at")
                .amountOf("claim_amount", ownClaim("t.claim_amount"), ownClaim("t.claim_currency"))
                .textOf("claim_currency", ownClaim("t.claim_currency"));
    }

    private static String ownClaim(String column) {
        return "(select " + column + " from shipment r where r.id = t.shipment_id and r.organisation_id = :org)";
    }

    private static Table shipmentCounts() {
        return Table.of("shipment_counts", "shipment_count")
                .where("exists (select 1 from shipment_line l join shipment r on r.id = l.shipment_id where l.id = t.line_id"
                        + " and (r.organisation_id = :org or (r.receiver_id = :org and r.departed_at is not null and r.agreed_at is not null)))")
                .numbered("shipment_count")
                .numberOf("line", "shipment_lines", "shipment_line", "t.line_id")
                .lot()
                .integer("sent", "received", "damaged");
    }

    /** What happened on the way; notes and people are those of the organisation that wrote them. */
    private static Table shipmentEvents() {
        return Table.of("shipment_events", "shipment_event")
                .where("exists (select 1 from shipment r where r.id = t.shipment_id and " + Table.KNOWN_SHIPMENT + ")")
                .numbered("shipment_event")
                .refWhere("shipment", "shipments", "shipment", "shipment_id", Table.KNOWN_SHIPMENT)
                .word("kind")
                .textOf("waybill", "(select r.waybill from shipment_leg r where r.id = t.leg_id)")
                .refers(List.of("waybill"), "shipment_legs", List.of("waybill"))
                .place("container")
                .integer("boxes")
                .textOf("note", "case when t.organisation_id = :org then t.note end")
                .moment("occurred_at", "recorded_at")
                .person("recorded_by");
    }
}
