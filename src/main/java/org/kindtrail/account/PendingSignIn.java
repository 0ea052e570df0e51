package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.kindtrail.web.HouseSecret;

/**
 * Remembers in a cookie, for ten minutes, that somebody showed name and password in this browser, until they show a code as
 * well. It opens nothing by itself. It is signed for the person, the browser, the end of the ten minutes and the password
 * as it is, so a changed password makes it worthless; every node reads it.
 */
@ApplicationScoped
class PendingSignIn {
    static final String COOKIE = "kindtrail_pending";
    static final Duration LASTS = Duration.ofMinutes(10);
    private static final String FORM = "[A-Za-z0-9_-]{8,200}\\.[A-Za-z0-9_-]{43}";

    private final People people;
    private final HouseSecret house;
    private final Clock clock;

    PendingSignIn(People people, HouseSecret house, Clock clock) {
        this.people = people;
        this.house = house;
        this.clock = clock;
    }

    /** The cookie's value for somebody who showed name and password in this browser now. */
    String mark(Person person, String browser) {
        String ends = String.valueOf(clock.instant().plus(LASTS).getEpochSecond());
        return text((person.getName() + "|" + ends).getBytes(StandardCharsets.UTF_8)) + "."
                + signature(person, browser, ends);
    }

    /** Who showed name and password in this browser; empty when nobody did, or too long ago. */
    Optional<Person> person(String mark, String browser) {
        if (mark == null || !mark.matches(FORM)) {
            return Optional.empty();
        }
        String[] parts = mark.split("\\.");
        String[] said = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8).split("\\|");
        if (said.length != 2 || !said[1].matches("[0-9]{1,12}")
                || !Instant.ofEpochSecond(Long.parseLong(said[1])).isAfter(clock.instant())) {
            return Optional.empty();
        }
        return people.named(said[0])
                .filter(Person::isActive)
                .filter(person -> MessageDigest.isEqual(
                        signature(person, browser, said[1]).getBytes(StandardCharsets.US_ASCII),
                        parts[1].getBytes(StandardCharsets.US_ASCII)));
    }

    private String signature(Person person, String browser, String ends) {
        return text(house.signature(
                "pending sign-ins", person.getId() + "|" + browser + "|" + ends + "|" + person.getPasswordHash()));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
