package org.kindtrail.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.web.Frame;

/** What can be put into a container or taken out of it. */
@ApplicationScoped
class PackChoices {
    private static final int SHOWN = 50;
    private final Containers containers;
    private final ContainerService service;
    private final Contents contents;
    private final Places places;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Frame frame;

    PackChoices(
            Containers containers,
            ContainerService service,
            Contents contents,
            Places places,
            Catalogue catalogue,
            Goods goods,
            Frame frame) {
        this.containers = containers;
        this.service = service;
        this.contents = contents;
        this.places = places;
        this.catalogue = catalogue;
        this.goods = goods;
        this.frame = frame;
    }

    /**
     * What is free at a place.
     *
     * @param from code of the place
     * @param more whether more is free than the list shows
     */
    record ToPack(ContainerView container, String from, String fromName, List<PackForm.Spot> spots, boolean more) {}

    /** What is free in the container. */
    record ToUnpack(ContainerView container, List<PackForm.Spot> spots, boolean more) {}

    /** @param from code of the place; empty or unknown: the shelf or site where the container stands */
    @Transactional
    ToPack toPack(String code, String from) {
        Place box = containers.get(code);
        Place at = places.byCode(from)
                .filter(place -> place.getKind().isFixed())
                .orElseGet(() -> fixed(box));
        List<Contents.Free> free = contents.freeAround(at, SHOWN + 1);
        return new ToPack(service.view(box), at.getCode(), at.label(), spots(free), free.size() > SHOWN);
    }

    /** The shelf or site where it stands in the end. */
    private static Place fixed(Place container) {
        Place place = container;
        while (place.getKind().isContainer()) {
            place = place.getParent();
        }
        return place;
    }

    @Transactional
    ToUnpack toUnpack(String code) {
        Place box = containers.get(code);
        List<Contents.Free> free = contents.freeIn(box, SHOWN + 1);
        return new ToUnpack(service.view(box), spots(free), free.size() > SHOWN);
    }

    private List<PackForm.Spot> spots(List<Contents.Free> free) {
        return free.stream().limit(SHOWN).map(this::spot).toList();
    }

    private PackForm.Spot spot(Contents.Free free) {
        return new PackForm.Spot(
                free.lot().getCode() + "." + free.place().getCode(),
                free.lot().getCode(),
                goods.say(catalogue.of(free.lot().getItem().getId()), free.lot().getSize(), free.free()),
                frame.say(free.lot().getGrade().wordsKey(), Map.of())
                        + (free.place().getKind().isContainer() ? "" : ", " + free.place().getName()));
    }
}
