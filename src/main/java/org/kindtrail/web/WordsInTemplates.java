package org.kindtrail.web;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Lets a template say {@code {w:drive_title}} or {@code {w:intake_received(day)}}; facts are named {0}, {1} in the words. */
@EngineConfiguration
public class WordsInTemplates implements NamespaceResolver {
    @Override
    public String getNamespace() {
        return "w";
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        Words words = Arc.container().instance(Words.class).get();
        Object given = context.getAttribute(TemplateInstance.LOCALE);
        Locale locale = given instanceof Locale chosen ? chosen : Locale.ENGLISH;
        List<Expression> params = context.getParams();
        if (params.isEmpty()) {
            return Uni.createFrom()
                    .item((Object) words.say(locale, context.getName(), Map.of()))
                    .subscribeAsCompletionStage();
        }
        List<Uni<Object>> values = params.stream()
                .map(param -> Uni.createFrom().completionStage(() -> context.evaluate(param)))
                .toList();
        return Uni.join()
                .all(values)
                .andFailFast()
                .map(all -> {
                    // {w:any('key')} and {w:any(view.key, fact...)} say words whose key is itself a value
                    boolean keyed = context.getName().equals("any");
                    Map<String, Object> facts = new HashMap<>();
                    for (int i = keyed ? 1 : 0; i < all.size(); i++) {
                        facts.put(String.valueOf(keyed ? i - 1 : i), all.get(i));
                    }
                    String key = keyed ? String.valueOf(all.get(0)) : context.getName();
                    return (Object) words.say(locale, key, facts);
                })
                .subscribeAsCompletionStage();
    }
}
