package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.AddPlace;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.PlaceService;
import org.kindtrail.place.Places;
import org.kindtrail.sheet.ColumnGuess;
import org.kindtrail.web.Frame;

/**
 * Sites and shelves. A row whose place is there already is good and makes nothing, so that a list of stock opens the places that
 * stand in it, however often they do.
 */
@ApplicationScoped
class PlaceImport implements ImportKind {
    private static final int MOST_ROWS = 250_000;
    private static final String NAME = "placeName";
    private static final String SITE = "site";
    private static final List<Field> FIELDS = List.of(Field.needed(NAME), Field.of(SITE).forAll());

    private final PlaceService service;
    private final Places places;
    private final Rules rules;
    private final Frame frame;

    PlaceImport(PlaceService service, Places places, Rules rules, Frame frame) {
        this.service = service;
        this.places = places;
        this.rules = rules;
        this.frame = frame;
    }

    /**
     * A place that is to be there.
     *
     * @param site its name; null: it is a site itself
     */
    private record Wanted(String site, String name) {}

    @Override
    public Kind kind() {
        return Kind.PLACES;
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public int mostRows() {
        return MOST_ROWS;
    }

    @Override
    public Map<String, String> example() {
        Map<String, String> line = new HashMap<>();
        line.put(NAME, frame.say("exchange_example_place", Map.of()));
        places.sites().stream().findFirst().ifPresent(site -> line.put(SITE, site.getName()));
        return line;
    }

    @Override
    public Desk begin() {
        return new PlaceDesk();
    }

    /** Places are never removed: those of the import are closed, shelves first. */
    @Override
    public void undo(SheetImport brought, List<String> documents, String why) {
        List<String> opened = new ArrayList<>();
        documents.stream().filter(each -> each != null).forEach(each -> opened.addAll(List.of(each.split(" "))));
        for (PlaceKind kind : List.of(PlaceKind.SHELF, PlaceKind.SITE)) {
            for (String code : opened) {
                Place place = places.get(code);
                if (place.getKind() == kind && place.isActive()) {
                    service.close(code);
                }
            }
        }
    }

    private final class PlaceDesk implements Desk {
        /** By name, and for shelves by their site's and their own; the code. */
        private final Map<String, String> open = new HashMap<>();
        private final Map<String, String> siteNames = new HashMap<>();

        PlaceDesk() {
            for (Place place : places.open()) {
                boolean site = place.getKind() == PlaceKind.SITE;
                open.put(site ? key(null, place.getName()) : key(place.getTop().getName(), place.getName()), place.getCode());
                if (site) {
                    siteNames.put(ColumnGuess.plain(place.getCode()), place.getName());
                }
            }
        }

        private String key(String site, String name) {
            return (site == null ? "" : ColumnGuess.plain(site)) + "/" + ColumnGuess.plain(name);
        }

        @Override
        public void check(List<Row> rows) {
            rows.forEach(this::read);
        }

        private void read(Row row) {
            String name = row.text(NAME);
            String typed = row.text(SITE);
            if (name == null && typed == null) {
                row.needed(NAME);
                return;
            }
            String site = typed == null ? null : siteNames.getOrDefault(ColumnGuess.plain(typed), typed);
            boolean itself = name == null || site == null || ColumnGuess.plain(site).equals(ColumnGuess.plain(name));
            Wanted wanted = itself ? new Wanted(null, name == null ? site : name) : new Wanted(site, name);
            checkName(row, name == null ? SITE : NAME, wanted.name());
            if (wanted.site() != null) {
                checkName(row, SITE, wanted.site());
            }
            row.becomes(wanted);
        }

        private void checkName(Row row, String field, String name) {
            try {
                rules.check(new AddPlace(PlaceKind.SITE, name, null, null));
            } catch (org.kindtrail.kernel.Invalid invalid) {
                invalid.fields().forEach(fault -> row.wrong(field, fault.key(), fault.facts()));
            }
        }

        @Override
        public String says(Row row) {
            Wanted wanted = row.command(Wanted.class);
            if (wanted == null) {
                return "";
            }
            boolean there = open.containsKey(key(wanted.site(), wanted.name()));
            String label = wanted.site() == null ? wanted.name() : wanted.site() + ", " + wanted.name();
            return frame.say(there ? "exchange_says_place_there" : "exchange_says_place", Map.of("place", label));
        }

        @Override
        public void take(SheetImport brought, List<Row> rows) {
            for (Row row : rows) {
                Wanted wanted = row.command(Wanted.class);
                List<String> opened = new ArrayList<>();
                if (wanted.site() == null) {
                    opened(null, wanted.name(), opened);
                } else if (!open.containsKey(key(wanted.site(), wanted.name()))) {
                    opened(null, wanted.site(), opened);
                    opened(wanted.site(), wanted.name(), opened);
                }
                row.became(opened.isEmpty() ? null : String.join(" ", opened));
            }
        }

        private void opened(String site, String name, List<String> opened) {
            String key = key(site, name);
            if (!open.containsKey(key)) {
                AddPlace command = site == null
                        ? new AddPlace(PlaceKind.SITE, name, null, null)
                        : new AddPlace(PlaceKind.SHELF, name, open.get(key(null, site)), null);
                String code = service.add(command).code();
                open.put(key, code);
                opened.add(code);
            }
        }
    }
}
