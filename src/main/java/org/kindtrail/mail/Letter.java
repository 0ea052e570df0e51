package org.kindtrail.mail;

import java.util.Map;

/**
 * What a message says; greeting, signature and the link that stops them are added to it.
 *
 * @param subject words that tell nothing personal: they stand on locked screens
 * @param text plain text in paragraphs
 */
public record Letter(String subject, String text) {
    /** Of two sentences of the words files: the key with {@code subject} and with {@code text} at its end. */
    public static Letter of(ToSend message, String wordsKey, Map<String, Object> facts) {
        return new Letter(message.say(wordsKey + "subject", Map.of()), message.say(wordsKey + "text", facts));
    }
}
