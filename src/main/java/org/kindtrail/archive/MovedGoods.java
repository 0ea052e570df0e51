package org.kindtrail.archive;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.stock.Reason;

/**
 * Movements of goods, holds and moves of containers as events. Nobody who gives, receives, drives or works stands in them, and no word
 * that somebody typed: a place of a recipient is none of the house's, so what goes there has no place.
 */
final class MovedGoods {
    /** A reversal tells again what it takes back. */
    private static final String MOVEMENTS =
            "select m.id, o.id, o.document, o.reason, o.occurred_at, o.recorded_at, case when m.reverses is null then null"
                    + " else m.recorded_at end, " + Spot.columns("f") + ", " + Spot.columns("p") + ", m.quantity, " + Goods.COLUMNS
                    + " from movement m join movement o on o.id = coalesce(m.reverses, m.id) join place f on f.id = o.from_place_id"
                    + " join place p on p.id = o.to_place_id join lot l on l.id = m.lot_id join item i on i.id = l.item_id"
                    + " where m.organisation_id = :org and i.category <> 'money' and m.recorded_at >= ? and m.recorded_at < ?";

    private static final String HOLDS =
            "select t.id, h.code, h.made_at, h.released_at, " + Spot.columns("p") + ", t.quantity, " + Goods.COLUMNS
                    + " from hold_line t join hold h on h.id = t.hold_id join place p on p.id = t.place_id"
                    + " join lot l on l.id = t.lot_id join item i on i.id = l.item_id where h.organisation_id = :org";

    private static final String CARRIED =
            "select m.id, m.document, m.reason, m.occurred_at, m.recorded_at, " + Spot.columns("c") + ", " + Spot.columns("f") + ", "
                    + Spot.columns("p")
                    + " from container_move m join place c on c.id = m.place_id left join place f on f.id = m.from_place_id"
                    + " join place p on p.id = m.to_place_id where (m.organisation_id = :org or (m.reason = 'RECEIVED'"
                    + " and p.organisation_id = :org)) and m.recorded_at >= ? and m.recorded_at < ?";

    private final Events events;
    private final EpcisFile file;
    private final Numbers numbers;

    MovedGoods(Events events, EpcisFile file, Numbers numbers) {
        this.events = events;
        this.file = file;
        this.numbers = numbers;
    }

    void write() throws SQLException, IOException {
        events.each(MOVEMENTS, "m.id", this::movement);
        events.each(CARRIED, "m.id", this::carried);
        events.each(HOLDS, "t.id", this::held);
    }

    private EpcisFile.Head head(String what, long id, EpcisFile.When when, String document) {
        return new EpcisFile.Head(numbers.uuid(what, id), when, document);
    }

    private void movement(ResultSet found) throws SQLException, IOException {
        long id = found.getLong(2);
        EpcisFile.When when = new EpcisFile.When(Events.moment(found, 5), Events.moment(found, 6), Events.moment(found, 7));
        String document = found.getString(3);
        Spot from = Spot.of(found, 8);
        Spot to = Spot.of(found, 10);
        Goods goods = Goods.of(found, 12);
        if (from.isContainer()) {
            file.packed(head("unpacked", id, when, document), false, from, to, goods);
        }
        Step step = step(Reason.valueOf(found.getString(4)), from, to, goods);
        if (step != null) {
            file.goods(head("moved", id, when, document), step.action, step.step, step.disposition, step.read, step.now, List.of(goods));
        }
        if (to.isContainer()) {
            file.packed(head("packed", id, when, document), true, to, from, goods);
        }
    }

    private record Step(String action, String step, String disposition, Spot read, Spot now) {}

    /** Null where packing or a conversion says it all. */
    private static Step step(Reason reason, Spot from, Spot to, Goods goods) {
        return switch (to.kind()) {
            case DELIVERED -> new Step("DELETE", "dispensing", "dispensed", null, null);
            case LET_GO -> new Step("DELETE", "decommissioning", reason == Reason.DAMAGED ? "damaged" : "disposed", from, null);
            case LOST -> new Step("DELETE", reason == Reason.COUNTED ? "stock_taking" : "other", "unknown", from, null);
            case PASSED_ON -> new Step("DELETE", "shipping", "in_transit", from, null);
            case CONSIGNMENT -> new Step("OBSERVE", "shipping", "in_transit", from, null);
            default -> into(from, to, goods);
        };
    }

    private static Step into(Spot from, Spot to, Goods goods) {
        return switch (from.kind()) {
            case CONVERTED -> null;
            case DONATED -> new Step("ADD", "commissioning", goods.grade().equals("UNSORTED") ? "in_progress" : "active", to, to);
            case FOUND -> new Step("ADD", "stock_taking", "active", to, to);
            case CONSIGNMENT -> new Step("OBSERVE", "receiving", to.kind() == PlaceKind.PARTNER ? null : "returned", to, to);
            default -> to.kind() == PlaceKind.CONVERTED || from.isContainer() || to.isContainer()
                    ? null
                    : new Step("OBSERVE", "storing", null, to, to);
        };
    }

    private void held(ResultSet found) throws SQLException, IOException {
        long id = found.getLong(1);
        Spot there = Spot.of(found, 5);
        List<Goods> goods = List.of(Goods.of(found, 7));
        EpcisFile.When made = new EpcisFile.When(Events.moment(found, 3), Events.moment(found, 3), null);
        EpcisFile.When released = new EpcisFile.When(Events.moment(found, 4), Events.moment(found, 4), null);
        if (events.period().holds(made.recorded())) {
            file.goods(head("held", id, made, found.getString(2)), "OBSERVE", "holding", "unavailable", there, there, goods);
        }
        if (events.period().holds(released.recorded())) {
            file.goods(head("released", id, released, found.getString(2)), "OBSERVE", "inspecting", "available", there, there, goods);
        }
    }

    private void carried(ResultSet found) throws SQLException, IOException {
        long id = found.getLong(1);
        EpcisFile.When when = new EpcisFile.When(Events.moment(found, 4), Events.moment(found, 5), null);
        String document = found.getString(2);
        Spot container = Spot.of(found, 6);
        Spot from = Spot.of(found, 8);
        Spot to = Spot.of(found, 10);
        leaves(from, container, id, when, document);
        switch (found.getString(3)) {
            case "MADE" -> file.container(head("made", id, when, document), "ADD", "commissioning", "active", to, to, container);
            case "DEPARTED" -> file.container(head("left", id, when, document), "OBSERVE", "shipping", "in_transit", from, null, container);
            case "RECEIVED", "RETURNED" ->
                file.container(head("came", id, when, document), "OBSERVE", "receiving", null, to, to, container);
            default -> { }
        }
        if (to.isContainer()) {
            file.stacked(head("stacked", id, when, document), true, to, container);
        } else if (to.isLocation()) {
            file.kept(head("kept", id, when, document), true, to, container);
        }
    }

    private void leaves(Spot from, Spot container, long id, EpcisFile.When when, String document) throws IOException {
        if (from != null && from.isContainer()) {
            file.stacked(head("unstacked", id, when, document), false, from, container);
        } else if (from != null && from.isLocation()) {
            file.kept(head("taken", id, when, document), false, from, container);
        }
    }
}
