package org.kindtrail.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("once")
class SearchKeyTest {
    @ParameterizedTest
    @CsvSource({
        "Джемперы, джемпер", "Джемперы, ДЖЕМПЕР", "Джемперы, dzhemper", "Джемперы, jemper", "Ёлкин Фёдор, елкин", "Елкин, ёлкин",
        "Ёлкин Фёдор, fyodor", "Ёлкин Фёдор, fedor", "Әсель, асель", "Айгүл, aigul", "Өмүрзак, омур", "Жанна, zhanna", "Юлия, yulia",
        "Щукин, shchukin", "Хасан, khasan", "Цой, tsoy", "Чингиз, chingiz", "Анна, ANNA", "Anna from the choir, анна", "Elena, елена",
        "Елена, yelena", "Нуржан, nurjan", "Май, май", "Дом Ивы, дом  ивы", "Straße, strasse", "100 % wool_a!, % wool_", "Майя, maya",
    })
    void aNameIsFound(String name, String typed) {
        assertThat(SearchKey.finds(SearchKey.of(name), typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Джемперы, брюки", "Анна, Инна", "Мария, марий эл", "Дом, д_м", "Ива, _", "Мой, мои дела"})
    void anotherIsNot(String name, String typed) {
        assertThat(SearchKey.finds(SearchKey.of(name), typed)).isFalse();
    }

    @Test
    void whatStandsForAnythingInADatabaseStandsForItself() {
        assertThat(SearchKey.asTyped("50%_!")).isEqualTo("%50!%!_!!%");
        assertThat(SearchKey.asHeard("%%%")).isEqualTo("%!%!%!%%");
    }

    @Test
    void theKeyFitsItsColumn() {
        assertThat(SearchKey.of("\uFDFA".repeat(200))).hasSizeLessThanOrEqualTo(801);
        assertThat(SearchKey.of("щ".repeat(300))).hasSizeLessThanOrEqualTo(801);
        assertThat(SearchKey.of(null)).isNull();
    }
}
