package org.kindtrail.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Locale;
import java.util.Set;

/** The name that a person signs in by and is addressed by: 2 to 60 small letters, digits, dots, dashes and underscores. */
@Constraint(validatedBy = SignInName.Check.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface SignInName {
    String message() default "error_person_name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides. Words that are addresses themselves are no names. */
    class Check implements ConstraintValidator<SignInName, String> {
        private static final Set<String> ADDRESSES = Set.of("me", "new");

        @Override
        public boolean isValid(String name, ConstraintValidatorContext context) {
            return name != null && name.matches("[a-z0-9][a-z0-9._-]{1,59}") && !ADDRESSES.contains(name);
        }

        /** The name as it is kept, however it was typed. */
        public static String plain(String typed) {
            return typed == null ? null : typed.strip().toLowerCase(Locale.ROOT);
        }
    }
}
