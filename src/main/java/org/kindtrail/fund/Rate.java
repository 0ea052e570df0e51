package org.kindtrail.fund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Money;

/**
 * How much of a second currency one unit of a first is: at the rate 450.25 a dollar is 450.25 tenge.
 *
 * @param typed as it was typed, which is how it is kept
 * @param value above nothing
 */
record Rate(String typed, BigDecimal value) {
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,12}(?:[.,][0-9]{1,12})?");

    /** @return null when nothing was typed, or when something is wrong: then the faults say what */
    static Rate read(String path, String typed, List<FieldError> faults) {
        if (Amounts.isBlank(typed)) {
            return null;
        }
        String plain = typed.strip();
        BigDecimal value = PLAIN.matcher(plain).matches() ? new BigDecimal(plain.replace(',', '.')) : BigDecimal.ZERO;
        if (value.signum() == 0) {
            faults.add(new FieldError(
                    path,
                    "error_fund_rate",
                    Map.of("given", plain.length() <= 40 ? plain : plain.substring(0, 37) + "...")));
            return null;
        }
        return new Rate(plain, value);
    }

    /**
     * What an amount is at this rate, rounded half-even to the second currency's minor unit.
     *
     * @return null when it is nothing, or more than can be one amount
     */
    Money of(Money first, String currency) {
        BigDecimal minor = exactly(first, currency).setScale(0, RoundingMode.HALF_EVEN);
        boolean fits = minor.signum() > 0 && minor.compareTo(BigDecimal.valueOf(Money.MOST)) <= 0;
        return fits ? new Money(minor.longValueExact(), currency) : null;
    }

    /** Whether the amounts are at this rate to each other, within one minor unit of the second. */
    boolean joins(Money first, Money second) {
        return exactly(first, second.currency())
                        .subtract(BigDecimal.valueOf(second.minor()))
                        .abs()
                        .compareTo(BigDecimal.ONE)
                <= 0;
    }

    /** In minor units of the second currency. */
    private BigDecimal exactly(Money first, String currency) {
        return BigDecimal.valueOf(first.minor(), Money.digits(first.currency()))
                .multiply(value)
                .movePointRight(Money.digits(currency));
    }
}
