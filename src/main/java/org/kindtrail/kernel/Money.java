package org.kindtrail.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An amount of money: whole minor units of one currency (ISO 4217), so 12.50 USD is 1250 and 12 JPY is 12. Amounts of
 * different currencies are never added.
 *
 * @param minor in the currency's minor unit; below nothing where something is taken away
 * @param currency the code
 */
public record Money(long minor, String currency) {
    /** The most that is taken for one amount, in minor units: a hundred million million keeps every sum far from 64 bits. */
    public static final long MOST = 100_000_000_000_000L;

    /** By code: how many digits the minor unit has (ISO 4217, list one; {@code currencies.csv}). */
    private static final Map<String, Integer> DIGITS = digits();

    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,18}(?:[.,][0-9]{1,18})?");

    public Money {
        if (!isCurrency(currency)) {
            throw new IllegalArgumentException("no currency: " + currency);
        }
    }

    private static Map<String, Integer> digits() {
        Map<String, Integer> digits = new TreeMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Money.class.getResourceAsStream("/catalogue/currencies.csv"), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",")).forEach(row -> digits.put(row[0], Integer.valueOf(row[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digits;
    }

    public static boolean isCurrency(String code) {
        return code != null && DIGITS.containsKey(code);
    }

    /** The codes of all currencies. */
    public static List<String> currencies() {
        return List.copyOf(DIGITS.keySet());
    }

    /** How many digits stand behind the point: 2 for KZT, 0 for JPY, 3 for KWD. */
    public static int digits(String currency) {
        return DIGITS.get(currency);
    }

    /**
     * Reads an amount as people write it: digits, with a point or a comma before the minor units; spaces between thousands.
     *
     * @param path the field
     * @param typed what stands in it
     * @param currency a known code
     * @param faults what is wrong is added here
     * @return null when something is wrong, or nothing was typed
     */
    public static Money read(String path, String typed, String currency, List<FieldError> faults) {
        String plain = typed == null ? "" : typed.replaceAll("[\\s\u00a0\u2009\u202f]", "");
        String fault = fault(plain, currency);
        if (fault == null) {
            return new Money(new BigDecimal(plain.replace(',', '.')).movePointRight(digits(currency)).longValueExact(), currency);
        }
        String shown = plain.length() > 40 ? plain.substring(0, 37) + "..." : plain;
        faults.add(new FieldError(
                path, fault, Map.of("given", shown, "currency", currency, "digits", digits(currency))));
        return null;
    }

    private static String fault(String plain, String currency) {
        if (plain.isEmpty()) {
            return "error_money_missing";
        }
        if (!PLAIN.matcher(plain).matches()) {
            return plain.startsWith("-") ? "error_money_negative" : "error_money";
        }
        BigDecimal minor = new BigDecimal(plain.replace(',', '.')).movePointRight(digits(currency));
        if (minor.stripTrailingZeros().scale() > 0) {
            return "error_money_digits";
        }
        return minor.compareTo(BigDecimal.valueOf(MOST)) > 0 ? "error_money_much" : null;
    }

    /** What {@link #plain()} has written. */
    public static Money of(String plain, String currency) {
        return new Money(new BigDecimal(plain).movePointRight(digits(currency)).longValueExact(), currency);
    }

    /** As it stands in files and in JSON: "12.50", without the currency. */
    public String plain() {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    /** @throws IllegalArgumentException when the other is of another currency */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " are not added");
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    public Money minus(Money other) {
        return plus(new Money(-other.minor, other.currency));
    }
}
