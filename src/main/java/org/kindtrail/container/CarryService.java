package org.kindtrail.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.CarryReason;
import org.kindtrail.stock.ContainerMoves;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Transfer;

/** Moves containers whole, and empties places. */
@ApplicationScoped
public class CarryService {
    private final Containers containers;
    private final Contents contents;
    private final Places places;
    private final ContainerMoves moves;
    private final Ledger ledger;
    private final EntityManager database;
    private final Rules rules;
    private final Codes codes;
    private final Clock clock;

    CarryService(
            Containers containers,
            Contents contents,
            Places places,
            ContainerMoves moves,
            Ledger ledger,
            EntityManager database,
            Rules rules,
            Codes codes,
            Clock clock) {
        this.containers = containers;
        this.contents = contents;
        this.places = places;
        this.moves = moves;
        this.ledger = ledger;
        this.database = database;
        this.rules = rules;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @throws Invalid naming the fields at fault
     * @throws Refused when a container is on the road, would stand in itself or too deep, or the place takes nothing
     */
    @Transactional
    public CarriedView move(MoveContainers command) {
        rules.check(command);
        List<Place> all = containers.byCodes("containers", command.containers());
        all.stream().filter(container -> !container.isActive()).findFirst().ifPresent(closed -> {
            throw new Refused("error_container_closed", Map.of("container", closed.getCode()));
        });
        Place to = places.known("to", command.to());
        String document = codes.next(CodeKind.MOVE);
        String why = command.why() == null || command.why().isBlank() ? null : command.why().strip();
        moves.move(all, to, new ContainerMoves.Carry(CarryReason.MOVED, document, clock.instant(), why));
        return new CarriedView(document, to.getCode(), to.label(), all.size(), 0, 0);
    }

    /**
     * What is promised stays, and how much that is, is answered.
     *
     * @throws NotFound when the organisation has no such site or shelf
     * @throws Refused when nothing is there that can be moved
     */
    @Transactional
    public CarriedView empty(String code, EmptyPlace command) {
        rules.check(command);
        Place place = places.get(code);
        if (!place.getKind().isFixed()) {
            throw new NotFound(place.getCode());
        }
        Place to = places.known("to", command.to());
        if (to.getId().equals(place.getId())) {
            throw Invalid.field("to", "error_stock_same_place", Map.of("place", place.label()));
        }
        List<Place> standing = containers.standingAt(place);
        List<Contents.Free> loose = contents.freeAt(place);
        if (standing.isEmpty() && loose.isEmpty()) {
            throw new Refused("error_container_nothing_to_move", Map.of("place", place.label(), "left", left(place)));
        }
        String document = codes.next(CodeKind.MOVE);
        Instant now = clock.instant();
        if (!loose.isEmpty()) {
            Entry entry = new Entry(Reason.PUT_AWAY, document, now);
            ledger.move(loose.stream()
                    .map(each -> new Transfer(each.lot(), place, to, each.free(), entry))
                    .toList());
        }
        if (!standing.isEmpty()) {
            moves.move(standing, to, new ContainerMoves.Carry(CarryReason.MOVED, document, now, null));
        }
        return new CarriedView(document, to.getCode(), to.label(), standing.size(), loose.size(), left(place));
    }

    private long left(Place place) {
        return database.createQuery("select count(b.lotId) from Balance b where b.placeId = :place", Long.class)
                .setParameter("place", place.getId())
                .getSingleResult();
    }
}
