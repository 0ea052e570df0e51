package org.kindtrail.fund;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Money;

/** An amount of money as both doors show it. */
@Schema(description = "An amount of money in one currency")
public record AmountView(
        @Schema(description = "As it is written, with the currency's digits", examples = "12.50") String amount,
        @Schema(description = "ISO 4217 code of the currency", examples = "USD") String currency) {
    static AmountView of(Money money) {
        return new AmountView(money.plain(), money.currency());
    }
}
