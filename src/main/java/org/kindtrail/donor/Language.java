package org.kindtrail.donor;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.kindtrail.web.Words;

/** A language that the program speaks. */
@Constraint(validatedBy = Language.Check.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface Language {
    String message() default "error_donor_language";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides. */
    class Check implements ConstraintValidator<Language, String> {
        @Override
        public boolean isValid(String language, ConstraintValidatorContext context) {
            return language == null || language.isBlank() || Words.LANGUAGES.contains(language);
        }
    }
}
