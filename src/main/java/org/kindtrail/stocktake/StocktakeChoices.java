package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;

/** What the forms of this room offer: places, and the whole catalogue, whatever lies there. */
@ApplicationScoped
class StocktakeChoices {
    private final Places places;
    private final Stocktakes stocktakes;
    private final Catalogue catalogue;
    private final Frame frame;

    StocktakeChoices(Places places, Stocktakes stocktakes, Catalogue catalogue, Frame frame) {
        this.places = places;
        this.stocktakes = stocktakes;
        this.catalogue = catalogue;
        this.frame = frame;
    }

    /** What can be typed; the names are those that the template of data lists uses. */
    record Choices(List<String> items, Set<String> sizes, List<Option> grades) {}

    Choices choices() {
        Set<String> sizes = new LinkedHashSet<>();
        List<String> items = catalogue.active().stream()
                .map(item -> {
                    sizes.addAll(item.getSizes());
                    return catalogue.label(item);
                })
                .toList();
        List<Option> grades = Arrays.stream(Grade.values())
                .map(grade -> new Option(grade.word(), frame.say(grade.wordsKey(), Map.of())))
                .toList();
        return new Choices(items, sizes, grades);
    }

    /** Sites and shelves in use. */
    @Transactional
    List<Option> places() {
        return places.open().stream().map(StocktakeChoices::option).toList();
    }

    /** Where the stocktake counts: its sites and shelves, or its container. */
    @Transactional
    List<Option> places(String code) {
        Place counted = stocktakes.get(code).getPlace();
        if (counted != null && counted.getTop() != null) {
            return List.of(option(counted));
        }
        return places.open().stream()
                .filter(place -> counted == null || place.stands().getId().equals(counted.getId()))
                .map(StocktakeChoices::option)
                .toList();
    }

    private static Option option(Place place) {
        return new Option(place.getCode(), place.label());
    }
}
