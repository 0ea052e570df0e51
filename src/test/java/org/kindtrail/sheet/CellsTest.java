package org.kindtrail.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write into cells. */
@Tag("once")
class CellsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "12|12", "' 1 200 '|1200", "1\u00a0200|1200", "1\u202f234,50|1234.50", "1,234.50|1234.50", "1.234,50|1234.50",
        "1,234,567|1234567", "1.234.567|1234567", "12,00|12.00", "-3|-3", "1.5|1.5", "1'000|1000"
    })
    void numbersAreReadAsPeopleWriteThem(String cell, String number) {
        assertThat(Cells.number(cell)).hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "٣", "1e5", "12 pcs", "1..2", "#DIV/0!", "=A1", "1,2,3"})
    void whatIsNoNumberIsNone(String cell) {
        assertThat(Cells.number(cell)).isEmpty();
    }

    @Test
    void aWholeNumberHasNothingBehindThePoint() {
        assertThat(Cells.wholeNumber("12,00")).contains(12L);
        assertThat(Cells.wholeNumber("1,234")).isEmpty();
        assertThat(Cells.wholeNumber("9223372036854775808")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-11-05|en", "2026-11-05T00:00|en", "05.11.2026|ru", "5/11/2026|en", "5 November 2026|en", "5 ноября 2026 г.|ru",
        "2026 ж. 5 қараша|kk"
    })
    void daysAreReadAsTheLanguageWritesThem(String cell, String language) {
        assertThat(Cells.day(cell, Locale.forLanguageTag(language))).contains(LocalDate.of(2026, 11, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11/25/2026", "31.02.2026", "2026", "soon", "45000", ""})
    void whatIsNoDayIsNone(String cell) {
        assertThat(Cells.day(cell, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void yesAndNoAreKnownInFourLanguages() {
        assertThat(List.of("Yes", "да", "ИӘ", "Ооба", "true", "1")).allMatch(cell -> Cells.truth(cell).orElse(false));
        assertThat(List.of("no", "Нет", "Жоқ", "жок", "false")).allMatch(cell -> !Cells.truth(cell).orElse(true));
        assertThat(Cells.truth("maybe")).isEmpty();
    }

    @Test
    void columnsAreGuessedByTheirNamesWhateverCaseSpacesAndYo() {
        List<Column> columns = List.of(
                new Column(0, "№"), new Column(1, "КОЛ-ВО (шт.)"), new Column(2, "Счёт"), new Column(3, "item_name"));
        Map<String, List<String>> names = Map.of(
                "quantity", List.of("Quantity", "Кол-во"), "item", List.of("Item name"), "account", List.of("счет"));
        assertThat(ColumnGuess.of(columns, names)).containsOnly(
                Map.entry("quantity", 1), Map.entry("item", 3), Map.entry("account", 2));
        assertThat(new Column(27, "x").letters()).isEqualTo("AB");
    }
}
