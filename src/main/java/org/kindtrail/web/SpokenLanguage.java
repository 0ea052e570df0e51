package org.kindtrail.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A language that the program speaks; nothing is taken too, where the field may be empty. */
@Constraint(validatedBy = SpokenLanguage.Check.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface SpokenLanguage {
    String message() default "error_language";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides. */
    class Check implements ConstraintValidator<SpokenLanguage, String> {
        @Override
        public boolean isValid(String language, ConstraintValidatorContext context) {
            return language == null || language.isBlank() || Languages.SPOKEN.contains(language);
        }
    }
}
