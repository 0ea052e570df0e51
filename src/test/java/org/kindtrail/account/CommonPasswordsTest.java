package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class CommonPasswordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword", "Password2026!", "123456789012", "qwertyuiop12", "1qaz2wsx3edc", "leavemealone", "sonyericsson",
                "iloveyouprincess", "dragonmonkey", "christopher1", "Basketball2026", "Elizabeth-1999", "abcabcabcabc", "aaaaaaaaaaaa",
                "Пароль-2026!!", "йцукенгшщзхъ", "2026password2026", "password1234567890", "kindtrail-admin", "correct horse battery staple"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThat(CommonPasswords.has(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forty bags in an evening", "sieben blaue Elefanten", "тёплые носки к зиме", "blanket839274650183", "kdj4-82hs-qq1x",
                "the dragon eats monkeys on tuesday", "    x  z  y     q", "мама мыла раму вчера", "hgrdh-hp9xg-t2md8"
            })
    void whatNobodyTriesIsTakenWithoutRulesForItsCharacters(String password) {
        assertThat(CommonPasswords.has(password)).isFalse();
    }

    @Test
    void theListHoldsWellOverThreeThousandThatFitThePolicy() throws Exception {
        assertThat(CommonPasswords.size()).isGreaterThan(40_000);
        var most = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                .limit(1_000)
                .map(each -> each.replaceAll("[^a-z0-9]", ""))
                .filter(each -> each.length() >= 6)
                .toList();
        assertThat(most).hasSizeGreaterThan(600);
        long refused = most.stream()
                .flatMap(first -> most.stream().limit(20).map(second -> first + second))
                .filter(each -> each.length() >= Password.LEAST)
                .peek(each -> assertThat(CommonPasswords.has(each)).as(each).isTrue())
                .count();
        assertThat(refused).isGreaterThan(10_000);
    }
}
