package org.kindtrail.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.paper.Mark;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.web.Frame;

/**
 * What stands on the labels of containers: what it is, what is in it, size, weight and handling. Never what it is called, nor
 * where it stands: names of people and places get into both.
 */
@ApplicationScoped
class ContainerLabels {
    /** More are counted only. */
    private static final int MOST_LINES = 4;

    static final int MOST = 500;
    private final Containers containers;
    private final Places places;
    private final Insides insides;
    private final Catalogue catalogue;
    private final Goods goods;
    private final MeasureFields measures;
    private final Frame frame;

    ContainerLabels(
            Containers containers,
            Places places,
            Insides insides,
            Catalogue catalogue,
            Goods goods,
            MeasureFields measures,
            Frame frame) {
        this.containers = containers;
        this.places = places;
        this.insides = insides;
        this.catalogue = catalogue;
        this.goods = goods;
        this.measures = measures;
        this.frame = frame;
    }

    /** A label, in words. */
    record Content(String code, List<String> lines, Set<Mark> marks) {}

    /**
     * Whose labels are asked for.
     *
     * @param codes of containers; empty: none by their codes
     * @param made code of an act by which they were taken into use or moved; null: none so
     * @param in code of a place where they stand; null: none so
     */
    record Asked(List<String> codes, String made, String in) {
        /** As an address says it. */
        public List<Field> fields() {
            List<Field> all = new ArrayList<>();
            codes.forEach(code -> all.add(new Field("container", code)));
            if (made != null) {
                all.add(new Field("made", made));
            }
            if (in != null) {
                all.add(new Field("in", in));
            }
            return all;
        }
    }

    /** A query parameter. */
    record Field(String name, String value) {}

    /**
     * @throws NotFound when the organisation has no such act or place
     * @throws Invalid naming the codes at fault, or when there are none or too many
     */
    @Transactional
    List<Content> of(Asked asked) {
        Map<String, Place> all = new LinkedHashMap<>();
        containers.byCodes("containers", asked.codes()).forEach(place -> all.put(place.getCode(), place));
        if (asked.made() != null) {
            List<Place> made = Code.read(CodeKind.MOVE, asked.made()).map(containers::ofDocument).orElse(List.of());
            if (made.isEmpty()) {
                throw new NotFound(asked.made().length() > 60 ? "..." : asked.made());
            }
            made.forEach(place -> all.put(place.getCode(), place));
        }
        if (asked.in() != null) {
            containers.standingAt(places.get(asked.in())).forEach(place -> all.put(place.getCode(), place));
        }
        if (all.isEmpty()) {
            throw Invalid.field("containers", "error_container_no_label");
        }
        if (all.size() > MOST) {
            throw Invalid.field("containers", "error_container_labels", Map.of("labels", all.size(), "most", MOST));
        }
        return contents(List.copyOf(all.values()));
    }

    private List<Content> contents(List<Place> all) {
        List<Long> ids = all.stream().map(Place::getId).toList();
        Map<Long, Insides.Inside> inside = insides.of(ids);
        Map<Long, Measures> measured = containers.measures(ids);
        return all.stream()
                .map(place -> {
                    Measures known = measured.getOrDefault(place.getId(), Measures.UNKNOWN);
                    return new Content(
                            place.getCode(),
                            lines(place, inside.getOrDefault(place.getId(), Insides.Inside.NOTHING), known),
                            known.marks());
                })
                .toList();
    }

    private List<String> lines(Place place, Insides.Inside in, Measures known) {
        Map<Insides.Kind, Long> inside = in.kinds();
        // What it weighs stands first: of what does not fit on a small label, the end is cut.
        List<String> figures = new ArrayList<>(List.of(
                frame.say("container_label_" + place.getKind().word(), Map.of()),
                measures.weight(known.weight()),
                measures.sides(known)));
        figures.removeIf(String::isEmpty);
        List<String> lines = new ArrayList<>(List.of(String.join(", ", figures)));
        if (in.useBy() != null) {
            lines.add(frame.say("container_label_use_by", Map.of("day", frame.day(in.useBy()))));
        }
        int more = inside.size() > MOST_LINES ? inside.size() - MOST_LINES : 0;
        inside.entrySet().stream()
                .limit(MOST_LINES)
                .forEach(each -> lines.add(goods.say(
                        catalogue.of(each.getKey().itemId()), each.getKey().size(), each.getValue())));
        if (more > 0) {
            lines.add(frame.say("container_label_more", Map.of("more", more)));
        }
        return lines;
    }
}
