package org.kindtrail.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.stock.ConversionKind;

/**
 * Conversions as events: goods that become others are transformed; what was sold is seen no more, what was bought comes to be, and the
 * money on the other side is no thing of a supply chain.
 */
final class ConvertedGoods {
    /** Its outputs are taken back when it is; each of them came out of the boundary 3, by one movement. */
    private static final String CONVERSIONS =
            """
            select c.id, c.kind, c.document, c.occurred_at, c.recorded_at, %s, (select min(b.recorded_at) from lot l
            join movement o on o.lot_id = l.id and o.from_place_id = 3 and o.reverses is null
            join movement b on b.reverses = o.id where l.conversion_id = c.id)
            from conversion c join place p on p.id = c.place_id where c.organisation_id = :org"""
                    .formatted(Spot.columns("p"));

    private static final String INPUTS = "select x.quantity, " + Goods.COLUMNS + " from conversion_input x join lot l on l.id = x.lot_id"
            + " join item i on i.id = l.item_id where x.conversion_id = ? and i.category <> 'money' order by l.id";
    private static final String OUTPUTS = "select l.quantity, " + Goods.COLUMNS + " from lot l join item i on i.id = l.item_id"
            + " where l.conversion_id = ? and i.category <> 'money' order by l.id";

    private record Conversion(long id, ConversionKind kind, String document, Instant occurred, Instant recorded, Spot there, Instant back) {}

    private final Connection database;
    private final Events events;
    private final EpcisFile file;
    private final Numbers numbers;

    ConvertedGoods(Connection database, Events events, EpcisFile file, Numbers numbers) {
        this.database = database;
        this.events = events;
        this.file = file;
        this.numbers = numbers;
    }

    void write() throws SQLException, IOException {
        events.each(CONVERSIONS, "c.id", found -> {
            Conversion conversion = new Conversion(
                    found.getLong(1),
                    ConversionKind.valueOf(found.getString(2)),
                    found.getString(3),
                    Events.moment(found, 4),
                    Events.moment(found, 5),
                    Spot.of(found, 6),
                    Events.moment(found, 8));
            if (events.period().holds(conversion.recorded)) {
                write(conversion, null);
            }
            if (events.period().holds(conversion.back)) {
                write(conversion, conversion.back);
            }
        });
    }

    private void write(Conversion conversion, Instant declared) throws SQLException, IOException {
        EpcisFile.Head head = new EpcisFile.Head(
                numbers.uuid("converted", conversion.id),
                new EpcisFile.When(conversion.occurred, conversion.recorded, declared),
                conversion.document);
        List<Goods> inputs = goods(INPUTS, conversion.id);
        List<Goods> outputs = goods(OUTPUTS, conversion.id);
        Spot there = conversion.there;
        if (!inputs.isEmpty() && !outputs.isEmpty()) {
            file.transformed(head, step(conversion.kind), there, inputs, outputs);
        } else if (!outputs.isEmpty()) {
            file.goods(head, "ADD", "commissioning", "active", there, there, outputs);
        } else if (!inputs.isEmpty()) {
            boolean sold = conversion.kind == ConversionKind.SALE;
            file.goods(head, "DELETE", sold ? "retail_selling" : "shipping", sold ? "retail_sold" : "returned", there, null, inputs);
        }
    }

    private static String step(ConversionKind kind) {
        return switch (kind) {
            case KIT -> "assembling";
            case OPENING -> "disassembling";
            case GRADING -> "inspecting";
            default -> "creating_class_instance";
        };
    }

    private List<Goods> goods(String sql, long conversion) throws SQLException {
        List<Goods> goods = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(sql)) {
            select.setLong(1, conversion);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    goods.add(Goods.of(found, 1));
                }
            }
        }
        return goods;
    }
}
