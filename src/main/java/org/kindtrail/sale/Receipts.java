package org.kindtrail.sale;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Money;

/** Writes receipts as they are shown: what lots of an item went at one price stand in one line. */
@ApplicationScoped
class Receipts {
    private final Sales sales;
    private final Catalogue catalogue;

    Receipts(Sales sales, Catalogue catalogue) {
        this.sales = sales;
        this.catalogue = catalogue;
    }

    private record Key(int line, Long item, String size, Grade grade, Long price) {
        private static Key of(SaleLine line) {
            return new Key(
                    line.getLine(),
                    line.getLot().getItem().getId(),
                    line.getLot().getSize(),
                    line.getLot().getGrade(),
                    line.getPriceEach());
        }
    }

    SaleView view(Sale sale) {
        Map<Key, List<SaleLine>> lines = new LinkedHashMap<>();
        sale.getLines().forEach(line ->
                lines.computeIfAbsent(Key.of(line), key -> new ArrayList<>()).add(line));
        return new SaleView(
                sale.getCode(),
                sale.getDrive().getCode(),
                sale.getDrive().getTitle(),
                sale.getKind(),
                sale.getTotal().currency(),
                sale.getTotal().plain(),
                sale.getPieces(),
                sale.getTakings() == null ? null : sale.getTakings().getCode(),
                sale.getOccurredAt(),
                sale.getRecordedAt(),
                sales.nameOf(sale.getRecordedBy()),
                sale.getReversedAt(),
                lines.entrySet().stream()
                        .map(each -> line(each.getKey(), each.getValue(), sale.getTotal().currency()))
                        .toList());
    }

    private SaleView.Line line(Key key, List<SaleLine> parts, String currency) {
        Item item = catalogue.of(key.item());
        long quantity = parts.stream().mapToLong(SaleLine::getQuantity).sum();
        Long price = key.price();
        return new SaleView.Line(
                key.line(),
                item.getCode(),
                catalogue.label(item),
                key.size(),
                key.grade(),
                quantity,
                price == null ? null : new Money(price, currency).plain(),
                price == null ? null : new Money(price * quantity, currency).plain(),
                parts.stream()
                        .map(part -> new SaleView.Part(part.getLot().getCode(), part.getQuantity()))
                        .toList());
    }
}
