package org.kindtrail.trace;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindtrail.kernel.Money;
import org.kindtrail.stock.ConversionKind;

/** Adds up the money of a drive by currency: what came in, whatever brought it, is the sum of what became of it. */
final class DriveMoney {
    private static final class Sums {
        private final Map<ConversionKind, Long> made = new EnumMap<>(ConversionKind.class);
        private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        private long given;
    }

    private final Map<String, Sums> byCurrency = new TreeMap<>();

    DriveMoney(DriveAccounts.Accounts told) {
        add(null, told.gifts());
        told.made().forEach(this::add);
    }

    private void add(ConversionKind how, Account account) {
        account.in().forEach((goods, quantity) -> {
            if (DriveAccounts.isMoney(goods)) {
                Sums sums = of(goods);
                if (how == null) {
                    sums.given += quantity;
                } else {
                    sums.made.merge(how, quantity, Long::sum);
                }
            }
        });
        account.parts().forEach((part, quantity) -> {
            if (DriveAccounts.isMoney(part.goods())) {
                of(part.goods()).fates.merge(part.fate(), quantity, Long::sum);
            }
        });
    }

    private Sums of(String goods) {
        return byCurrency.computeIfAbsent(goods.split("\\|")[1], each -> new Sums());
    }

    List<DriveBalance.MoneyLine> lines() {
        return byCurrency.entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue()))
                .toList();
    }

    private static DriveBalance.MoneyLine line(String currency, Sums sums) {
        long other = sums.made.entrySet().stream()
                .filter(each -> each.getKey() != ConversionKind.EXCHANGE && each.getKey() != ConversionKind.REFUND)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new DriveBalance.MoneyLine(
                currency,
                plain(currency, other),
                plain(currency, sums.given),
                plain(currency, sums.made.getOrDefault(ConversionKind.EXCHANGE, 0L)),
                plain(currency, sums.made.getOrDefault(ConversionKind.REFUND, 0L)),
                sum(currency, sums, Fate.HELD, Fate.WAITING, Fate.PREPARING),
                sum(currency, sums, Fate.SPENT),
                sum(currency, sums, Fate.EXCHANGED),
                sum(currency, sums, Fate.PAID_OUT, Fate.ARRIVED, Fate.ON_THE_WAY, Fate.PASSED_ON),
                sum(currency, sums, Fate.FEE),
                sum(currency, sums, Fate.LOST, Fate.LET_GO, Fate.DAMAGED));
    }

    private static String sum(String currency, Sums sums, Fate... fates) {
        long sum = 0;
        for (Fate fate : fates) {
            sum += sums.fates.getOrDefault(fate, 0L);
        }
        return plain(currency, sum);
    }

    private static String plain(String currency, long minor) {
        return new Money(minor, currency).plain();
    }
}
