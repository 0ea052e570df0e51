package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindtrail.account.History;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Forbidden;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Promise;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;
import org.kindtrail.stock.Transfer;

/** Writes goods off, with a second person where the organisation wants one. */
@ApplicationScoped
public class WriteOffService {
    /** How many lines stand in the view itself. */
    private static final int SHOWN = 100;

    private final WriteOffs writeOffs;
    private final Pieces pieces;
    private final Worth worth;
    private final Limits limits;
    private final Ledger ledger;
    private final EntityManager database;
    private final Catalogue catalogue;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    WriteOffService(
            WriteOffs writeOffs,
            Pieces pieces,
            Worth worth,
            Limits limits,
            Ledger ledger,
            EntityManager database,
            Catalogue catalogue,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.writeOffs = writeOffs;
        this.pieces = pieces;
        this.worth = worth;
        this.limits = limits;
        this.ledger = ledger;
        this.database = database;
        this.catalogue = catalogue;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Posts it, or, where a second person has to look at it, sets the goods apart until then.
     *
     * @throws Invalid naming the fields at fault
     * @throws org.kindtrail.stock.NotEnoughStock when less is there and free; the words say what it is promised to
     */
    @Transactional
    public WriteOffView writeOff(WriteOffGoods command) {
        rules.check(command);
        if (command.cause() == WriteOffCause.OTHER && isBlank(command.why())) {
            throw Invalid.field("why", "error_stocktake_off_why");
        }
        if (command.cause().usual() == null && command.destination() == null) {
            throw Invalid.field("destination", "error_stocktake_off_destination");
        }
        List<Pieces.Piece> found = pieces.of(command);
        List<Money> values = values(found);
        Instant now = clock.instant();
        Instant when = command.foundAt() == null || command.foundAt().isAfter(now) ? now : command.foundAt();
        WriteOff writeOff = new WriteOff(
                new WriteOff.Recorded(scope.organisation(), codes.next(CodeKind.WRITE_OFF), when, now, scope.person()),
                command,
                secondPerson(values));
        writeOffs.persist(writeOff);
        for (int i = 0; i < found.size(); i++) {
            Pieces.Piece each = found.get(i);
            database.persist(new WriteOffLine(
                    writeOff.getId(), i + 1, each.lot(), each.place(), each.quantity(), values.get(i)));
        }
        if (writeOff.getState() == WriteOffState.POSTED) {
            Place to = destination(writeOff);
            Entry entry = entry(writeOff);
            ledger.move(found.stream()
                    .map(each -> new Transfer(each.lot(), each.place(), to, each.quantity(), entry))
                    .toList());
        } else {
            ledger.promise(found.stream()
                    .map(each -> new Promise(Allocation.HELD, writeOff.getCode(), each.lot(), each.place(), each.quantity()))
                    .toList());
        }
        return view(writeOff);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private List<Money> values(List<Pieces.Piece> found) {
        Map<Long, Worth.Known> known = worth.of(found.stream().map(each -> each.lot().getId()).toList());
        List<Money> values = new ArrayList<>();
        found.forEach(each -> values.add(worth.of(known.get(each.lot().getId()), each.quantity())));
        return values;
    }

    /** Why somebody else has to look at it: what cannot be compared with a limit may be above it. Null: nobody has to. */
    private SecondPerson secondPerson(List<Money> values) {
        SortedMap<String, Money> set = limits.all();
        if (set.isEmpty()) {
            return null;
        }
        SortedMap<String, Money> sums = new TreeMap<>();
        values.stream().filter(each -> each != null).forEach(each -> sums.merge(each.currency(), each, Money::plus));
        for (Money sum : sums.values()) {
            Money limit = set.get(sum.currency());
            if (limit != null && sum.minor() > limit.minor()) {
                return SecondPerson.ABOVE_LIMIT;
            }
        }
        if (values.contains(null)) {
            return SecondPerson.UNKNOWN;
        }
        return set.keySet().containsAll(sums.keySet()) ? null : SecondPerson.NOT_LIMITED;
    }

    private Place destination(WriteOff writeOff) {
        return ledger.boundary(writeOff.getDestination() == WriteOffCause.Destination.LOST ? Place.LOST : Place.LET_GO);
    }

    private static Entry entry(WriteOff writeOff) {
        return new Entry(Reason.WRITTEN_OFF, writeOff.getCode(), writeOff.getOccurredAt(), writeOff.getWhy());
    }

    /** @throws org.kindtrail.kernel.Refused when who asks proposed it, or it was decided already */
    @Transactional
    public WriteOffView approve(String code, DecideWriteOff command) {
        rules.check(command);
        WriteOff writeOff = writeOffs.locked(code);
        writeOff.approve(clock.instant(), scope.person());
        ledger.depart(writeOffs.held(writeOff), destination(writeOff), entry(writeOff));
        history.note(writeOff.getCode(), "stocktake_off_approved", null, isBlank(command.why()) ? null : command.why().strip());
        return view(writeOff);
    }

    /**
     * The goods are free again. A coordinator declines; who proposed it may take it back.
     *
     * @throws org.kindtrail.kernel.Refused when it was decided already
     */
    @Transactional
    public WriteOffView decline(String code, DecideWriteOff command) {
        rules.check(command);
        if (isBlank(command.why())) {
            throw Invalid.field("why", "error_text_missing");
        }
        WriteOff writeOff = writeOffs.locked(code);
        if (!mayDecline(writeOff)) {
            throw new Forbidden("error_forbidden");
        }
        writeOff.decline(clock.instant(), scope.person());
        ledger.release(writeOffs.held(writeOff));
        history.note(writeOff.getCode(), "stocktake_off_declined", null, command.why().strip());
        return view(writeOff);
    }

    private boolean mayDecline(WriteOff writeOff) {
        return scope.has(Role.COORDINATOR) || scope.person().equals(writeOff.getRecordedBy());
    }

    /** @throws org.kindtrail.kernel.Refused when it is not posted, or was taken back already */
    @Transactional
    public WriteOffView reverse(String code, Reverse command) {
        rules.check(command);
        WriteOff writeOff = writeOffs.locked(code);
        writeOff.reverse(clock.instant());
        ledger.reverse(writeOff.getCode(), command.why().strip());
        history.note(writeOff.getCode(), "stocktake_off_reversed", null, command.why().strip());
        return view(writeOff);
    }

    /** @throws org.kindtrail.kernel.NotFound when the organisation has no such write-off */
    @Transactional
    public WriteOffView get(String code) {
        return view(writeOffs.get(code));
    }

    /** @param state null: all */
    @Transactional
    public Page<WriteOffRow> list(WriteOffState state, String after, int size) {
        return Page.of(writeOffs.newest(state, Cursor.id(after), size + 1), size, WriteOffRow::id);
    }

    @Transactional
    public Page<WriteOffView.WrittenOff> lines(String code, String after, int size) {
        WriteOff writeOff = writeOffs.get(code);
        return Page.of(writeOffs.lines(writeOff, Cursor.id(after), size + 1), size, WriteOffLine::getId).map(this::view);
    }

    private WriteOffView.WrittenOff view(WriteOffLine line) {
        Item item = catalogue.of(line.getLot().getItem().getId());
        Money value = line.getWorth();
        return new WriteOffView.WrittenOff(
                line.getId(),
                line.getLine(),
                line.getLot().getCode(),
                item.getCode(),
                catalogue.label(item),
                line.getLot().getSize(),
                line.getLot().getGrade(),
                line.getPlace().getCode(),
                line.getPlace().label(),
                line.getQuantity(),
                value == null ? null : value.plain(),
                value == null ? null : value.currency());
    }

    private WriteOffView view(WriteOff writeOff) {
        writeOffs.flush();
        List<WriteOffs.Sum> sums = writeOffs.sums(writeOff);
        boolean waits = writeOff.getState() == WriteOffState.PROPOSED;
        return new WriteOffView(
                writeOff.getCode(),
                writeOff.getState(),
                writeOff.getCause(),
                writeOff.getDestination(),
                writeOff.getWhy(),
                writeOff.getFoundWhere(),
                writeOff.getOccurredAt(),
                writeOff.getDocuments(),
                writeOff.getDisposal(),
                writeOff.getNeeds(),
                writeOff.getRecordedAt(),
                writeOffs.nameOf(writeOff.getRecordedBy()),
                writeOff.getDecidedAt(),
                writeOffs.nameOf(writeOff.getDecidedBy()),
                writeOff.getReversedAt(),
                sums.stream()
                        .filter(each -> each.currency() != null)
                        .map(each -> new WriteOffView.Worth(each.currency(), new Money(each.worth(), each.currency()).plain()))
                        .toList(),
                sums.stream().filter(each -> each.currency() == null).mapToLong(WriteOffs.Sum::lines).sum(),
                sums.stream().mapToLong(WriteOffs.Sum::lines).sum(),
                writeOffs.lines(writeOff, null, SHOWN).stream().map(this::view).toList(),
                waits && scope.has(Role.COORDINATOR) && !scope.person().equals(writeOff.getRecordedBy()),
                waits && mayDecline(writeOff));
    }
}
