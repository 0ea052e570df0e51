package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.mail.Letter;
import org.kindtrail.mail.LetterWriter;
import org.kindtrail.mail.MessageKind;
import org.kindtrail.mail.ToSend;

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
                                DateTimeFormatter.ofPattern("d MMM yyyy", message.locale())
                                        .format(gift.receivedAt().atZone(message.zone())),
                                "drive",
                                gift.driveTitle(),
                                "link",
                                message.address(gift.tracking()))));
    }
}
