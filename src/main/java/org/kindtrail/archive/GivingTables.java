package org.kindtrail.archive;

import java.util.List;

/** Who the organisation is, whom it serves, what they need, and what went to them. */
final class GivingTables {
    private GivingTables() {}

    static List<Table> all() {
        return List.of(
                organisation(), people(), recipients(), programmes(), partners(), budget(), targets(), needs(), needLines(),
                substitutes(), wishLists(), dispatches(), dispatchLines(), deliveries(), thanks(), referrals(), referralLines(),
                rounds(), stops(), hours(), helpPage(), telephones(), reports(), history());
    }

    private static Table organisation() {
        return Table.of("organisation", "organisation")
                .where("t.id = :org")
                .code()
                .text("name", "country", "time_zone")
                .truth("named_in_public")
                .integer("allocation_days")
                .number("retention_months", "(select r.months from retention r where r.organisation_id = t.id)")
                .moment("created_at");
    }

    /** Those of the house; whoever comes from a recipient might be known by it. */
    private static Table people() {
        return Table.of("people", "person")
                .where("t.organisation_id = :org and t.recipient_id is null")
                .text("name")
                .key("name")
                .text("display_name")
                .word("roles")
                .text("language")
                .truth("active")
                .moment("created_at");
    }

    private static Table recipients() {
        return Table.of("recipients", "recipient")
                .code()
                .text("alias")
                .word("kind")
                .text("country", "region")
                .word("disclosure")
                .text("public_name", "description")
                .truth("referred", "active")
                .moment("created_at");
    }

    private static Table programmes() {
        return Table.of("programmes", "programme")
                .code()
                .text("name", "funder", "about")
                .day("starts_on", "ends_on")
                .text("currency")
                .moment("closed_at")
                .truth("frees_goods");
    }

    private static Table partners() {
        return Table.of("programme_partners", "programme_partner")
                .within("programme", "programme_id")
                .readBy("programme_id", "position")
                .programme()
                .integer("position")
                .key("programme", "position")
                .text("name")
                .word("role");
    }

    private static Table budget() {
        return Table.of("budget_lines", "budget_line")
                .within("programme", "programme_id")
                .programme()
                .integer("line")
                .key("programme", "line")
                .integer("position")
                .text("name")
                .amountOf("amount", "t.amount", "(select r.currency from programme r where r.id = t.programme_id)");
    }

    private static Table targets() {
        return Table.of("programme_targets", "programme_target")
                .within("programme", "programme_id")
                .readBy("programme_id", "position")
                .programme()
                .integer("position")
                .key("programme", "position")
                .word("kind")
                .text("category")
                .integer("number")
                .day("by_day");
    }

    private static Table needs() {
        return Table.of("needs", "need")
                .code()
                .ref("recipient", "recipients", "recipient", "recipient_id")
                .text("for_whom")
                .word("urgency")
                .day("wanted_by", "expires_on")
                .word("state")
                .programme()
                .ref("drive", "drives", "drive", "drive_id")
                .truth("on_wish_lists")
                .moment("created_at")
                .person("created_by")
                .moment("changed_at");
    }

    private static Table needLines() {
        return Table.of("need_lines", "need_line")
                .within("need", "need_id")
                .ref("need", "needs", "need", "need_id")
                .integer("line")
                .key("need", "line")
                .item()
                .text("category")
                .word("fits")
                .text("sizes")
                .integer("quantity", "promised", "sent", "arrived");
    }

    private static Table substitutes() {
        return Table.of("need_substitutes", "need_substitute")
                .where("exists (select 1 from need_line l join need r on r.id = l.need_id where l.id = t.need_line_id"
                        + " and r.organisation_id = :org)")
                .readBy("need_line_id", "item_id")
                .textOf("need", "(select r.code from need_line l join need r on r.id = l.need_id where l.id = t.need_line_id)")
                .number("line", "(select l.line from need_line l where l.id = t.need_line_id)")
                .item()
                .key("need", "line", "item")
                .refers(List.of("need", "line"), "need_lines", List.of("need", "line"));
    }

    private static Table wishLists() {
        return Table.of("wish_lists", "wish_list")
                .code()
                .text("title", "about")
                .ref("drive", "drives", "drive", "drive_id")
                .ref("recipient", "recipients", "recipient", "recipient_id")
                .moment("opened_at", "closed_at");
    }

    /** Without the driver: a person, of whom nobody needs to read elsewhere. */
    private static Table dispatches() {
        return Table.of("dispatches", "dispatch")
                .code()
                .ref("need", "needs", "need", "need_id")
                .ref("recipient", "recipients", "recipient", "recipient_id")
                .programme()
                .word("state")
                .text("vehicle")
                .place("consignment")
                .moment("staged_at")
                .person("staged_by")
                .moment("loaded_at", "departed_at", "cancelled_at", "delivered_at");
    }

    private static Table dispatchLines() {
        return Table.of("dispatch_lines", "dispatch_line")
                .within("dispatch", "dispatch_id")
                .ref("dispatch", "dispatches", "dispatch", "dispatch_id")
                .integer("line")
                .key("dispatch", "line")
                .ref("allocation", "allocations", "allocation", "allocation_id")
                .textOf("need", "(select r.code from need_line l join need r on r.id = l.need_id where l.id = t.need_line_id)")
                .number("need_line", "(select l.line from need_line l where l.id = t.need_line_id)")
                .refers(List.of("need", "need_line"), "need_lines", List.of("need", "line"))
                .lot()
                .place("place")
                .integer("quantity", "received", "damaged");
    }

    private static Table deliveries() {
        return Table.of("deliveries", "delivery")
                .code()
                .ref("dispatch", "dispatches", "dispatch", "dispatch_id")
                .person("confirmed_by")
                .moment("occurred_at", "recorded_at", "reversed_at");
    }

    /** Words that nobody has let through stay in the house. */
    private static Table thanks() {
        return Table.of("thanks", "thanks")
                .code()
                .ref("dispatch", "dispatches", "dispatch", "dispatch_id")
                .word("state")
                .textOf("words", "case when t.state = 'APPROVED' then t.words end")
                .moment("given_at", "decided_at")
                .person("decided_by");
    }

    private static Table referrals() {
        return Table.of("referrals", "referral")
                .where("(t.organisation_id = :org or t.receiver_id = :org)")
                .code()
                .textOf("from_organisation", "(select r.code from organisation r where r.id = t.organisation_id)")
                .textOf("to_organisation", "(select r.code from organisation r where r.id = t.receiver_id)")
                .ref("need", "needs", "need", "need_id")
                .ref("taken_need", "needs", "need", "taken_need_id")
                .word("state")
                .moment("offered_at", "decided_at", "ended_at");
    }

    private static Table referralLines() {
        return Table.of("referral_lines", "referral_line")
                .where("exists (select 1 from referral r where r.id = t.referral_id"
                        + " and (r.organisation_id = :org or r.receiver_id = :org))")
                .refWhere("referral", "referrals", "referral", "referral_id", "(r.organisation_id = :org or r.receiver_id = :org)")
                .integer("line")
                .key("referral", "line")
                .integer("taken_line", "quantity", "met");
    }

    private static Table rounds() {
        return Table.of("rounds", "delivery_round")
                .code()
                .day("on_day")
                .word("state")
                .text("vehicle")
                .moment("planned_at")
                .person("planned_by")
                .moment("departed_at", "cancelled_at");
    }

    private static Table stops() {
        return Table.of("round_stops", "round_stop")
                .within("delivery_round", "round_id")
                .ref("round", "rounds", "delivery_round", "round_id")
                .ref("dispatch", "dispatches", "dispatch", "dispatch_id")
                .key("round", "dispatch")
                .integer("stop");
    }

    private static Table hours() {
        return Table.of("hand_over_hours", "hand_over_hours")
                .numbered("hand_over_hours")
                .place("site")
                .integer("weekday", "opens", "closes", "slot_minutes", "capacity");
    }

    private static Table helpPage() {
        return Table.of("help_page", "help_page")
                .readBy("organisation_id")
                .refWhere("organisation", "organisation", "organisation", "organisation_id", "r.id = :org")
                .key("organisation")
                .truth("shown")
                .text("whatsapp", "telegram", "email", "hours", "text_en", "text_ru", "text_kk", "text_ky")
                .moment("changed_at");
    }

    private static Table telephones() {
        return Table.of("help_telephones", "help_telephone")
                .readBy("organisation_id", "position")
                .refWhere("organisation", "organisation", "organisation", "organisation_id", "r.id = :org")
                .integer("position")
                .key("organisation", "position")
                .text("number");
    }

    /** A report may be a megabyte long. */
    private static Table reports() {
        return Table.of("reports", "report")
                .batch(10)
                .code()
                .text("title")
                .day("from_day", "to_day")
                .text("data")
                .ref("corrects", "reports", "report", "corrects_id")
                .moment("issued_at")
                .person("issued_by");
    }

    private static Table history() {
        return Table.of("history", "note")
                .numbered("note")
                .text("subject", "happened", "detail", "why")
                .person("by", "by_person_id")
                .moment("at");
    }
}
