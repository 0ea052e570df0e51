package org.kindtrail.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.kindtrail.kernel.Money;

/** Dates and numbers as the reader writes them: {@code {f:day(view.at)}}. */
@TemplateExtension(namespace = "f")
class FormatInTemplates {
    private FormatInTemplates() {}

    static String day(LocalDate day) {
        return frame().day(day);
    }

    static String day(Instant moment) {
        return frame().day(moment);
    }

    static String moment(Instant moment) {
        return frame().moment(moment);
    }

    static String month(LocalDate day) {
        return frame().month(day);
    }

    static String number(long number) {
        return frame().number(number);
    }

    static String number(int number) {
        return frame().number(number);
    }

    static String money(Money amount) {
        return frame().money(amount);
    }

    /** @param amount as views have it: "12.50" */
    static String money(String amount, String currency) {
        return frame().money(Money.of(amount, currency));
    }

    /** A number of a list: whole, or with the digits that it has behind the point. */
    static String figure(Number number) {
        return number instanceof BigDecimal exact ? frame().number(exact) : frame().number(number.longValue());
    }

    private static Frame frame() {
        return Arc.container().instance(Frame.class).get();
    }
}
