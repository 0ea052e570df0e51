package org.kindtrail.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The content security policy lets no script and no inline style run; a template that has one would be broken. */
@Tag("once")
class TemplatesTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}]*\\}");
    private final Map<String, String> templates = Sources.below("src/main/resources/templates", ".html");

    private void assertNowhere(String what, String pattern, String except) {
        Pattern found = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        assertThat(templates).isNotEmpty();
        assertThat(templates.entrySet())
                .filteredOn(file -> !file.getKey().endsWith(except))
                .filteredOn(file -> found.matcher(plain(file.getValue())).find())
                .extracting(Map.Entry::getKey)
                .as("templates with " + what)
                .isEmpty();
    }

    /** Without the expressions, which may stand within attributes, and within each other. */
    private static String plain(String template) {
        String before;
        String after = template;
        do {
            before = after;
            after = EXPRESSION.matcher(before).replaceAll("");
        } while (!after.equals(before));
        return after;
    }

    /** Names of formats and programs are the same in each language. */
    @Test
    void everySentenceOfATemplateIsInTheWords() {
        Pattern name = Pattern.compile("Kindtrail|CSV|XLSX|WhatsApp|Telegram");
        Pattern word = Pattern.compile("\\p{L}{2,}");
        Pattern said = Pattern.compile("\\s(?:aria-label|alt|title|placeholder)=\"[^\"]*\\p{L}{2,}[^\"]*\"");
        assertThat(templates).hasSizeGreaterThan(100).allSatisfy((file, template) -> {
            String plain = plain(template);
            assertThat(said.matcher(plain).results().map(found -> found.group()).toList()).as(file).isEmpty();
            String text = name.matcher(plain.replaceAll("(?s)<[^>]*>", " ")).replaceAll("");
            assertThat(word.matcher(text).results().map(found -> found.group()).toList()).as(file).isEmpty();
        });
    }

    @Test
    void noTemplateHasAScript() {
        assertNowhere("a script", "<script|javascript:", " ");
    }

    @Test
    void noTemplateHasAnEventAttribute() {
        assertNowhere("an event attribute", "<[^>]*\\son[a-z]+\\s*=", " ");
    }

    @Test
    void noTemplateHasAStyleOfItsOwn() {
        assertNowhere("a style attribute", "<[^>]*\\sstyle\\s*=", " ");
        assertNowhere("a style sheet", "<style", "web/layout.html");
    }

    @Test
    void noTemplateFetchesAnythingFromAnotherHost() {
        assertNowhere("another host", "(?:src|href|action)\\s*=\\s*\"(?:https?:)?//", " ");
    }

    /** Masked, kept by password managers, not shown again when a form comes back; nothing stops anybody from pasting. */
    @Test
    void everyPasswordIsMaskedAndMayBePasted() {
        Pattern password = Pattern.compile("(?:\\{#field|<input)\\s[^>}]*name=\"(?!oneTime)_?[a-z]*password\"[^>}]*", Pattern.CASE_INSENSITIVE);
        int found = 0;
        for (Map.Entry<String, String> file : templates.entrySet()) {
            for (java.util.regex.Matcher field = password.matcher(file.getValue()); field.find(); found++) {
                assertThat(field.group())
                        .as(file.getKey())
                        .contains("type=\"password\"")
                        .containsPattern("autocomplete=\"(?:current|new)-password\"")
                        .doesNotContainIgnoringCase("readonly", "value=", "pattern=");
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(6);
        assertThat(templates.entrySet())
                .filteredOn(file -> file.getKey().endsWith("tags/field.html"))
                .allSatisfy(file -> assertThat(file.getValue()).contains("{#if type?? != 'password'}value="))
                .hasSize(1);
    }
}
