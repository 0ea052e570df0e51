package org.kindtrail.catalogue;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import org.kindtrail.kernel.Money;

/** Money as the reader writes it: {@code {goods:amount(view.amount, view.currency)}} becomes "1,250.00 USD". */
@TemplateExtension(namespace = "goods")
class GoodsInTemplates {
    private GoodsInTemplates() {}

    /** @param plain as it stands in views: "1250.00" */
    static String amount(String plain, String currency) {
        return minor(new BigDecimal(plain).movePointRight(Money.digits(currency)).longValueExact(), currency);
    }

    /** The same without the currency, for a column that names it: "1,250.00". */
    static String figure(String plain, String currency) {
        String both = amount(plain, currency);
        return both.substring(0, both.length() - currency.length() - 1);
    }

    /** @param minor in the currency's minor unit */
    static String minor(long minor, String currency) {
        return Arc.container().instance(Goods.class).get().money(new Money(minor, currency));
    }
}
