package org.kindtrail.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.Page;
import org.kindtrail.place.Place;
import org.kindtrail.stock.DocumentPage;
import org.kindtrail.web.Frame;

/** Puts together what stands on a container's page, in a number of statements that does not depend on what is in it. */
@ApplicationScoped
class ContainerStories {
    /** More stand on pages of their own. */
    static final int SHOWN = 25;

    private static final int EVENTS = 10;
    private final Containers containers;
    private final ContainerService service;
    private final ContainerHistory history;
    private final Contents contents;
    private final Instance<NextAct> others;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Frame frame;

    ContainerStories(
            Containers containers,
            ContainerService service,
            ContainerHistory history,
            Contents contents,
            Instance<NextAct> others,
            Catalogue catalogue,
            Goods goods,
            Frame frame) {
        this.containers = containers;
        this.service = service;
        this.history = history;
        this.contents = contents;
        this.others = others;
        this.catalogue = catalogue;
        this.goods = goods;
        this.frame = frame;
    }

    @Transactional
    ContainerStory of(String code) {
        Place place = containers.get(code);
        ContainerView view = service.view(place);
        List<ContainerRow> inside = view.containers() == 0
                ? List.of()
                : service.list(new ContainerService.Wanted(null, null, view.code(), null, null, null), null, SHOWN).rows();
        List<ContainerStory.Line> lots = contents.lying(place, SHOWN).stream().map(this::line).toList();
        Page<ContainerEvent> events = history.of(view.code(), null, EVENTS);
        return new ContainerStory(
                view,
                lots,
                inside,
                events.rows().stream().map(ContainerStories::event).toList(),
                events.next() != null,
                next(place, view));
    }

    private ContainerStory.Line line(Contents.Lying lying) {
        return new ContainerStory.Line(
                lying.lot(),
                goods.say(catalogue.of(lying.itemId()), lying.size(), lying.onHand()),
                frame.say(lying.grade().wordsKey(), Map.of()),
                lying.allocated(),
                frame.day(lying.expiresOn()));
    }

    static ContainerStory.Event event(ContainerEvent event) {
        return new ContainerStory.Event(event, event.document() == null ? null : DocumentPage.of(event.document()));
    }

    private NextAct.Act next(Place place, ContainerView view) {
        Optional<NextAct.Act> others = this.others.stream().flatMap(room -> room.of(place).stream()).findFirst();
        if (others.isPresent()) {
            return others.get();
        }
        if (!view.open() || !view.atHand()) {
            return null;
        }
        if (view.sealed()) {
            return new NextAct.Act("/containers/move?container=" + view.code(), "container_move");
        }
        return view.empty() ? new NextAct.Act("/containers/" + view.code() + "/pack", "container_pack") : null;
    }
}
