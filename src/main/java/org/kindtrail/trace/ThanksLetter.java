package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.kindtrail.dispatch.Announcements;
import org.kindtrail.mail.Letter;
import org.kindtrail.mail.LetterWriter;
import org.kindtrail.mail.MessageKind;
import org.kindtrail.mail.ToSend;

/** Tells a donor that somebody thanked. The words stand on the page alone, where a coordinator can take them back. */
@ApplicationScoped
class ThanksLetter implements LetterWriter {
    private final Announcements announcements;
    private final LinksInLetters links;

    ThanksLetter(Announcements announcements, LinksInLetters links) {
        this.announcements = announcements;
        this.links = links;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.THANKS;
    }

    @Override
    public Optional<Letter> write(ToSend message) {
        return links.letter(message, announcements.thanks(message.about()).stream().toList(), "trace_letter_thanks_");
    }
}
