package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.Money;
import org.kindtrail.paper.Column;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Signature;
import org.kindtrail.paper.Table;
import org.kindtrail.web.Frame;

/** The differences of a stocktake on paper, for whoever approves them. */
@ApplicationScoped
class VarianceReport {
    private final StocktakeService stocktakes;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Frame frame;

    VarianceReport(StocktakeService stocktakes, Catalogue catalogue, Goods goods, Frame frame) {
        this.stocktakes = stocktakes;
        this.catalogue = catalogue;
        this.goods = goods;
        this.frame = frame;
    }

    Paper of(String code) {
        StocktakeReport report = stocktakes.report(code);
        StocktakeView stocktake = stocktakes.get(code);
        Paper paper = Paper.of(say("stocktake_report"), stocktake.code())
                .fact(say("stocktake_what"), stocktake.what())
                .fact(say("stocktake_state"), say(stocktake.stateKey()))
                .fact(say("stocktake_opened"), frame.moment(stocktake.openedAt()))
                .factIfKnown(say("stocktake_handed_in"), frame.moment(stocktake.countedAt()))
                .fact(say("stocktake_lines_counted"), frame.number(report.counted()))
                .fact(say("stocktake_lines_differing"), frame.number(report.differing()))
                .fact(say("stocktake_lines_uncounted"), frame.number(report.uncounted()));
        if (stocktake.uncounted() != null) {
            paper.note(say("stocktake_said_" + stocktake.uncounted().word()));
        }
        report.worth().forEach(worth -> paper.fact(say("stocktake_worth_missing"), money(worth.missing(), worth.currency()))
                .fact(say("stocktake_worth_surplus"), money(worth.surplus(), worth.currency()))
                .fact(say("stocktake_worth_uncounted"), money(worth.uncounted(), worth.currency())));
        if (report.unvalued() > 0) {
            paper.note(frame.say("stocktake_unvalued", Map.of("0", report.unvalued())));
        }
        return paper.table(Table.paged(
                        columns(),
                        (after, size) -> stocktakes.variances(code, Variances.Which.DIFFERING, after, size),
                        this::cells))
                .signature(Signature.of(say("stocktake_approved_by"), say("stocktake_name"), say("stocktake_date"), say("stocktake_signature"))
                        .filled(say("stocktake_name"), stocktake.state() == StocktakeState.APPROVED ? stocktake.endedBy() : null));
    }

    private List<Column> columns() {
        return List.of(
                Column.text(say("stocktake_place"), 6),
                Column.text(say("stocktake_lot"), 7),
                Column.text(say("stocktake_item"), 7),
                Column.text(say("stocktake_grade"), 4),
                Column.number(say("stocktake_counted"), 4),
                Column.number(say("stocktake_expected"), 4),
                Column.number(say("stocktake_difference"), 4),
                Column.number(say("stocktake_worth"), 5),
                Column.number(say("stocktake_posted"), 3));
    }

    private List<String> cells(VarianceView line) {
        return Arrays.asList(
                line.placeName(),
                line.lot(),
                goods.name(catalogue.find(line.item()), line.size()),
                say(line.grade().wordsKey()),
                line.counted() == null ? "-" : frame.number(line.counted()),
                frame.number(line.expected()),
                frame.number(line.difference()),
                line.worth() == null ? null : money(line.worth(), line.currency()),
                line.posted() == null ? null : frame.number(line.posted()));
    }

    private String money(String amount, String currency) {
        return frame.money(Money.of(amount, currency));
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }
}
