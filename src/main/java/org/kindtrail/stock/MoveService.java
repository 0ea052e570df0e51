package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** Moves goods from place to place of the house, tells what was moved, and takes that back. */
@ApplicationScoped
public class MoveService {
    private final Ledger ledger;
    private final MoveLines lines;
    private final Moves moves;
    private final Movements movements;
    private final StockService stock;
    private final Spots spots;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Rules rules;
    private final Codes codes;
    private final Clock clock;

    MoveService(
            Ledger ledger,
            MoveLines lines,
            Moves moves,
            Movements movements,
            StockService stock,
            Spots spots,
            Catalogue catalogue,
            Goods goods,
            Rules rules,
            Codes codes,
            Clock clock) {
        this.ledger = ledger;
        this.lines = lines;
        this.moves = moves;
        this.movements = movements;
        this.stock = stock;
        this.spots = spots;
        this.catalogue = catalogue;
        this.goods = goods;
        this.rules = rules;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @throws Invalid naming the fields at fault
     * @throws NotEnoughStock when less is there and free
     */
    @Transactional
    public MoveView move(MoveGoods command) {
        rules.check(command);
        return view(write(command, i -> "lines[" + i + "]."));
    }

    /**
     * Some of one lot from place to place.
     *
     * @return the last movement; its document is the move's own code
     * @throws Invalid naming the fields at fault
     * @throws NotEnoughStock when less is there and free
     */
    @Transactional
    public MovementView putAway(PutAway command) {
        rules.check(command);
        if (Code.read(CodeKind.BAG, command.lot()).isEmpty()) {
            throw Invalid.field("lot", "error_stock_lot_unknown", Map.of("given", Given.shortened(command.lot())));
        }
        MoveGoods.Line line = new MoveGoods.Line(
                command.lot(), null, null, null, command.quantity(), command.from(), command.to());
        return written(write(new MoveGoods(null, null, null, null, List.of(line)), i -> ""));
    }

    private String write(MoveGoods command, IntFunction<String> path) {
        Instant now = clock.instant();
        if (command.occurredAt() != null && command.occurredAt().isAfter(now)) {
            throw Invalid.field("occurredAt", "error_date_future", Map.of("given", command.occurredAt().toString()));
        }
        String why = command.why() == null || command.why().isBlank() ? null : command.why().strip();
        Entry entry = new Entry(
                Reason.PUT_AWAY,
                codes.next(CodeKind.MOVE),
                command.occurredAt() == null ? now : command.occurredAt(),
                why);
        ledger.move(lines.find(command, path, entry));
        return entry.document();
    }

    /**
     * Takes a move of goods back, whole.
     *
     * @throws NotFound when the organisation has no such move
     * @throws Refused when it was taken back already, or the goods have moved on, or containers were moved by it
     */
    @Transactional
    public MoveView reverse(String typed, Reverse command) {
        return view(reversed(typed, command));
    }

    /** The same, answered by the movement that takes the last one back. */
    @Transactional
    public MovementView reversePutAway(String typed, Reverse command) {
        return written(reversed(typed, command));
    }

    private String reversed(String typed, Reverse command) {
        rules.check(command);
        String document = known(typed);
        if (!moves.carried(document, 1).isEmpty()) {
            throw new Refused("error_stock_move_containers", Map.of("document", document));
        }
        ledger.reverse(document, command.why().strip());
        return document;
    }

    private String known(String typed) {
        return Code.read(CodeKind.MOVE, typed).filter(moves::exists).orElseThrow(() -> new NotFound(typed));
    }

    private MovementView written(String document) {
        List<MovementView> all = stock.movements(null, document, null, Page.MOST).rows();
        return all.get(all.size() - 1);
    }

    /** @throws NotFound when the organisation has no such move */
    @Transactional
    public MoveView get(String typed) {
        return view(known(typed));
    }

    private MoveView view(String document) {
        // Movements and what takes them back stand under one document.
        List<Moved> all = movements.list(null, document, null, 2 * Page.MOST + 1);
        List<ContainerMove> carried = moves.carried(document, Page.MOST + 1);
        List<Moved> moved = all.stream().filter(each -> each.reverses() == null).toList();
        Moved back = all.stream().filter(each -> each.reverses() != null).findFirst().orElse(null);
        Moved first = moved.isEmpty() ? null : moved.get(0);
        ContainerMove box = carried.isEmpty() ? null : carried.get(0);
        return new MoveView(
                document,
                first == null ? box.getWhy() : first.why(),
                first == null ? box.getOccurredAt() : first.occurredAt(),
                first == null ? box.getRecordedAt() : first.recordedAt(),
                first == null ? moves.by(box) : first.by(),
                back == null ? null : back.recordedAt(),
                back == null ? null : back.why(),
                moved.stream().limit(Page.MOST).map(this::line).toList(),
                carried.stream().limit(Page.MOST).map(MoveService::carried).toList(),
                moved.size() > Page.MOST || carried.size() > Page.MOST);
    }

    private MoveView.Line line(Moved moved) {
        Item item = catalogue.of(moved.itemId());
        return new MoveView.Line(
                moved.lot(),
                item.getCode(),
                catalogue.label(item),
                moved.size(),
                moved.grade(),
                moved.quantity(),
                goods.quantity(item, moved.quantity()),
                moved.from(),
                spots.words(moved.fromKind(), moved.fromName(), moved.fromSite()),
                moved.to(),
                spots.words(moved.toKind(), moved.toName(), moved.toSite()),
                moved.reason());
    }

    private static MoveView.Carried carried(ContainerMove move) {
        return new MoveView.Carried(
                move.getPlace().getCode(),
                move.getPlace().getKind(),
                move.getPlace().getName(),
                move.getFromPlace() == null ? null : move.getFromPlace().getCode(),
                move.getFromPlace() == null ? null : move.getFromPlace().label(),
                move.getToPlace().getCode(),
                move.getToPlace().label());
    }

    /** Newest first, whichever room wrote them; {@code after} is the code to go on from. */
    @Transactional
    public Page<MoveRow> list(String after, int size) {
        Moves.Head last = after == null || after.isEmpty() ? null : moves.head(after);
        Page<Moves.Head> page = Page.of(moves.newest(last, size + 1), size, Moves.Head::code);
        List<String> documents = page.rows().stream().map(Moves.Head::code).toList();
        Map<String, Moves.Sum> ofGoods = moves.goods(documents);
        Map<String, Moves.Sum> ofContainers = moves.containers(documents);
        List<Moves.Sum> all = new ArrayList<>(ofGoods.values());
        all.addAll(ofContainers.values());
        Map<Long, String> labels = moves.labels(all);
        return page.map(head -> row(head, ofGoods.get(head.code()), ofContainers.get(head.code()), labels));
    }

    private static MoveRow row(Moves.Head head, Moves.Sum ofGoods, Moves.Sum ofContainers, Map<Long, String> labels) {
        Moves.Sum told = ofGoods == null ? ofContainers : ofGoods;
        boolean both = ofGoods != null && ofContainers != null;
        return new MoveRow(
                head.code(),
                ofGoods == null ? 0 : ofGoods.lines(),
                ofContainers == null ? 0 : ofContainers.lines(),
                both || !same(told.leastFrom(), told.mostFrom()) ? null : labels.get(told.leastFrom()),
                both || !same(told.leastTo(), told.mostTo()) ? null : labels.get(told.leastTo()),
                told.occurredAt(),
                told.by(),
                ofGoods != null && ofGoods.reversed() > 0);
    }

    private static boolean same(Long least, Long most) {
        return least != null && least.equals(most);
    }
}
