package org.kindtrail.kernel;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Text that a person typed: not blank when required, not longer than the column that keeps it (in UTF-16 units, which
 * is at least the database's count), no control characters but line breaks, no half of a surrogate pair.
 */
@Constraint(validatedBy = {Text.Check.class, Text.ConfidentialCheck.class})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {
    int max();

    boolean required() default true;

    String message() default "error_text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides; tells apart what is missing, too long and not text. */
    class Check implements ConstraintValidator<Text, String> {
        private Text rule;

        @Override
        public void initialize(Text rule) {
            this.rule = rule;
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            String fault = fault(text);
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            return false;
        }

        private String fault(String text) {
            if (text == null || text.isBlank()) {
                return rule.required() ? "error_text_missing" : null;
            }
            if (text.length() > rule.max()) {
                return "error_text_long";
            }
            boolean clean = text.codePoints()
                    .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                            || Character.getType(c) == Character.SURROGATE);
            return clean ? null : "error_text_characters";
        }
    }

    /** The same for a text that is to be sealed. */
    class ConfidentialCheck implements ConstraintValidator<Text, Confidential> {
        private final Check check = new Check();

        @Override
        public void initialize(Text rule) {
            check.initialize(rule);
        }

        @Override
        public boolean isValid(Confidential text, ConstraintValidatorContext context) {
            return check.isValid(text == null ? null : text.text(), context);
        }
    }
}
