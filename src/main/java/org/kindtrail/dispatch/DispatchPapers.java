package org.kindtrail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.paper.Box;
import org.kindtrail.paper.Column;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Signature;
import org.kindtrail.paper.Table;
import org.kindtrail.web.Frame;

/**
 * The papers of a dispatch, with the fields that the forms of the Logistics Cluster have. They bear the recipient's code, and
 * its name only where everybody may know it: no alias, no region, no address.
 */
@ApplicationScoped
class DispatchPapers {
    private final DispatchService dispatches;
    private final DeliveryService deliveries;
    private final Frame frame;

    DispatchPapers(DispatchService dispatches, DeliveryService deliveries, Frame frame) {
        this.dispatches = dispatches;
        this.deliveries = deliveries;
        this.frame = frame;
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    private String quantity(DispatchLineView line) {
        return frame.say(line.quantityKey(), Map.of("0", line.quantity()));
    }

    /** What a picker takes, shelf after shelf. */
    Paper picking(String code) {
        DispatchService.Picking picking = dispatches.picking(code);
        Paper paper = Paper.of(say("dispatch_picking"), picking.dispatch().code())
                .fact(say("dispatch_need"), picking.dispatch().need())
                .fact(say("dispatch_staged_at"), frame.moment(picking.dispatch().stagedAt()))
                .hint(say("dispatch_print_hint"));
        if (picking.dispatch().takenBack() > 0) {
            paper.warning(frame.say("dispatch_taken_back", Map.of("0", picking.dispatch().takenBack())));
        }
        List<Column> columns = List.of(
                Column.tick(say("dispatch_tick")),
                Column.text(say("dispatch_from"), 4),
                Column.text(say("dispatch_line"), 1),
                Column.text(say("dispatch_lot"), 2),
                Column.text(say("dispatch_item"), 4),
                Column.text(say("dispatch_size"), 1),
                Column.number(say("dispatch_quantity"), 2),
                Column.hand(say("dispatch_taken"), 2),
                Column.hand(say("dispatch_paper_remark"), 3));
        return paper.table(Table.of(columns, picking.lines().stream()
                        .map(line -> row("", line.placeName(), "" + line.line(), line.lot(), line.itemName(), line.size(), quantity(line)))
                        .toList()))
                .note(say("dispatch_picking_how"))
                .signature(Signature.of(say("dispatch_picked_by"), say("dispatch_paper_name"), say("dispatch_paper_day"),
                        say("dispatch_paper_signature")));
    }

    /** A row; unlike a list of Java's own it takes what is not known. */
    private static List<String> row(String... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    /** The paper that goes with the goods; who has just made the key finds it on it. */
    Paper waybill(String code, UriInfo here) {
        DispatchService.Waybill shown = dispatches.waybill(code);
        DispatchView dispatch = shown.dispatch();
        Paper paper = head(Paper.of(say("dispatch_waybill"), dispatch.code()), shown)
                .fact(say("dispatch_vehicle"), dispatch.vehicle())
                .fact(say("dispatch_driver"), dispatch.driver())
                .fact(say("dispatch_paper_seal"), null)
                .fact(say("dispatch_paper_packages"), null)
                .hint(say("dispatch_print_hint"));
        if (shown.key() == null && dispatch.onItsWay()) {
            paper.hint(say("dispatch_waybill_no_key"));
        }
        return paper.table(sent(dispatch))
                .note(say("dispatch_paper_shortage"))
                .signature(signature("dispatch_paper_loaded_by"))
                .signature(signature("dispatch_paper_transported_by").filled(say("dispatch_paper_name"), dispatch.driver()))
                .signature(signature("dispatch_paper_received_by"))
                .box(confirmation(shown.key(), here));
    }

    private Paper head(Paper paper, DispatchService.Waybill shown) {
        String sites = shown.dispatch().lines().stream()
                .map(DispatchLineView::siteName)
                .distinct()
                .collect(Collectors.joining("\n"));
        String recipient = shown.dispatch().recipient();
        return paper.fact(say("dispatch_paper_date"), frame.moment(shown.dispatch().departedAt()))
                .fact(say("dispatch_paper_from"), frame.getOrganisation() + "\n" + sites)
                .fact(say("dispatch_paper_to"), shown.publicName() == null ? recipient : shown.publicName() + "\n" + recipient)
                .fact(say("dispatch_need"), shown.dispatch().need());
    }

    private Table sent(DispatchView dispatch) {
        String sent = say("dispatch_paper_sent");
        String receipt = say("dispatch_paper_receipt");
        List<Column> columns = List.of(
                Column.text(say("dispatch_line"), 2).under(sent),
                Column.text(say("dispatch_lot"), 6).under(sent),
                Column.text(say("dispatch_item"), 8).under(sent),
                Column.text(say("dispatch_size"), 3).under(sent),
                Column.text(say("dispatch_grade"), 4).under(sent),
                Column.number(say("dispatch_quantity"), 4).under(sent),
                Column.hand(say("dispatch_received"), 4).under(receipt),
                Column.hand(say("dispatch_paper_short"), 3).under(receipt),
                Column.hand(say("dispatch_paper_damaged"), 4).under(receipt));
        return Table.of(columns, dispatch.lines().stream()
                .map(line -> row("" + line.line(), line.lot(), line.itemName(), line.size(), say(line.gradeKey()), quantity(line)))
                .toList());
    }

    private Signature signature(String who) {
        return Signature.of(say(who), say("dispatch_paper_name"), say("dispatch_paper_function"), say("dispatch_paper_place_day"),
                say("dispatch_paper_condition"), say("dispatch_paper_signature"));
    }

    private Box confirmation(String key, UriInfo here) {
        String address = here.getBaseUri().resolve(ConfirmationKeys.DOOR).toString();
        List<String> how = List.of(
                say("dispatch_paper_confirm_how") + "\n" + address,
                say(key == null ? "dispatch_paper_key_elsewhere" : "dispatch_paper_key"));
        return new Box(
                say("dispatch_paper_confirm"), how, key, key == null ? address : address + "/" + key, say("dispatch_qr"));
    }

    /** What was confirmed, for the files of whoever sent it. What else the receiver said stays in the house. */
    Paper proof(String code) {
        DeliveryView delivery = deliveries.get(code);
        DispatchService.Waybill shown = dispatches.waybill(delivery.dispatch());
        Paper paper = head(Paper.of(say("dispatch_proof"), delivery.code()), shown)
                .fact(say("dispatch_waybill"), delivery.dispatch())
                .fact(say("dispatch_received_on"), frame.day(delivery.occurredAt()))
                .fact(say("dispatch_confirmed_by"), say(confirmedBy(delivery)))
                .fact(say("dispatch_paper_recorded"), frame.moment(delivery.recordedAt()))
                .hint(say("dispatch_print_hint"));
        if (delivery.reversedAt() != null) {
            paper.warning(frame.say("dispatch_delivery_is_reversed", Map.of("0", frame.day(delivery.reversedAt()))));
        }
        List<Column> columns = List.of(
                Column.text(say("dispatch_line"), 1),
                Column.text(say("dispatch_lot"), 4),
                Column.text(say("dispatch_item"), 5),
                Column.number(say("dispatch_sent"), 3),
                Column.number(say("dispatch_received"), 2),
                Column.number(say("dispatch_paper_short"), 2),
                Column.number(say("dispatch_paper_surplus"), 2),
                Column.number(say("dispatch_paper_damaged"), 3));
        return paper.table(Table.of(columns, delivery.lines().stream().map(this::counted).toList()))
                .signature(signature("dispatch_paper_transported_by"))
                .signature(signature("dispatch_paper_received_by"));
    }

    private List<String> counted(DispatchLineView line) {
        boolean known = line.received() != null;
        return row(
                "" + line.line(),
                line.lot(),
                line.what(),
                quantity(line),
                known ? frame.number(line.received()) : null,
                known ? frame.number(line.missing()) : null,
                known ? frame.number(line.surplus()) : null,
                known ? frame.number(line.damaged()) : null);
    }

    private static String confirmedBy(DeliveryView delivery) {
        return delivery.byKey() ? "dispatch_by_key" : delivery.byRecipient() ? "dispatch_by_recipient" : "dispatch_by_house";
    }
}
