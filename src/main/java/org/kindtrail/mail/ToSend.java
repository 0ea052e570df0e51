package org.kindtrail.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.web.Words;

/**
 * A message that is about to be written.
 *
 * @param id its number
 * @param donor the number of the donor
 * @param about the code of what it tells of
 * @param madeAt when it became due to be told
 * @param zone the organisation's
 * @param locale the donor's
 * @param site where this service is reached, without a slash at its end
 */
public record ToSend(
        Long id,
        MessageKind kind,
        Long donor,
        Long organisation,
        String about,
        Instant madeAt,
        ZoneId zone,
        Locale locale,
        String site,
        Words words) {
    public String say(String key, Map<String, Object> facts) {
        return words.say(locale, key, facts);
    }

    /** The whole address of a page of this service. */
    public String address(String path) {
        return site + path;
    }
}
