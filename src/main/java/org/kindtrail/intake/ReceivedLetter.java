package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.mail.Letter;
import org.kindtrail.mail.LetterWriter;
import org.kindtrail.mail.MessageKind;
import org.kindtrail.mail.ToSend;
import org.kindtrail.web.Days;

/** Tells a donor that a gift was written down, and where its page is. */
@ApplicationScoped
class ReceivedLetter implements LetterWriter {
    private final Gifts gifts;

    ReceivedLetter(Gifts gifts) {
        this.gifts = gifts;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.RECEIVED;
    }

    @Override
    public Optional<Letter> write(ToSend message) {
        return gifts.one(message.donor(), message.about())
                .filter(gift -> gift.reversedAt() == null && gift.tracking() != null)
                .map(gift -> Letter.of(
                        message,
                        "intake_letter_",
                        Map.of(
                                "day",
                                Days.day(gift.receivedAt(), message.zone(), message.locale()),
                                "drive",
                                gift.driveTitle(),
                                "link",
                                message.address(gift.tracking()))));
    }
}
