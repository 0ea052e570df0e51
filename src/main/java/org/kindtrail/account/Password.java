package org.kindtrail.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * A password that somebody chooses: at least {@link #LEAST} characters of any kind, at most {@link #MOST}, and not one that
 * everybody tries first. No other rule: length is what counts.
 */
@Constraint(validatedBy = Password.Check.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface Password {
    int LEAST = 12;
    int MOST = 200;

    String message() default "error_text_missing";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides; tells apart what is missing, too short, too long and too common. */
    class Check implements ConstraintValidator<Password, String> {
        @Override
        public boolean isValid(String password, ConstraintValidatorContext context) {
            String fault = fault(password);
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            return false;
        }

        private static String fault(String password) {
            if (password == null || password.isEmpty()) {
                return "error_text_missing";
            }
            if (password.codePointCount(0, password.length()) < LEAST) {
                return "error_password_short";
            }
            if (password.length() > MOST) {
                return "error_password_long";
            }
            return CommonPasswords.has(password) ? "error_password_common" : null;
        }
    }
}
