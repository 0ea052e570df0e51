package org.kindtrail.help;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.kindtrail.account.HomeNotices;

/** Leads strangers from the start page to those who help, when there are any. */
@ApplicationScoped
class HelpNotices implements HomeNotices {
    private final ShownHelp shown;
    private final FourLanguages languages;

    HelpNotices(ShownHelp shown, FourLanguages languages) {
        this.shown = shown;
        this.languages = languages;
    }

    @Override
    public List<Notice> notices() {
        return List.of();
    }

    @Override
    public List<Notice> forStrangers() {
        if (!shown.isAny()) {
            return List.of();
        }
        String words = languages.say("get").stream().map(FourLanguages.Said::words).collect(Collectors.joining(" · "));
        return List.of(new Notice(words, "/get-help"));
    }
}
