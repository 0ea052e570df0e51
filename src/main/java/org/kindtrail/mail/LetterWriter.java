package org.kindtrail.mail;

import java.util.Optional;

/** Writes the messages of one kind, each at the moment when it is sent. */
public interface LetterWriter {
    MessageKind kind();

    /**
     * In a transaction of its own, with no scope.
     *
     * @return empty when there is nothing to tell any more
     */
    Optional<Letter> write(ToSend message);
}
