package org.kindtrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("once")
class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "-|en", "''|en", "ru|ru", "ru-KZ|ru", "kk-KZ,ru;q=0.9,en;q=0.8|kk", "de,fr;q=0.9|en", "de,ky;q=0.5,ru;q=0.7|ru", "*|en",
                "en-US,en;q=0.9|en", ";;;q=|en", "ru;q=2|en", "ky-Cyrl-KG|ky",
            })
    void theFirstWishThatIsSpokenHereIsHeard(String wish, String expected) {
        assertThat(Languages.bestFor(wish).toLanguageTag()).isEqualTo(expected);
    }

    @Test
    void aWishThatIsTooLongIsNotLookedAt() {
        assertThat(Languages.bestFor("ru," + "de,".repeat(300) + "ru")).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void onlyWhatIsSpokenHereCanBeChosen() {
        assertThat(Languages.spoken("kk")).contains(Locale.forLanguageTag("kk"));
        assertThat(Languages.spoken("de")).isEmpty();
        assertThat(Languages.spoken("RU")).isEmpty();
        assertThat(Languages.spoken(null)).isEmpty();
    }

    @Test
    void eachLanguageIsNamedAsItNamesItself() {
        assertThat(Languages.SPOKEN.stream().map(Languages::ownName))
                .containsExactly("English", "Русский", "Қазақ тілі", "Кыргызча");
    }

    @Test
    void aLinkLeadsToTheSamePageAndKeepsWhatWasAskedFor() {
        assertThat(LanguageLink.of("/stock", "state=open&language=kk&after=%26", "kk"))
                .extracting(LanguageLink::path)
                .containsExactly(
                        "/stock?state=open&after=%26&language=en",
                        "/stock?state=open&after=%26&language=ru",
                        "/stock?state=open&after=%26&language=kk",
                        "/stock?state=open&after=%26&language=ky");
        assertThat(LanguageLink.of("/", null, "ru")).extracting(LanguageLink::current).isEqualTo(List.of(false, true, false, false));
    }

    @Test
    void aLinkNeverLeadsToAnotherHost() {
        assertThat(LanguageLink.of("//elsewhere.example/x", null, "en").get(1).path()).isEqualTo("/elsewhere.example/x?language=ru");
    }

    @Test
    void daysAreWrittenAsTheLanguageWritesThem() {
        LocalDate day = LocalDate.of(2026, 5, 5);
        assertThat(Days.day(day, Locale.ENGLISH)).isEqualTo("5 May 2026");
        assertThat(Languages.SPOKEN.stream().skip(1).map(tag -> Days.day(day, Locale.forLanguageTag(tag)))).containsOnly("05.05.2026").hasSize(3);
        assertThat(Days.month(day, Locale.forLanguageTag("ru"))).isEqualTo("май 2026");
        assertThat(Days.month(day, Locale.ENGLISH)).isEqualTo("May 2026");
    }

    @Test
    void aMomentIsThatOfTheZone() {
        Instant late = Instant.parse("2026-12-31T21:30:00Z");
        ZoneId almaty = ZoneId.of("Asia/Almaty");
        assertThat(Days.day(late, almaty, Locale.ENGLISH)).isEqualTo("1 Jan 2027");
        assertThat(Days.moment(late, ZoneId.of("Europe/Berlin"), Locale.ENGLISH)).isEqualTo("31 Dec 2026 22:30");
        assertThat(Days.moment(late, ZoneId.of("Europe/Berlin"), Locale.forLanguageTag("ru"))).isEqualTo("31.12.2026 22:30");
    }

    @Test
    void anOldDayIsTheDayThatWasTyped() {
        assertThat(Days.day(LocalDate.of(1582, 10, 10), Locale.ENGLISH)).isEqualTo("10 Oct 1582");
    }
}
