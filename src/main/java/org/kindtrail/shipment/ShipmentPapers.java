package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.paper.Box;
import org.kindtrail.paper.Column;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Signature;
import org.kindtrail.paper.Table;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;

/**
 * The papers of a shipment, with the fields that the forms of the Logistics Cluster have. Nobody's name is printed on them: the
 * lines for names are left to be written on.
 */
@ApplicationScoped
class ShipmentPapers {
    private final ShipmentService shipments;
    private final RoadService road;
    private final PaperFacts facts;
    private final Frame frame;

    ShipmentPapers(ShipmentService shipments, RoadService road, PaperFacts facts, Frame frame) {
        this.shipments = shipments;
        this.road = road;
        this.facts = facts;
        this.frame = frame;
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    /** A row; unlike a list of Java's own it takes what is not known. */
    private static List<String> row(String... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    /** Of one that has left; before, nothing is frozen. */
    private ShipmentView left(String code) {
        ShipmentView shipment = shipments.get(code);
        if (!shipment.hasLeft()) {
            throw new Refused("error_shipment_no_paper_yet", Map.of("shipment", shipment.code()));
        }
        return shipment;
    }

    private Paper head(String title, String number, ShipmentView shipment) {
        return Paper.of(say(title), number)
                .factIfKnown(say("shipment_one"), shipment.code().equals(number) ? null : shipment.code())
                .fact(say("shipment_departed_at"), frame.moment(shipment.departedAt()))
                .fact(say("shipment_from"), shipment.fromName())
                .fact(say("shipment_to"), shipment.toName())
                .factIfKnown(say("shipment_about"), shipment.about().isBlank() ? null : shipment.about())
                .fact(say("shipment_what_is_on_it"), counted(shipment.counts()))
                .hint(say("shipment_paper_hint"));
    }

    private String counted(ShipmentCounts counts) {
        List<String> all = new ArrayList<>();
        all.add(frame.say("shipment_count_boxes", Map.of("0", counts.boxes())));
        if (counts.pallets() > 0) {
            all.add(frame.say("shipment_count_pallets", Map.of("0", counts.pallets())));
        }
        if (counts.freightContainers() > 0) {
            all.add(frame.say("shipment_count_freight", Map.of("0", counts.freightContainers())));
        }
        return String.join(", ", all);
    }

    private Signature signature(String who) {
        return Signature.of(
                say(who),
                say("shipment_paper_name"),
                say("shipment_paper_function"),
                say("shipment_paper_place_day"),
                say("shipment_paper_condition"),
                say("shipment_paper_signature"));
    }

    /** Every box, what is in it, what it weighs and measures, and a column to tick it off. */
    Paper packingList(String code) {
        ShipmentView shipment = left(code);
        List<Column> columns = List.of(
                Column.number(say("shipment_paper_number"), 2),
                Column.text(say("shipment_box"), 5),
                Column.text(say("shipment_kind"), 3),
                Column.text(say("shipment_within"), 5),
                Column.text(say("shipment_contents"), 12),
                Column.number(say("shipment_paper_weight"), 3),
                Column.number(say("shipment_paper_volume"), 3),
                Column.hand(say("shipment_paper_came"), 3));
        Function<ShipmentLineView, List<String>> told = line -> row(
                frame.number(line.position()),
                line.container(),
                say(line.kindKey()),
                line.within(),
                contents(line),
                kilograms(line.weight()),
                line.litres() == null ? null : frame.number(line.litres()),
                null);
        return head("shipment_lines", shipment.code(), shipment)
                .fact(say("shipment_waybills"), String.join(", ", shipment.legs().stream().map(LegView::waybill).toList()))
                .table(Table.paged(columns, listed(shipment.code()), told))
                .signature(signature("shipment_paper_packed_by"));
    }

    /** What is on the list; the surplus is not. */
    private Listing.Source<ShipmentLineView> listed(String code) {
        return (after, size) -> {
            Page<ShipmentLineView> page = shipments.lines(code, null, false, after, size);
            return new Page<>(page.rows().stream().filter(line -> !line.surplus()).toList(), page.next());
        };
    }

    private String contents(ShipmentLineView line) {
        return String.join("\n", line.contents().stream().map(this::content).toList());
    }

    private String content(ShipmentLineView.Content each) {
        return each.what() + ", " + say(each.grade().wordsKey()) + ": " + frame.say(each.quantityKey(), Map.of("0", each.quantity()));
    }

    private String kilograms(Long grams) {
        return grams == null ? null : frame.number(BigDecimal.valueOf(grams, 3).stripTrailingZeros().setScale(1, RoundingMode.UP));
    }

    /** The paper that goes with one leg; who has just made the partner's key finds it on it. */
    Paper waybill(String code, String waybill, UriInfo here) {
        ShipmentView shipment = shipments.get(code);
        LegView leg = shipment.legs().stream()
                .filter(each -> each.waybill().equals(waybill))
                .findFirst()
                .orElseThrow(() -> new NotFound(waybill));
        left(code);
        String sent = say("shipment_paper_sent");
        String receipt = say("shipment_paper_receipt");
        List<Column> columns = List.of(
                Column.text(say("shipment_item"), 8).under(sent),
                Column.text(say("shipment_grade"), 3).under(sent),
                Column.number(say("shipment_paper_boxes"), 2).under(sent),
                Column.number(say("shipment_quantity"), 4).under(sent),
                Column.hand(say("shipment_paper_received"), 3).under(receipt),
                Column.hand(say("shipment_paper_short"), 3).under(receipt),
                Column.hand(say("shipment_paper_damaged"), 3).under(receipt));
        Paper paper = head("shipment_waybill_paper", leg.waybill(), shipment)
                .fact(say("shipment_leg"), leg.number() + " / " + shipment.legs().size())
                .fact(say("shipment_starts"), leg.starts())
                .fact(say("shipment_ends"), leg.ends())
                .fact(say("shipment_carrier"), leg.carrier())
                .fact(say("shipment_vehicle"), leg.vehicle())
                .fact(say("shipment_seal"), leg.seal())
                .fact(say("shipment_planned_arrival"), leg.plannedArrival() == null ? null : frame.day(leg.plannedArrival()));
        paper.table(Table.of(
                        columns,
                        facts.goods(shipment.code()).stream()
                                .map(each -> row(
                                        each.what(),
                                        say(each.grade().wordsKey()),
                                        frame.number(each.boxes()),
                                        quantity(each)))
                                .toList()))
                .note(say("shipment_paper_shortage"))
                .signature(signature("shipment_paper_loaded_by"))
                .signature(signature("shipment_paper_transported_by"))
                .signature(signature("shipment_paper_received_by"));
        return shipment.isSender() && shipment.partner() ? paper.box(handover(road.shownKey(shipment.code()), here)) : paper;
    }

    private String quantity(PaperFacts.Goods goods) {
        return frame.say(
                ShipmentLineView.Content.quantityKey(goods.unit()), Map.of("0", goods.quantity()));
    }

    private Box handover(String key, UriInfo here) {
        String address = here.getBaseUri().resolve(HandoverKeys.DOOR).toString();
        List<String> how = List.of(
                say("shipment_paper_confirm_how") + "\n" + address,
                say(key == null ? "shipment_paper_key_elsewhere" : "shipment_paper_key"));
        return new Box(say("shipment_paper_confirm"), how, key, key == null ? address : address + "/" + key, say("shipment_qr"));
    }

    /** For the customs: what it is worth, by currency. Nothing is sold. */
    Paper valueList(String code) {
        ShipmentView shipment = left(code);
        List<PaperFacts.Goods> goods = facts.goods(shipment.code());
        List<Column> columns = List.of(
                Column.text(say("shipment_item"), 8),
                Column.text(say("shipment_grade"), 3),
                Column.number(say("shipment_paper_boxes"), 2),
                Column.number(say("shipment_quantity"), 4),
                Column.number(say("shipment_paper_value"), 4));
        Paper paper = head("shipment_value_list", shipment.code(), shipment).warning(say("shipment_value_customs_only"));
        paper.table(Table.of(columns, goods.stream()
                .map(each -> row(
                        each.what(),
                        say(each.grade().wordsKey()),
                        frame.number(each.boxes()),
                        quantity(each),
                        each.worth() == null ? say("shipment_value_unknown") : frame.money(each.worth())))
                .toList()));
        Map<String, Money> totals = new TreeMap<>();
        goods.stream()
                .map(PaperFacts.Goods::worth)
                .filter(each -> each != null)
                .forEach(each -> totals.merge(each.currency(), each, Money::plus));
        totals.values().forEach(each -> paper.fact(say("shipment_value_total"), frame.money(each)));
        return paper.signature(signature("shipment_paper_declared_by"));
    }

    /** What was received, box by box, against the packing list. */
    Paper receipt(String code, String receipt) {
        ShipmentView shipment = left(code);
        ShipmentView.ReceiptView note = shipment.receipts().stream()
                .filter(each -> each.code().equals(receipt))
                .findFirst()
                .orElseThrow(() -> new NotFound(receipt));
        boolean first = shipment.receipts().get(0).code().equals(receipt);
        List<Column> columns = List.of(
                Column.number(say("shipment_paper_number"), 2),
                Column.text(say("shipment_box"), 5),
                Column.text(say("shipment_contents"), 12),
                Column.text(say("shipment_paper_condition"), 8));
        Function<ShipmentLineView, List<String>> told =
                line -> row(frame.number(line.position()), line.container(), contents(line), condition(line));
        Paper paper = head("shipment_receipt", note.code(), shipment)
                .fact(say("shipment_received_at"), frame.moment(note.openedAt()))
                .factIfKnown(say("shipment_taken_by"), note.takenBy())
                .factIfKnown(say("shipment_note"), note.remark())
                .fact(say("shipment_waybills"), String.join(", ", shipment.legs().stream().map(LegView::waybill).toList()));
        if (note.finishedAt() == null) {
            paper.warning(say("shipment_receipt_open"));
        }
        if (note.byKey()) {
            paper.note(say("shipment_receipt_by_key"));
        }
        return paper.table(Table.paged(columns, (after, size) -> facts.received(note.code(), first, after, size), told))
                .signature(signature("shipment_paper_delivered_by"))
                .signature(signature("shipment_paper_received_by"));
    }

    private String condition(ShipmentLineView line) {
        List<String> all = new ArrayList<>();
        all.add(say(line.stateKey()));
        if (line.surplus()) {
            all.add(say("shipment_box_is_surplus"));
        }
        if (line.damaged()) {
            all.add(say("shipment_box_is_damaged") + (line.damage() == null ? "" : ": " + line.damage()));
        }
        line.counted().forEach(each -> all.add(each.what() + ": "
                + frame.say("shipment_counted_words", Map.of("0", each.sent(), "1", each.received(), "2", each.damaged()))));
        return String.join("\n", all);
    }

    /** What was written off as lost on the way, with what was in it, and what is claimed for it. */
    Paper losses(String code) {
        ShipmentView shipment = left(code);
        List<Column> columns = List.of(
                Column.text(say("shipment_loss"), 5),
                Column.text(say("shipment_box"), 5),
                Column.text(say("shipment_contents"), 10),
                Column.text(say("shipment_lose_why"), 8),
                Column.text(say("shipment_state"), 3),
                Column.number(say("shipment_claim"), 4));
        Function<ShipmentLineView, List<String>> told = line -> row(
                line.loss(),
                line.container(),
                contents(line),
                line.lossWhy(),
                say(line.stateKey()),
                line.claim() == null ? null : frame.money(Money.of(line.claim(), line.claimCurrency())));
        return head("shipment_loss_report", shipment.code(), shipment)
                .table(Table.paged(columns, (after, size) -> lost(shipment.code(), after, size), told))
                .signature(Signature.of(
                        say("shipment_paper_approved_by"),
                        say("shipment_paper_name"),
                        say("shipment_paper_function"),
                        say("shipment_paper_place_day"),
                        say("shipment_paper_signature")));
    }

    private Page<ShipmentLineView> lost(String code, String after, int size) {
        Page<ShipmentLineView> page = shipments.lines(code, null, true, after, size);
        return new Page<>(page.rows().stream().filter(line -> line.loss() != null).toList(), page.next());
    }
}
