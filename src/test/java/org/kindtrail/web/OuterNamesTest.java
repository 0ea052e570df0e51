package org.kindtrail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class OuterNamesTest {
    /** What went through all resolvers to the last of them. */
    private final List<String> searched = new ArrayList<>();

    private final Engine engine =
            Engine.builder().addDefaults().addValueResolver(new OuterNames()).addValueResolver(new Last()).build();

    private final class Last implements ValueResolver {
        @Override
        public int getPriority() {
            return Integer.MIN_VALUE;
        }

        @Override
        public boolean appliesTo(EvalContext context) {
            searched.add(context.getName());
            return false;
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            return Results.notFound(context);
        }
    }

    private String rendered(String template, Map<String, Object> data) {
        var page = engine.parse(template).instance();
        data.forEach(page::data);
        return page.render();
    }

    @Test
    void findsANameInTheSectionsAroundWithoutASearch() {
        String page = rendered(
                "{#for row in rows}{#let mark=row}{#for each in rows}{title}{mark}{each} {/for}{/let}{/for}",
                Map.of("rows", List.of("a", "b"), "title", "t"));
        assertThat(page).isEqualTo("taa tab tba tbb ");
        assertThat(searched).isEmpty();
    }

    @Test
    void theNearestIsMeant() {
        assertThat(rendered("{#for title in rows}{title}{/for}{title}", Map.of("rows", List.of("a", "b"), "title", "t")))
                .isEqualTo("abt");
    }

    @Test
    void behindADotNothingAroundIsMeant() {
        assertThatThrownBy(() -> rendered("{#for row in rows}{row.title}{/for}", Map.of("rows", List.of(Map.of()), "title", "t")))
                .isInstanceOf(TemplateException.class);
        assertThat(rendered("{#for row in rows}{row.title}{/for}", Map.of("rows", List.of(Map.of("title", "own")), "title", "t")))
                .isEqualTo("own");
    }

    @Test
    void whatIsNowhereIsAnError() {
        assertThatThrownBy(() -> rendered("{#for row in rows}{nowhere}{/for}", Map.of("rows", List.of("a"))))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("nowhere");
    }
}
