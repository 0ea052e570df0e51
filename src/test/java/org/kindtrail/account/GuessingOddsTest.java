package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;

/** The figures of docs/adr/0009-guessing.md, taken from the limits as they are: change one, and the page must change. */
@Tag("once")
class GuessingOddsTest {
    private static final Duration YEAR = Duration.ofSeconds(31_556_952);
    private static final int SYMBOLS = 32;
    private static final int RANDOM = 14;
    private static final long LIVE_CODES = 1_000_000;

    private final String page = page();

    private static String page() {
        try {
            return Files.readString(Path.of("docs/adr/0009-guessing.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Somebody who tries whenever the limit lets them, for a year. */
    private static long guesses(Limit limit) {
        Instant now = Instant.EPOCH;
        Instant end = now.plus(YEAR);
        Limit.Count count = null;
        long guesses = 0;
        while (!now.isAfter(end)) {
            count = limit.after(count, now);
            guesses++;
            now = count.until().isAfter(now) ? count.until() : now;
        }
        return guesses;
    }

    /** Codes of a kind that can be issued when so many of their characters are known: 32 of 37 check values are. */
    private static double codes(int known) {
        return Math.pow(SYMBOLS, RANDOM - known) * 32 / 37;
    }

    private static long perAddress() {
        return guesses(Limit.doubling("one address", Attempts.FREE));
    }

    private static long perBeginning() {
        return guesses(Limit.steady("one beginning", Attempts.FREE_TOGETHER, Attempts.EACH_TOGETHER));
    }

    private static String scientific(double odds) {
        return String.format(Locale.ROOT, "%.1e", odds).replaceFirst("e-0?", "e-");
    }

    private void says(String row) {
        assertThat(page.replaceAll(" +", " ")).contains(row);
    }

    @Test
    void aKeyHasSeventyRandomBits() {
        String key = Code.derived(CodeKind.TRACKING, new byte[32], "anything").replace("-", "");
        assertThat(key).hasSize(RANDOM + 2);
        assertThat(BigInteger.valueOf(SYMBOLS).pow(RANDOM).bitLength() - 1).isEqualTo(70);
        // one in 37 check symbols each: about 32 of 37 wholly random texts would be issued
        int issued = 0;
        for (int i = 0; i < 3700; i++) {
            String plain = "T" + new BigInteger(1, java.util.HexFormat.of().parseHex(Code.hash("n" + i)))
                    .toString(32).substring(0, RANDOM).toUpperCase(Locale.ROOT)
                    .replace('I', 'W').replace('L', 'X').replace('O', 'Y').replace('U', 'Z');
            boolean any = false;
            for (char check : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
                any |= Code.read(plain + check).equals(Optional.of(shown(plain + check)));
            }
            issued += any ? 1 : 0;
        }
        assertThat(issued).isBetween(3100, 3300);
    }

    private static String shown(String plain) {
        return plain.replaceFirst("(.{4})(.{4})(.{4})", "$1-$2-$3-");
    }

    @Test
    void thePageTellsHowManyGuessesAYearHas() {
        says(String.format(Locale.ROOT, "| one address | %,d |", perAddress()));
        says(String.format(Locale.ROOT, "| one beginning, from anywhere | %,d |", perBeginning()));
    }

    @Test
    void thePageTellsTheOddsOfFindingAnyCode() {
        for (long addresses : new long[] {1, 1_000, 100_000}) {
            double odds = addresses * (double) perAddress() * LIVE_CODES / codes(0);
            says(String.format(Locale.ROOT, "| %,d address%s | %s |", addresses, addresses == 1 ? "" : "es", scientific(odds)));
        }
        double beginnings = Math.pow(SYMBOLS, Attempts.BEGINNING - 1);
        says("| any number of addresses | " + scientific(beginnings * perBeginning() * LIVE_CODES / codes(0)) + " |");
    }

    @Test
    void thePageTellsTheOddsOfFindingTheRestOfALeakedCode() {
        for (int known : new int[] {3, 7}) {
            double all = perBeginning() / codes(known);
            double one = perAddress() / codes(known);
            says("| its first " + (known + 1) + " characters | " + scientific(one) + " | " + scientific(all) + " |");
        }
    }
}
