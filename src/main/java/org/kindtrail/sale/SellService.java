package org.kindtrail.sale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Making;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;

/** Sells: what lay on a table becomes money in a fund. */
@ApplicationScoped
public class SellService {
    private final SaleDrives drives;
    private final Sales sales;
    private final Prices prices;
    private final StockLines lines;
    private final TableGoods table;
    private final Places places;
    private final Ledger ledger;
    private final Receipts receipts;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    SellService(
            SaleDrives drives,
            Sales sales,
            Prices prices,
            StockLines lines,
            TableGoods table,
            Places places,
            Ledger ledger,
            Receipts receipts,
            Catalogue catalogue,
            Goods goods,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.drives = drives;
        this.sales = sales;
        this.prices = prices;
        this.lines = lines;
        this.table = table;
        this.places = places;
        this.ledger = ledger;
        this.receipts = receipts;
        this.catalogue = catalogue;
        this.goods = goods;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /** Some of a lot at one price; it may have lain on several shelves. */
    private record Sold(int line, Lot lot, List<TableGoods.Picked> parts, long price) {
        private long quantity() {
            return parts.stream().mapToLong(TableGoods.Picked::quantity).sum();
        }
    }

    /**
     * @throws Invalid naming the fields at fault
     * @throws org.kindtrail.stock.NotEnoughStock naming the lines for which less lies on the table
     * @throws Refused when the drive is closed, has no terms, or does not sell
     */
    @Transactional
    public SaleView sell(Sell command) {
        rules.check(command);
        SaleTerms terms = drives.locked("drive", command.drive());
        if (!terms.getDrive().isOpen()) {
            throw new Refused("error_sale_closed", Map.of("drive", terms.getDrive().getTitle()));
        }
        boolean byPiece = command.lines() != null;
        if (byPiece == (command.sum() != null)) {
            throw Invalid.field(byPiece ? "sum" : "lines", byPiece ? "error_sale_sum_and_lines" : "error_sale_what_missing");
        }
        Sale sale = byPiece ? pieces(terms, command) : wholeTable(terms, command);
        return receipts.view(sale);
    }

    private Sale pieces(SaleTerms terms, Sell command) {
        List<FieldError> faults = new ArrayList<>();
        List<TableGoods.Wish> wishes = new ArrayList<>();
        Long[] typed = new Long[command.lines().size()];
        for (int i = 0; i < typed.length; i++) {
            Sell.Line line = command.lines().get(i);
            String path = "lines[" + i + "].";
            long quantity = line.quantity() == null ? 1 : line.quantity();
            wishes.add(lines.wish(path, line.item(), line.lot(), line.size(), line.grade(), quantity, faults));
            if (line.price() != null && !line.price().isBlank()) {
                Money price = PriceService.price(path + "price", line.price(), terms.getCurrency(), faults);
                typed[i] = price == null ? null : price.minor();
            }
        }
        refuse(faults);
        List<Sold> sold = priced(terms, wishes, typed);
        Entry entry = entry(command);
        Sale sale = begin(terms, SaleKind.PIECES, entry, total(sold, terms.getCurrency()));
        sold.forEach(each -> sale.add(each.line(), each.lot(), each.quantity(), each.price()));
        ledger.convert(sold.stream()
                .map(each -> making(terms, entry, each.parts(), each.price() * each.quantity()))
                .toList());
        sales.persist(sale);
        return sale;
    }

    private List<Sold> priced(SaleTerms terms, List<TableGoods.Wish> wishes, Long[] typed) {
        List<List<TableGoods.Picked>> picked = table.pick(TableGoods.Where.at(terms.getDrive().getSite()), wishes);
        Map<Prices.Of, Long> list =
                Arrays.asList(typed).contains(null) ? prices.all(terms.getDrive()) : Map.of();
        List<FieldError> faults = new ArrayList<>();
        List<Sold> sold = new ArrayList<>();
        for (int i = 0; i < typed.length; i++) {
            Map<Lot, List<TableGoods.Picked>> byLot = new LinkedHashMap<>();
            picked.get(i).forEach(part ->
                    byLot.computeIfAbsent(part.lot(), lot -> new ArrayList<>()).add(part));
            for (Map.Entry<Lot, List<TableGoods.Picked>> each : byLot.entrySet()) {
                Lot lot = each.getKey();
                Long price = typed[i] != null ? typed[i] : list.get(new Prices.Of(lot.getItem().getId(), lot.getGrade()));
                if (price == null) {
                    faults.add(noPrice(wishes.get(i).path(), lot));
                    break;
                }
                sold.add(new Sold(i + 1, lot, each.getValue(), price));
            }
        }
        refuse(faults);
        return sold;
    }

    private FieldError noPrice(String path, Lot lot) {
        return new FieldError(
                path + "price", "error_sale_price_missing", Map.of("what", goods.name(lot.getItem(), lot.getSize())));
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static Money total(List<Sold> sold, String currency) {
        BigInteger total = sold.stream()
                .map(each -> BigInteger.valueOf(each.price()).multiply(BigInteger.valueOf(each.quantity())))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (total.compareTo(BigInteger.valueOf(Money.MOST)) > 0) {
            throw Invalid.field("lines", "error_money_much", Map.of("given", total.toString()));
        }
        return new Money(total.longValueExact(), currency);
    }

    private Sale wholeTable(SaleTerms terms, Sell command) {
        List<FieldError> faults = new ArrayList<>();
        Money sum = PriceService.price("sum", command.sum(), terms.getCurrency(), faults);
        refuse(faults);
        Place site = terms.getDrive().getSite();
        Place at = command.shelf() == null ? site : places.open("shelf", command.shelf());
        if (!TableService.isAt(at, site)) {
            throw Invalid.field("shelf", "error_sale_not_of_table", Map.of("place", at.label()));
        }
        List<TableGoods.Picked> all = table.all(TableGoods.Where.at(at), TableGoods.FIT);
        if (all.isEmpty()) {
            throw new Refused("error_sale_nothing_there", Map.of("place", at.label()));
        }
        Entry entry = entry(command);
        Sale sale = begin(terms, SaleKind.TABLE, entry, sum);
        Map<Lot, Long> byLot = new LinkedHashMap<>();
        all.forEach(part -> byLot.merge(part.lot(), part.quantity(), Long::sum));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        byLot.forEach((lot, quantity) -> sale.add(
                numbers.computeIfAbsent(
                        lot.getItem().getId() + " " + lot.getGrade() + " " + lot.getSize(), kind -> numbers.size() + 1),
                lot,
                quantity,
                null));
        ledger.convert(List.of(making(terms, entry, all, sum.minor())));
        sales.persist(sale);
        return sale;
    }

    private Entry entry(Sell command) {
        Instant now = clock.instant();
        Instant when = command.occurredAt() == null || command.occurredAt().isAfter(now) ? now : command.occurredAt();
        return new Entry(Reason.SOLD, codes.next(CodeKind.SALE), when);
    }

    private Sale begin(SaleTerms terms, SaleKind kind, Entry entry, Money total) {
        return new Sale(
                terms.getDrive(), entry.document(), kind, total, entry.occurredAt(), clock.instant(), scope.person());
    }

    private Making making(SaleTerms terms, Entry entry, List<TableGoods.Picked> parts, long minor) {
        return new Making(
                ConversionKind.SALE,
                terms.getDrive().getSite(),
                entry,
                parts.stream()
                        .map(part -> new Making.Input(part.lot(), part.place(), part.quantity()))
                        .toList(),
                List.of(new Making.Output(
                        NewLot.money(codes, catalogue.money(terms.getCurrency()), minor), terms.getFund().getPlace())));
    }

    /**
     * A receipt that was a mistake: what was sold lies on the table again, and the money is gone from the fund.
     *
     * @throws Refused naming what stands in the way: a count that it is in, or what its money was spent on
     */
    @Transactional
    public SaleView reverse(String code, Reverse command) {
        rules.check(command);
        Sale sale = sales.get(code);
        drives.locked("drive", sale.getDrive().getCode());
        sales.lock(sale);
        sale.reverse(clock.instant());
        ledger.reverse(sale.getCode(), command.why().strip());
        history.note(sale.getCode(), "sale_reversed", null, command.why().strip());
        sales.flush();
        return receipts.view(sale);
    }

    @Transactional
    public SaleView get(String code) {
        return receipts.view(sales.get(code));
    }

    /** @param drive code of a drive; null: all */
    @Transactional
    public Page<SaleRow> list(String drive, String after, int size) {
        return Page.of(
                sales.newest(drive == null ? null : drives.drive(drive), Cursor.id(after), size + 1), size, SaleRow::id);
    }
}
