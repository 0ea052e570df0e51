package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;

/** Puts goods from one place of the house to another, and takes that back. */
@ApplicationScoped
public class PutAwayService {
    private final Ledger ledger;
    private final Lots lots;
    private final Places places;
    private final Movements movements;
    private final StockService stock;
    private final Rules rules;
    private final Codes codes;
    private final Clock clock;

    PutAwayService(
            Ledger ledger,
            Lots lots,
            Places places,
            Movements movements,
            StockService stock,
            Rules rules,
            Codes codes,
            Clock clock) {
        this.ledger = ledger;
        this.lots = lots;
        this.places = places;
        this.movements = movements;
        this.stock = stock;
        this.rules = rules;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @return the movement; its document is the put-away's own code
     * @throws Invalid naming the fields at fault
     * @throws NotEnoughStock when less is there and free
     */
    @Transactional
    public MovementView putAway(PutAway command) {
        rules.check(command);
        Lot lot = lots.byCode(command.lot())
                .orElseThrow(() -> Invalid.field("lot", "error_stock_lot_unknown", Map.of("given", command.lot())));
        Place from = places.known("from", command.from());
        Place to = places.open("to", command.to());
        if (from.getId().equals(to.getId())) {
            throw Invalid.field("to", "error_stock_same_place", Map.of("place", to.label()));
        }
        String document = codes.next(CodeKind.MOVE);
        ledger.move(List.of(new Transfer(
                lot, from, to, command.quantity(), new Entry(Reason.PUT_AWAY, document, clock.instant()))));
        return written(document);
    }

    /**
     * @return the movement that takes the put-away back
     * @throws NotFound when the organisation has no such put-away
     * @throws org.kindtrail.kernel.Refused when it was taken back already, or the goods have moved on
     */
    @Transactional
    public MovementView reverse(String typed, Reverse command) {
        rules.check(command);
        String document = Code.read(CodeKind.MOVE, typed)
                .filter(movements::has)
                .orElseThrow(() -> new NotFound(typed));
        ledger.reverse(document, command.why().strip());
        return written(document);
    }

    private MovementView written(String document) {
        List<MovementView> all = stock.movements(null, document, null, 10).rows();
        return all.get(all.size() - 1);
    }
}
