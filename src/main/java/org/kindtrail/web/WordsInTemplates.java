package org.kindtrail.web;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.EvaluatedParams;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.arc.Arc;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Lets a template say {@code {w:drive_title}} or {@code {w:intake_received(day)}}; facts are named {0}, {1} in the words. */
@EngineConfiguration
public class WordsInTemplates implements NamespaceResolver {
    /** Looked up once: a page says a hundred sentences. */
    private volatile Words found;

    @Override
    public String getNamespace() {
        return "w";
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        Words words = words();
        Object given = context.getAttribute(TemplateInstance.LOCALE);
        Locale locale = given instanceof Locale chosen ? chosen : Locale.ENGLISH;
        int count = context.getParams().size();
        if (count == 0) {
            return CompletedStage.of(words.say(locale, context.getName(), Map.of()));
        }
        EvaluatedParams params = EvaluatedParams.evaluate(context);
        return params.stage instanceof CompletedStage
                ? CompletedStage.of(said(words, locale, context.getName(), params, count))
                : params.stage.thenApply(all -> said(words, locale, context.getName(), params, count));
    }

    private Words words() {
        Words words = found;
        if (words == null) {
            words = Arc.container().instance(Words.class).get();
            found = words;
        }
        return words;
    }

    private static Object said(Words words, Locale locale, String name, EvaluatedParams params, int count) {
        // {w:any('key')} and {w:any(view.key, fact...)} say words whose key is itself a value
        boolean keyed = name.equals("any");
        Map<String, Object> facts = new HashMap<>();
        for (int i = keyed ? 1 : 0; i < count; i++) {
            facts.put(String.valueOf(keyed ? i - 1 : i), result(params, i));
        }
        return words.say(locale, keyed ? String.valueOf(result(params, 0)) : name, facts);
    }

    private static Object result(EvaluatedParams params, int at) {
        try {
            return params.getResult(at);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new TemplateException(ended);
        } catch (ExecutionException failed) {
            throw new TemplateException(failed.getCause());
        }
    }
}
