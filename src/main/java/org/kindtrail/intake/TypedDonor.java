package org.kindtrail.intake;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.web.Reading;

/**
 * Who gave, as somebody typed it: chosen from the list, a code, or the name of somebody new.
 *
 * @param code of a donor; null: none was named by a code
 * @param newName of somebody new; null: nobody is
 */
record TypedDonor(String code, String newName) {
    private static final TypedDonor NOBODY = new TypedDonor(null, null);
    private static final Pattern CHOSEN = Pattern.compile(".*\\(([^()]*)\\)\\s*");
    private static final Pattern LIKE_A_CODE = Pattern.compile("(?i)g-?[0-9a-z]{4}-?[0-9a-z]{4}");
    private static final int LONGEST_NAME = 120;

    static TypedDonor read(Reading typed, String field) {
        String text = typed.text(field);
        if (text == null) {
            return NOBODY;
        }
        Matcher chosen = CHOSEN.matcher(text);
        String code = chosen.matches() ? chosen.group(1).strip() : text;
        if (LIKE_A_CODE.matcher(code).matches()) {
            String known = Code.read(CodeKind.DONOR, code).orElse(null);
            return new TypedDonor(known == null ? typed.refuse(field, "error_code", code) : known, null);
        }
        if (text.length() > LONGEST_NAME) {
            typed.faults().add(new FieldError(field, "error_text_long", Map.of("max", LONGEST_NAME)));
            return NOBODY;
        }
        return new TypedDonor(null, text);
    }
}
