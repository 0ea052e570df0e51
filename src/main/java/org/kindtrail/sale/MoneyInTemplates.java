package org.kindtrail.sale;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.Money;

/** Amounts of views as the reader writes them: {@code {sum:of(view.total, view.currency)}}. */
@TemplateExtension(namespace = "sum")
class MoneyInTemplates {
    private MoneyInTemplates() {}

    /** @param plain as views have it: "12.50" */
    static String of(String plain, String currency) {
        return Arc.container().instance(Goods.class).get().money(read(plain, currency));
    }

    /** Amounts of views are whole minor units: reading one back loses nothing. */
    private static Money read(String plain, String currency) {
        return new Money(new BigDecimal(plain).movePointRight(Money.digits(currency)).longValueExact(), currency);
    }
}
