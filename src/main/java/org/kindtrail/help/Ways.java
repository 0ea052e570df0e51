package org.kindtrail.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;

/**
 * How an organisation is reached. Whatever stands in it was read by {@link #read}, so that it can stand in a link: numbers
 * are E.164, the user name and the address are plain letters, digits and a few signs that mean nothing in an address.
 *
 * @param telephones E.164
 * @param whatsapp E.164; null: none
 * @param telegram a user name, without the sign before it; null: none
 * @param email null: none
 */
record Ways(List<String> telephones, String whatsapp, String telegram, String email) {
    static final Ways NONE = new Ways(List.of(), null, null, null);

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    /** What people write between the digits. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\u00a0\u2009\u202f().\u2010-\u2015-]");

    private static final Pattern TELEGRAM = Pattern.compile("[A-Za-z](?:_?[A-Za-z0-9]){4,31}");
    private static final int LONGEST_TELEGRAM = 32;
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
    private static final int LONGEST_EMAIL = 254;

    /** Reads what was typed; what is wrong is added to the faults. */
    static Ways read(DescribeHelp command, List<FieldError> faults) {
        List<String> numbers = new ArrayList<>();
        List<String> typed = command.telephones() == null ? List.of() : command.telephones();
        for (int i = 0; i < typed.size(); i++) {
            String number = number("telephones[" + i + "]", typed.get(i), faults);
            if (number != null && numbers.contains(number)) {
                faults.add(new FieldError("telephones[" + i + "]", "error_help_twice", Map.of("given", number)));
            }
            numbers.add(number);
        }
        numbers.removeIf(number -> number == null);
        return new Ways(
                List.copyOf(numbers),
                number("whatsapp", command.whatsapp(), faults),
                telegram(command.telegram(), faults),
                email(command.email(), faults));
    }

    private static String number(String path, String typed, List<FieldError> faults) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String plain = BETWEEN.matcher(typed).replaceAll("");
        if (E164.matcher(plain).matches()) {
            return plain;
        }
        faults.add(new FieldError(path, "error_help_number", Map.of("given", Given.shortened(typed.strip()))));
        return null;
    }

    private static String telegram(String typed, List<FieldError> faults) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String name = typed.strip().replaceFirst("^(?:(?:https://)?t\\.me/|@)", "");
        if (name.length() <= LONGEST_TELEGRAM && TELEGRAM.matcher(name).matches()) {
            return name;
        }
        faults.add(new FieldError("telegram", "error_help_telegram", Map.of("given", Given.shortened(typed.strip()))));
        return null;
    }

    private static String email(String typed, List<FieldError> faults) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String address = typed.strip();
        if (address.length() <= LONGEST_EMAIL && EMAIL.matcher(address).matches()) {
            return address;
        }
        faults.add(new FieldError("email", "error_help_email", Map.of("given", Given.shortened(typed.strip()))));
        return null;
    }

    /** Whether nobody can be reached. */
    boolean isNone() {
        return telephones.isEmpty() && whatsapp == null && telegram == null && email == null;
    }
}
