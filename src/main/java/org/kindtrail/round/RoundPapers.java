package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.paper.Column;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Signature;
import org.kindtrail.paper.Table;
import org.kindtrail.web.Frame;

/** The loading list. Whoever looks into the vehicle reads it, so it bears codes of recipients: no alias and no address. */
@ApplicationScoped
class RoundPapers {
    private final RoundService rounds;
    private final Frame frame;

    RoundPapers(RoundService rounds, Frame frame) {
        this.rounds = rounds;
        this.frame = frame;
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    Paper loading(String code) {
        RoundView round = rounds.get(code);
        LoadingView loading = rounds.loading(code);
        Paper paper = Paper.of(say("round_loading"), round.code())
                .fact(say("round_day"), frame.day(round.day()))
                .fact(say("round_stops"), frame.number(round.stops().size()))
                .fact(say("round_vehicle"), round.vehicle())
                .fact(say("round_driver"), round.driver())
                .hint(say("dispatch_print_hint"));
        if (!round.standing()) {
            paper.warning(say("round_loading_cancelled"));
        }
        if (!round.notDriven().isEmpty()) {
            paper.warning(frame.say("round_not_driven", Map.of("0", round.notDriven().stream()
                    .map(RoundView.Stop::dispatch)
                    .collect(Collectors.joining(", ")))));
        }
        return paper.table(takes(loading))
                .table(loads(loading))
                .note(say("round_loading_note"))
                .signature(signature("dispatch_paper_loaded_by"))
                .signature(signature("dispatch_paper_transported_by").filled(say("dispatch_paper_name"), round.driver()));
    }

    private Signature signature(String who) {
        return Signature.of(
                say(who), say("dispatch_paper_name"), say("dispatch_paper_place_day"), say("dispatch_paper_signature"));
    }

    private Table takes(LoadingView loading) {
        List<Column> columns = List.of(
                Column.tick(say("round_taken")),
                Column.text(say("dispatch_from"), 5),
                Column.text(say("dispatch_lot"), 4),
                Column.text(say("dispatch_item"), 6),
                Column.text(say("dispatch_size"), 2),
                Column.number(say("dispatch_quantity"), 3),
                Column.text(say("round_for_stops"), 2));
        return Table.of(columns, loading.take().stream()
                        .map(take -> row("", take.placeName(), take.lot(), take.itemName(), take.size(), take.words(), numbers(take)))
                        .toList())
                .headed(say("round_loading_take"));
    }

    private String numbers(LoadingView.Take take) {
        return take.stops().stream().map(stop -> frame.number(stop)).collect(Collectors.joining(", "));
    }

    private Table loads(LoadingView loading) {
        List<Column> columns = List.of(
                Column.tick(say("round_loaded")),
                Column.number(say("round_stop"), 2),
                Column.text(say("round_dispatch"), 4),
                Column.text(say("round_recipient"), 4),
                Column.text(say("dispatch_item"), 6),
                Column.text(say("dispatch_size"), 2),
                Column.number(say("dispatch_quantity"), 3));
        return Table.of(columns, loading.load().stream()
                        .map(load -> row(
                                "",
                                frame.number(load.stop()),
                                load.dispatch(),
                                load.recipient(),
                                load.itemName(),
                                load.size(),
                                load.words()))
                        .toList())
                .headed(say("round_loading_load"));
    }

    /** A row; unlike a list of Java's own it takes what is not known. */
    private static List<String> row(String... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}
