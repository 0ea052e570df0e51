package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.kindtrail.dispatch.Announcements;
import org.kindtrail.mail.Letter;
import org.kindtrail.mail.LetterWriter;
import org.kindtrail.mail.MessageKind;
import org.kindtrail.mail.ToSend;

/** Tells a donor that something has arrived. What and where stands on the page alone, which can be taken back. */
@ApplicationScoped
class ArrivedLetter implements LetterWriter {
    private final Announcements announcements;
    private final LinksInLetters links;

    ArrivedLetter(Announcements announcements, LinksInLetters links) {
        this.announcements = announcements;
        this.links = links;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.ARRIVED;
    }

    @Override
    public Optional<Letter> write(ToSend message) {
        return announcements.delivery(message.about()).flatMap(news -> links.letter(message, news, "trace_letter_arrived"));
    }
}
