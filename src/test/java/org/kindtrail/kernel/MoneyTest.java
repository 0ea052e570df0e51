package org.kindtrail.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class MoneyTest {
    private static Money read(String typed, String currency) {
        List<FieldError> faults = new ArrayList<>();
        Money money = Money.read("price", typed, currency, faults);
        assertThat(faults).isEmpty();
        return money;
    }

    private static String refused(String typed, String currency) {
        List<FieldError> faults = new ArrayList<>();
        assertThat(Money.read("price", typed, currency, faults)).isNull();
        return faults.get(0).key();
    }

    @Test
    void itIsWholeMinorUnitsAsIso4217SaysForTheCurrency() {
        assertThat(read("12.5", "KZT").minor()).isEqualTo(1250);
        assertThat(read("12", "JPY").minor()).isEqualTo(12);
        assertThat(read("12.345", "KWD").minor()).isEqualTo(12345);
        assertThat(read("0.30", "USD").plain()).isEqualTo("0.30");
        assertThat(new Money(-5, "USD").plain()).isEqualTo("-0.05");
    }

    @Test
    void itIsReadAsPeopleWriteIt() {
        assertThat(read(" 1 250,00 ", "USD").minor()).isEqualTo(125_000);
        assertThat(read("1\u00a0250", "USD").minor()).isEqualTo(125_000);
        assertThat(read("7.00", "JPY").minor()).isEqualTo(7);
    }

    @Test
    void whatIsNoAmountIsRefusedInWords() {
        assertThat(refused("12.345", "KZT")).isEqualTo("error_money_digits");
        assertThat(refused("1.5", "JPY")).isEqualTo("error_money_digits");
        assertThat(refused("-1", "USD")).isEqualTo("error_money_negative");
        for (String typed : List.of("abc", "1e3", "1,2,3", "1.", ".5", "٣", "0x10", "NaN", "1.2.3", "+1")) {
            assertThat(refused(typed, "USD")).as(typed).isEqualTo("error_money");
        }
        assertThat(refused("", "USD")).isEqualTo("error_money_missing");
        assertThat(refused("1" + "0".repeat(17), "USD")).isEqualTo("error_money_much");
        assertThat(refused("9".repeat(400), "USD")).isEqualTo("error_money");
    }

    @Test
    void currenciesAreNeverAdded() {
        Money dollars = new Money(1, "USD");
        assertThatThrownBy(() -> dollars.plus(new Money(1, "KZT"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(dollars.plus(dollars).minus(new Money(3, "USD")).minor()).isEqualTo(-1);
    }
}
