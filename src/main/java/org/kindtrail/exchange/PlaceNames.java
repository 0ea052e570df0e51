package org.kindtrail.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.sheet.ColumnGuess;

/** The open places of the house, by code and by name; containers by code. */
final class PlaceNames {
    private final Map<String, Set<Place>> byName = new HashMap<>();
    private final Map<String, Place> byCode = new HashMap<>();

    PlaceNames(Places places, List<Row> rows, String key) {
        for (Place place : places.open()) {
            byCode.put(place.getCode(), place);
            name(place.getName(), place);
            name(place.label(), place);
        }
        Set<String> others = new HashSet<>();
        rows.forEach(row -> {
            String text = row.text(key);
            if (text != null && !byName.containsKey(ColumnGuess.plain(text))) {
                others.add(text);
            }
        });
        places.byCodes(others).forEach((code, place) -> {
            if (place.isActive() && place.getKind().isForGoods() && place.isAtHand()) {
                byCode.put(code, place);
            }
        });
    }

    private void name(String name, Place place) {
        byName.computeIfAbsent(ColumnGuess.plain(name), none -> new HashSet<>()).add(place);
    }

    /** The place that a cell names; null when it is at fault. */
    Place read(Row row, String key) {
        String text = row.needed(key);
        if (text == null) {
            return null;
        }
        Place place = Places.read(text).map(byCode::get).orElse(null);
        if (place != null) {
            return place;
        }
        Set<Place> found = byName.getOrDefault(ColumnGuess.plain(text), Set.of());
        if (found.size() == 1) {
            return found.iterator().next();
        }
        return found.isEmpty()
                ? row.wrong(key, "error_exchange_place_unknown", Map.of())
                : row.wrong(key, "error_exchange_place_several", Map.of("near", found.stream()
                        .map(each -> each.label() + " (" + each.getCode() + ")")
                        .sorted()
                        .limit(6)
                        .collect(Collectors.joining("; "))));
    }
}
