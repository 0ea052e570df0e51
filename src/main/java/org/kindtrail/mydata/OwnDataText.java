package org.kindtrail.mydata;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.web.Frame;

/** What is held about a donor as a text that people read. */
@ApplicationScoped
class OwnDataText {
    private final Frame frame;

    OwnDataText(Frame frame) {
        this.frame = frame;
    }

    /** @param site where this service is reached, without a slash at its end */
    String of(OwnData data, String site) {
        StringBuilder text = new StringBuilder();
        text.append(say("mydata_title")).append("\n\n");
        line(text, "mydata_held_by", data.organisation());
        line(text, "mydata_known_as", data.knownAs());
        line(text, "mydata_since", data.since());
        line(text, "donor_email", words(data.email()));
        line(text, "donor_telephone", words(data.telephone()));
        line(
                text,
                "mydata_wants",
                data.wants().isEmpty()
                        ? say("donor_wants_nothing")
                        : data.wants().stream().map(each -> say(each.wordsKey())).collect(Collectors.joining("; ")));
        text.append('\n').append(say("mydata_gifts")).append('\n');
        data.gifts().forEach(each -> text.append("- ")
                .append(frame.say(
                        each.reversed() ? "mydata_gift_reversed" : "mydata_gift",
                        Map.of("day", each.day().toString(), "drive", each.drive(), "bags", each.bags())))
                .append(each.tracking() == null ? "" : " " + site + each.tracking())
                .append('\n'));
        text.append('\n').append(say("mydata_letters")).append('\n');
        data.letters().forEach(each -> text.append("- ")
                .append(each.day())
                .append(": ")
                .append(say(each.kind().wordsKey()))
                .append(each.sent() ? "" : ", " + say("mydata_not_sent"))
                .append('\n'));
        text.append('\n').append(say("mydata_openings")).append('\n');
        data.openings().forEach(each -> text.append("- ")
                .append(each.day())
                .append(": ")
                .append(say(each.roleKey()))
                .append(", ")
                .append(say(each.manner().wordsKey()))
                .append('\n'));
        return text.toString();
    }

    private String words(Confidential kept) {
        return kept == null ? say("donor_is_not_kept") : kept.text();
    }

    private void line(StringBuilder text, String key, Object value) {
        text.append(say(key)).append(": ").append(value).append('\n');
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }
}
