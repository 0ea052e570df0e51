package org.kindtrail.fund;

import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Money;

/** Reads what people write as amounts; what is wrong is added to the faults. */
final class Amounts {
    private Amounts() {}

    /** A known currency; null, with a fault, when it is none. */
    static String currency(String path, String typed, List<FieldError> faults) {
        if (Money.isCurrency(typed)) {
            return typed;
        }
        String given = typed == null ? "" : typed;
        faults.add(new FieldError(
                path, "error_currency", Map.of("given", given.length() <= 40 ? given : given.substring(0, 37) + "...")));
        return null;
    }

    /** An amount above nothing of the currency; null when either is wrong. */
    static Money some(String path, String typed, String currency, List<FieldError> faults) {
        Money money = currency == null ? null : Money.read(path, typed, currency, faults);
        if (money != null && money.minor() == 0) {
            faults.add(new FieldError(path, "error_fund_nothing"));
            return null;
        }
        return money;
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
