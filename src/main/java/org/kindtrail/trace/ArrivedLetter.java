package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.kindtrail.dispatch.Announcements;
import org.kindtrail.mail.Letter;
import org.kindtrail.mail.LetterWriter;
import org.kindtrail.mail.MessageKind;
import org.kindtrail.mail.ToSend;

/** Tells a donor that something has arrived. What and where stands on the page alone, which can be taken back. */
@ApplicationScoped
class ArrivedLetter implements LetterWriter {
    /** Of all that is told in a month there is one letter; of who agreed to be named, one for each dispatch. */
    private static final String MONTH = "\\d{4}-\\d{2}";

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
        List<Announcements.News> news = message.about().matches(MONTH)
                ? told(message, YearMonth.parse(message.about()))
                : announcements.delivery(message.about()).stream().toList();
        return links.letter(message, news, "trace_letter_arrived_");
    }

    private List<Announcements.News> told(ToSend message, YearMonth month) {
        return announcements.toldBetween(
                message.organisation(), begin(month, message), begin(month.plusMonths(1), message));
    }

    private static Instant begin(YearMonth month, ToSend message) {
        return month.atDay(1).atStartOfDay(message.zone()).toInstant();
    }
}
