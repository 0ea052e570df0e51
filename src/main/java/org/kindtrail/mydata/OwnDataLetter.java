package org.kindtrail.mydata;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.mail.Letter;
import org.kindtrail.mail.LetterWriter;
import org.kindtrail.mail.MessageKind;
import org.kindtrail.mail.ToSend;

/** Brings a donor the one-time link to what is held about them. */
@ApplicationScoped
class OwnDataLetter implements LetterWriter {
    private final Visits visits;

    OwnDataLetter(Visits visits) {
        this.visits = visits;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.OWN_DATA;
    }

    @Override
    public Optional<Letter> write(ToSend message) {
        String link = visits.link(message.about());
        return visits.whose("LINK", link)
                .map(donor -> Letter.of(
                        message,
                        "mydata_letter_",
                        Map.of(
                                "hours", Visits.LINK.toHours(),
                                "link", message.address(MyDataPages.PATH + "/link/" + link))));
    }
}
