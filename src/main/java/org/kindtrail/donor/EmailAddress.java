package org.kindtrail.donor;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.IDN;
import org.kindtrail.kernel.Confidential;

/** One e-mail address that a letter can go to, and nothing beside it: no name, no second address, no line break. */
@Constraint(validatedBy = EmailAddress.Check.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface EmailAddress {
    String message() default "error_donor_email";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides; nothing and a blank text are left to others. */
    class Check implements ConstraintValidator<EmailAddress, Confidential> {
        /** RFC 5321's dot-string; what needs quotes, or more than ASCII before the @, few servers take. */
        private static final String LOCAL = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*";

        /** Labels with a dot between them; an address in digits is none. */
        private static final String DOMAIN = "([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?\\.)+[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9]";

        private static final int LONGEST = 254;

        @Override
        public boolean isValid(Confidential address, ConstraintValidatorContext context) {
            return address == null || address.isBlank() || fits(address.text());
        }

        static boolean fits(String text) {
            int at = text.lastIndexOf('@');
            if (at < 1 || at > 64 || text.length() > LONGEST || !text.substring(0, at).matches(LOCAL)) {
                return false;
            }
            try {
                String plain = plain(text);
                return plain.length() <= LONGEST && plain.substring(at + 1).matches(DOMAIN);
            } catch (IllegalArgumentException none) {
                return false;
            }
        }

        /** The address as servers write it, with a domain of other letters in ASCII. */
        static String plain(String text) {
            int at = text.lastIndexOf('@');
            return text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
        }
    }
}
