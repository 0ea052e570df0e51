package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.Sex;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;

/** What can be chosen in a form that asks for things, whoever asks; in the reader's words. */
@ApplicationScoped
public class NeedChoices {
    private final Catalogue catalogue;
    private final Frame frame;

    NeedChoices(Catalogue catalogue, Frame frame) {
        this.catalogue = catalogue;
        this.frame = frame;
    }

    public List<String> items() {
        return catalogue.active().stream()
                .filter(item -> Catalogue.isOfThings(item.getCategory()))
                .map(catalogue::label)
                .distinct()
                .toList();
    }

    public List<Option> categories() {
        return catalogue.categories().stream()
                .filter(Catalogue::isOfThings)
                .map(category -> new Option(category, catalogue.categoryName(category)))
                .toList();
    }

    public List<Option> fits() {
        return Arrays.stream(Wearer.values())
                .filter(wearer -> wearer != Wearer.ANY)
                .map(wearer -> new Option(wearer.word(), say(wearer.wordsKey())))
                .toList();
    }

    public List<Option> urgencies() {
        return Arrays.stream(Urgency.values())
                .map(urgency -> new Option(urgency.word(), say(urgency.wordsKey())))
                .toList();
    }

    public List<Option> sexes() {
        return Arrays.stream(Sex.values()).map(each -> new Option(each.word(), say(each.wordsKey()))).toList();
    }

    public List<Option> ageBands() {
        return Arrays.stream(AgeBand.values()).map(each -> new Option(each.word(), say(each.wordsKey()))).toList();
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }
}
