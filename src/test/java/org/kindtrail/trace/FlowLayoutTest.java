package org.kindtrail.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class FlowLayoutTest {
    private static FlowLayout random(long seed) {
        Random random = new Random(seed);
        List<FlowLayout.Box> boxes = new ArrayList<>();
        for (int column = 0; column < 4; column++) {
            for (int i = 0; i <= random.nextInt(6); i++) {
                boxes.add(new FlowLayout.Box(column + "/" + i, column * 2));
            }
        }
        List<FlowLayout.Band> bands = new ArrayList<>();
        for (FlowLayout.Box from : boxes) {
            for (FlowLayout.Box to : boxes) {
                if (to.column() > from.column() && random.nextInt(3) == 0) {
                    bands.add(new FlowLayout.Band(from.id(), to.id(), 1 + random.nextInt(5000)));
                }
            }
        }
        return new FlowLayout(boxes, bands);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatTouchesABoxFillsItAndNothingOverlaps(long seed) {
        FlowLayout layout = random(seed);
        Map<String, FlowLayout.Placed> boxes =
                layout.boxes().stream().collect(Collectors.toMap(placed -> placed.box().id(), placed -> placed));
        boxes.values().forEach(box -> {
            int out = width(layout, box, true);
            int in = width(layout, box, false);
            assertThat(Math.max(in, out)).isIn(0, box.height());
            assertThat(Math.min(in, out)).isLessThanOrEqualTo(box.height());
            beneathEachOther(layout.bands().stream()
                    .filter(band -> band.band().from().equals(box.box().id()))
                    .map(band -> new int[] {band.y(), band.width()})
                    .toList(), box);
            beneathEachOther(layout.bands().stream()
                    .filter(band -> band.band().to().equals(box.box().id()))
                    .map(band -> new int[] {band.toY(), band.toWidth()})
                    .toList(), box);
        });
        boxes.values().stream().collect(Collectors.groupingBy(FlowLayout.Placed::x)).values().forEach(column -> {
            List<FlowLayout.Placed> sorted = column.stream().sorted(Comparator.comparingInt(FlowLayout.Placed::y)).toList();
            for (int i = 1; i < sorted.size(); i++) {
                assertThat(sorted.get(i).y()).isGreaterThan(sorted.get(i - 1).y() + sorted.get(i - 1).height());
            }
        });
        assertThat(boxes.values()).allMatch(box -> box.y() + box.height() <= layout.height() * 10 && box.x() < layout.width() * 10);
    }

    private static int width(FlowLayout layout, FlowLayout.Placed box, boolean out) {
        return layout.bands().stream()
                .filter(band -> (out ? band.band().from() : band.band().to()).equals(box.box().id()))
                .mapToInt(band -> out ? band.width() : band.toWidth())
                .sum();
    }

    private static void beneathEachOther(List<int[]> ends, FlowLayout.Placed box) {
        int y = box.y();
        for (int[] end : ends.stream().sorted(Comparator.comparingInt(end -> end[0])).toList()) {
            assertThat(end[0]).isGreaterThanOrEqualTo(y);
            y = end[0] + end[1];
        }
        assertThat(y).isLessThanOrEqualTo(box.y() + box.height());
    }

    @Test
    void theOrderIsThatOfTheNames() {
        List<FlowLayout.Box> boxes = List.of(
                new FlowLayout.Box("in", 0), new FlowLayout.Box("small", 1), new FlowLayout.Box("large", 1));
        FlowLayout layout = new FlowLayout(
                boxes, List.of(new FlowLayout.Band("in", "large", 900), new FlowLayout.Band("in", "small", 100)));
        assertThat(layout.boxes()).extracting(placed -> placed.box().id()).containsExactly("in", "small", "large");
        assertThat(layout.boxes().get(1).y()).isLessThan(layout.boxes().get(2).y());
        assertThat(layout.bands().get(1).y()).isLessThan(layout.bands().get(0).y());
        assertThat(layout.bands().get(0).width()).isEqualTo(9 * layout.bands().get(1).width());
        assertThat(layout.bands().get(0).path()).matches("M[0-9. ]+C[0-9. ]+v[0-9.]+C[0-9. ]+z");
    }

    @Test
    void emptyColumnsTakeNoRoom() {
        FlowLayout layout = new FlowLayout(
                List.of(new FlowLayout.Box("in", 0), new FlowLayout.Box("out", 7)), List.of(new FlowLayout.Band("in", "out", 1)));
        assertThat(layout.width()).isEqualTo(2 * FlowLayout.COLUMN);
    }
}
