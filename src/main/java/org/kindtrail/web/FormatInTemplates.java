package org.kindtrail.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
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

    private static Frame frame() {
        return Arc.container().instance(Frame.class).get();
    }
}
