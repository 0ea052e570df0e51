package org.kindtrail.place;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/**
 * What can be done with sites and shelves. Whoever opens or closes one locks it first, and a shelf's site before the
 * shelf. The ledger puts goods only where it is open, under a lock on the place that this one excludes: so a place that
 * was found empty here stays empty until it is closed, and closed it takes nothing in.
 */
@ApplicationScoped
public class PlaceService {
    private final Places places;
    private final PlaceContents contents;
    private final PlaceMapper mapper;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;

    PlaceService(
            Places places,
            PlaceContents contents,
            PlaceMapper mapper,
            Rules rules,
            Scope scope,
            Codes codes,
            History history) {
        this.places = places;
        this.contents = contents;
        this.mapper = mapper;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
    }

    /** @throws Invalid naming the fields at fault */
    @Transactional
    public PlaceView add(AddPlace command) {
        rules.check(command);
        String name = command.name().strip();
        Place place =
                switch (command.kind()) {
                    case SITE -> site(command, name);
                    case SHELF -> shelf(command, name);
                    default -> throw Invalid.field("kind", "error_choice", Map.of("given", command.kind().word()));
                };
        places.persist(place);
        history.note(place.getCode(), "place_opened", place.label(), null);
        return mapper.view(place);
    }

    private Place site(AddPlace command, String name) {
        if (command.site() != null) {
            throw Invalid.field("site", "error_place_site_at_site");
        }
        return Place.site(scope.organisation(), codes.next(CodeKind.PLACE), name);
    }

    private Place shelf(AddPlace command, String name) {
        if (command.site() == null) {
            throw Invalid.field("site", "error_text_missing");
        }
        Place site = places.locked(command.site())
                .filter(found -> found.getKind() == PlaceKind.SITE && found.isActive())
                .orElseThrow(() -> Invalid.field("site", "error_place_unknown", Map.of("given", command.site())));
        int walk = command.walk() == null
                ? Math.min(places.lastWalk(site) + 1, AddPlace.LAST_WALK)
                : command.walk().intValue();
        return Place.shelf(site, codes.next(CodeKind.PLACE), name, walk);
    }

    /**
     * @throws Refused when somebody else changed the place meanwhile
     * @throws NotFound when the organisation has no such site or shelf
     */
    @Transactional
    public PlaceView describe(String code, ChangePlace command) {
        rules.check(command);
        Place place = places.siteOrShelf(code);
        if (place.getVersion() != command.version()) {
            throw new Refused("error_changed_meanwhile");
        }
        boolean keepsWalk = command.walk() == null || place.getKind() == PlaceKind.SITE;
        place.describe(command.name().strip(), keepsWalk ? place.getWalk() : command.walk().intValue());
        places.flush();
        history.note(place.getCode(), "place_described", place.label(), null);
        return mapper.view(place);
    }

    /** @throws Refused when goods lie there, shelves of it are open, or it is closed already */
    @Transactional
    public PlaceView close(String code) {
        Place place = places.locked(code).orElseThrow(() -> new NotFound(code));
        long shelves = places.openShelves(place);
        if (shelves > 0) {
            throw new Refused("error_place_has_shelves", Map.of("place", place.label(), "shelves", shelves));
        }
        long containers = places.containersIn(place);
        if (containers > 0) {
            throw new Refused("error_place_holds_containers", Map.of("place", place.label(), "containers", containers));
        }
        long lots = contents.lotsAt(place.getId());
        if (lots > 0) {
            throw new Refused("error_place_holds_goods", Map.of("place", place.label(), "lots", lots));
        }
        place.close();
        places.flush();
        history.note(place.getCode(), "place_closed", null, null);
        return mapper.view(place);
    }

    /** @throws Refused when it is open already, or its site is closed */
    @Transactional
    public PlaceView reopen(String code) {
        Place known = places.siteOrShelf(code);
        if (known.getParent() != null
                && !places.locked(known.getParent().getCode()).orElseThrow().isActive()) {
            throw new Refused("error_place_site_closed", Map.of("site", known.getParent().getName()));
        }
        known.reopen();
        places.flush();
        history.note(known.getCode(), "place_reopened", null, null);
        return mapper.view(known);
    }

    /** @throws NotFound when the organisation has no such place */
    @Transactional
    public PlaceView get(String code) {
        return mapper.view(places.get(code));
    }

    /**
     * Containers that stand at a place.
     *
     * @param all how many there are
     * @param first at most the first twenty
     */
    record Standing(long all, List<PlaceView> first) {}

    @Transactional
    Standing standing(String code) {
        Place place = places.get(code);
        return new Standing(
                places.containersIn(place),
                places.containersAt(place, 20).stream().map(mapper::view).toList());
    }

    /**
     * The sites by name, each followed by its shelves in walking order.
     *
     * @param open true: those that take goods; false: the closed ones; null: all
     * @param after code of the place to go on from; null for the first page
     */
    @Transactional
    public Page<PlaceView> list(Boolean open, String after, int size) {
        return Page.of(places.walk(open, after, size + 1), size, Place::getCode).map(mapper::view);
    }
}
