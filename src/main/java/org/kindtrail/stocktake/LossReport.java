package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.Money;
import org.kindtrail.paper.Column;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Signature;
import org.kindtrail.paper.Table;
import org.kindtrail.web.Frame;

/** The loss and damage report: when and where it was found, what, how much, why, which papers, who approved, what became of it. */
@ApplicationScoped
class LossReport {
    private final WriteOffService writeOffs;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Frame frame;

    LossReport(WriteOffService writeOffs, Catalogue catalogue, Goods goods, Frame frame) {
        this.writeOffs = writeOffs;
        this.catalogue = catalogue;
        this.goods = goods;
        this.frame = frame;
    }

    Paper of(String code) {
        WriteOffView view = writeOffs.get(code);
        Paper paper = Paper.of(say("stocktake_loss_report"), view.code())
                .fact(say("stocktake_found_at"), frame.day(view.foundAt()))
                .fact(say("stocktake_found_where"), where(view))
                .fact(say("stocktake_cause"), say(view.cause().wordsKey()))
                .fact(say("stocktake_destination"), say(view.destinationKey()))
                .fact(say("stocktake_happened"), view.why())
                .fact(say("stocktake_documents"), view.documents())
                .fact(say("stocktake_disposal"), view.disposal())
                .fact(say("stocktake_state"), say(view.stateKey()));
        if (view.reversedAt() != null) {
            paper.warning(frame.say("stocktake_loss_reversed", Map.of("0", frame.day(view.reversedAt()))));
        } else if (view.state() == WriteOffState.PROPOSED) {
            paper.warning(say("stocktake_loss_proposed"));
        } else if (view.state() == WriteOffState.DECLINED) {
            paper.warning(say("stocktake_loss_declined"));
        }
        view.worth().forEach(worth -> paper.fact(say("stocktake_worth"), frame.money(Money.of(worth.amount(), worth.currency()))));
        if (view.unvalued() > 0) {
            paper.note(frame.say("stocktake_unvalued", Map.of("0", view.unvalued())));
        }
        paper.table(Table.paged(columns(), (after, size) -> writeOffs.lines(view.code(), after, size), this::cells));
        return paper.signature(signature("stocktake_reported_by").filled(say("stocktake_name"), view.recordedBy()).filled(say("stocktake_date"), frame.day(view.recordedAt())))
                .signature(approval(view))
                .signature(signature("stocktake_witness"));
    }

    private Signature approval(WriteOffView view) {
        Signature empty = signature("stocktake_approved_by");
        return view.decidedBy() == null || view.state() == WriteOffState.DECLINED
                ? empty
                : empty.filled(say("stocktake_name"), view.decidedBy()).filled(say("stocktake_date"), frame.day(view.decidedAt()));
    }

    private Signature signature(String who) {
        return Signature.of(say(who), say("stocktake_name"), say("stocktake_function"), say("stocktake_date"), say("stocktake_signature"));
    }

    /** The places of the first lines, and what was said besides. */
    private static String where(WriteOffView view) {
        String places = view.lines().stream()
                .map(WriteOffView.WrittenOff::placeName)
                .distinct()
                .limit(5)
                .collect(Collectors.joining("; "));
        return view.foundWhere() == null ? places : places + ". " + view.foundWhere();
    }

    private List<Column> columns() {
        return List.of(
                Column.text(say("stocktake_item"), 4),
                Column.text(say("stocktake_grade"), 2),
                Column.text(say("stocktake_lot"), 2),
                Column.text(say("stocktake_place"), 3),
                Column.number(say("stocktake_quantity"), 2),
                Column.number(say("stocktake_worth"), 2));
    }

    private List<String> cells(WriteOffView.WrittenOff line) {
        return Arrays.asList(
                goods.name(catalogue.find(line.item()), line.size()),
                say(line.grade().wordsKey()),
                line.lot(),
                line.placeName(),
                goods.quantity(catalogue.find(line.item()), line.quantity()),
                line.worth() == null ? null : frame.money(Money.of(line.worth(), line.currency())));
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }
}
