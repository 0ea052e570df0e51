package org.kindtrail.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.paper.Column;
import org.kindtrail.paper.Labels;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Table;
import org.kindtrail.place.Place;
import org.kindtrail.web.Frame;

/** The packing list of a box, and of a pallet or freight container with all that stands in it. */
@ApplicationScoped
public class PackingLists {
    private final Containers containers;
    private final MeasureFields measures;
    private final PackedRows rows;
    private final Frame frame;

    PackingLists(
            Containers containers,
            MeasureFields measures,
            PackedRows rows,
            Frame frame) {
        this.containers = containers;
        this.measures = measures;
        this.rows = rows;
        this.frame = frame;
    }

    /** A packing list, and the code of what it is of. */
    record Listed(String code, Paper paper) {}

    /** @throws org.kindtrail.kernel.NotFound when the organisation has no such container */
    @Transactional
    Listed of(String typed, UriInfo here) {
        Place place = containers.get(typed);
        Measures known = containers.measures(place);
        List<Place> inside = containers.standingAt(place);
        Paper paper = Paper.of(say("container_packing_list"), place.getCode())
                .fact(say("container_kind"), say("container_label_" + place.getKind().word()))
                .factIfKnown(say("container_name"), ContainerService.called(place.getName(), place.getCode()))
                .fact(say("container_weight"), measures.weight(known.weight()))
                .factIfKnown(say("container_tare"), measures.weight(known.tare()))
                .fact(say("container_sides"), measures.sides(known))
                .factIfKnown(say("container_volume"), measures.volume(known))
                .factIfKnown(say("container_marks"), measures.marks(known))
                .factIfKnown(say("container_seal_number"), place.getSeal())
                .scan(Labels.address(here, place.getCode()));
        if (!inside.isEmpty()) {
            paper.fact(say("container_inside"), frame.number(inside.size())).table(boxes(inside));
        }
        return new Listed(place.getCode(), paper.table(contents(place, !inside.isEmpty())));
    }

    private Table boxes(List<Place> inside) {
        Map<Long, Measures> known = containers.measures(inside.stream().map(Place::getId).toList());
        List<List<String>> rows = new ArrayList<>();
        long weight = 0;
        int weighed = 0;
        for (Place each : inside) {
            Measures its = known.getOrDefault(each.getId(), Measures.UNKNOWN);
            weight += its.weight() == null ? 0 : its.weight();
            weighed += its.weight() == null ? 0 : 1;
            rows.add(List.of(
                    each.getCode(),
                    say("container_label_" + each.getKind().word()),
                    measures.weight(its.weight()),
                    measures.volume(its)));
        }
        Table table = Table.of(
                        List.of(
                                Column.text(say("container_number"), 3),
                                Column.text(say("container_kind"), 3),
                                Column.number(say("container_weight"), 2),
                                Column.number(say("container_volume"), 2)),
                        rows)
                .headed(say("container_inside"));
        return weighed == 0
                ? table
                : table.withFoot(List.of(
                        frame.say("container_weighed", Map.of("weighed", weighed, "all", inside.size())),
                        "",
                        measures.weight(weight),
                        ""));
    }

    private Table contents(Place place, boolean byBox) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(say("stock_item"), 5),
                Column.text(say("stock_size"), 1),
                Column.text(say("stock_grade"), 2),
                Column.number(say("container_quantity"), 2)));
        if (byBox) {
            columns.add(0, Column.text(say("container_number"), 2));
        }
        String code = place.getCode();
        return Table.paged(columns, (after, size) -> rows.of(code, after), row -> row.cells(byBox))
                .headed(say("container_contents"));
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }
}
