package org.kindtrail.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Money;

@Tag("once")
class RateTest {
    private static Rate rate(String typed) {
        List<FieldError> faults = new ArrayList<>();
        Rate rate = Rate.read("rate", typed, faults);
        assertThat(faults).isEmpty();
        return rate;
    }

    private static List<FieldError> faultsOf(String typed) {
        List<FieldError> faults = new ArrayList<>();
        assertThat(Rate.read("rate", typed, faults)).isNull();
        return faults;
    }

    @Test
    void aDollarAtTheRateIsSoManyTenge() {
        assertThat(rate("450.25").of(new Money(10_000, "USD"), "KZT")).isEqualTo(new Money(4_502_500, "KZT"));
    }

    @Test
    void aCommaIsAPointAndWhatWasTypedIsKept() {
        assertThat(rate(" 450,25 ").typed()).isEqualTo("450,25");
        assertThat(rate("450,25").of(new Money(100, "USD"), "KZT")).isEqualTo(new Money(45_025, "KZT"));
    }

    @Test
    void currenciesWithOtherDigitsAreReckonedInTheirOwn() {
        assertThat(rate("0.0068").of(new Money(1_000, "JPY"), "USD")).isEqualTo(new Money(680, "USD"));
        assertThat(rate("147.2").of(new Money(1_000, "USD"), "JPY")).isEqualTo(new Money(1_472, "JPY"));
        assertThat(rate("0.307").of(new Money(1_000, "USD"), "KWD")).isEqualTo(new Money(3_070, "KWD"));
    }

    @Test
    void aHalfGoesToTheEvenNeighbour() {
        assertThat(rate("0.5").of(new Money(5, "USD"), "KZT").minor()).isEqualTo(2);
        assertThat(rate("0.5").of(new Money(7, "USD"), "KZT").minor()).isEqualTo(4);
        assertThat(rate("0.5").of(new Money(3, "USD"), "KZT").minor()).isEqualTo(2);
    }

    @Test
    void amountsAgreeWithinOneMinorUnit() {
        Rate rate = rate("450.25");
        Money dollars = new Money(3_333, "USD");
        long made = rate.of(dollars, "KZT").minor();
        assertThat(rate.joins(dollars, new Money(made, "KZT"))).isTrue();
        assertThat(rate.joins(dollars, new Money(made - 2, "KZT"))).isFalse();
        assertThat(rate.joins(dollars, new Money(made + 2, "KZT"))).isFalse();
        assertThat(rate("2").joins(new Money(50, "USD"), new Money(101, "KZT"))).isTrue();
        assertThat(rate("2").joins(new Money(50, "USD"), new Money(102, "KZT"))).isFalse();
    }

    @Test
    void whatIsNothingOrTooMuchIsNoAmount() {
        assertThat(rate("0.001").of(new Money(1, "USD"), "KZT")).isNull();
        assertThat(rate("999999999999").of(new Money(Money.MOST, "USD"), "KZT")).isNull();
    }

    @Test
    void nothingTypedIsNoRateAndNoFault() {
        List<FieldError> faults = new ArrayList<>();
        assertThat(Rate.read("rate", " ", faults)).isNull();
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsNoRateIsSaidToBeNone() {
        for (String typed : List.of("0", "0.0", "-1", "1e3", "٣", "1.2.3", "x", "1 000", "1234567890123", ".5", "9".repeat(10_000))) {
            assertThat(faultsOf(typed)).singleElement().satisfies(fault -> {
                assertThat(fault.path()).isEqualTo("rate");
                assertThat(fault.key()).isEqualTo("error_fund_rate");
                assertThat(fault.facts().get("given").toString()).hasSizeLessThanOrEqualTo(40);
            });
        }
    }
}
