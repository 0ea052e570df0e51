package org.kindtrail.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The guides, by whom they are for; each is a file {@code docs/guide/<name>.md}, which the build packs. */
enum GuideName {
    VOLUNTEER(Reader.VOLUNTEER),
    PACKING(Reader.VOLUNTEER),
    COUNTING(Reader.VOLUNTEER),
    RECEIVING(Reader.VOLUNTEER),
    SHIPPING(Reader.VOLUNTEER),
    WORKSHOP(Reader.VOLUNTEER),
    SALE(Reader.VOLUNTEER),
    DISTRIBUTOR(Reader.DISTRIBUTOR),
    NEEDS(Reader.DISTRIBUTOR),
    MATCHING(Reader.DISTRIBUTOR),
    ROUNDS(Reader.DISTRIBUTOR),
    FUND(Reader.DISTRIBUTOR),
    COORDINATOR(Reader.COORDINATOR),
    IMPORTS(Reader.COORDINATOR),
    MOVING_IN(Reader.COORDINATOR),
    ARCHIVE(Reader.COORDINATOR),
    SAFETY(Reader.COORDINATOR),
    PROGRAMMES(Reader.COORDINATOR),
    REPORTING(Reader.COORDINATOR),
    ADMINISTRATOR(Reader.ADMINISTRATOR),
    SECOND_FACTOR(Reader.EVERYBODY),
    PARTNER(Reader.PARTNER),
    DONOR(Reader.DONOR);

    /** Whom a guide is for, in the order of the list. */
    enum Reader {
        DONOR,
        PARTNER,
        VOLUNTEER,
        DISTRIBUTOR,
        COORDINATOR,
        ADMINISTRATOR,
        EVERYBODY;

        String wordsKey() {
            return "guide_for_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reader reader;

    GuideName(Reader reader) {
        this.reader = reader;
    }

    /** As it stands in addresses, and names the file. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<GuideName> read(String word) {
        return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
    }

    static List<GuideName> of(Reader reader) {
        return Arrays.stream(values()).filter(name -> name.reader == reader).toList();
    }
}
