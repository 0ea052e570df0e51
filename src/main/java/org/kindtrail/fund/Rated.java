package org.kindtrail.fund;

import java.util.Map;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;

/** An amount in a second currency: typed, or made by a rate, or both if they agree. */
final class Rated {
    private Rated() {}

    /**
     * @param path the field of the second amount
     * @param typed the second amount; null when none was typed, and then there is a rate
     * @param rate null when none was typed, and then there is a second amount
     * @throws Invalid when the rate makes nothing of it, too much, or another amount than was typed
     */
    static Money second(String path, Money first, Money typed, String currency, Rate rate, Goods goods) {
        if (rate == null) {
            return typed;
        }
        Money made = rate.of(first, currency);
        if (made == null) {
            throw Invalid.field(
                    path,
                    "error_fund_rate_makes_none",
                    Map.of("first", goods.money(first), "rate", rate.typed(), "currency", currency));
        }
        if (typed != null && !rate.joins(first, typed)) {
            throw Invalid.field(
                    path,
                    "error_fund_rate_differs",
                    Map.of(
                            "first", goods.money(first),
                            "rate", rate.typed(),
                            "made", goods.money(made),
                            "typed", goods.money(typed)));
        }
        return typed == null ? made : typed;
    }
}
