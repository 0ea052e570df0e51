package org.kindtrail.donor;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.kindtrail.kernel.Confidential;

/** A telephone number as people write one: 5 to 20 digits with what stands between them. */
@Constraint(validatedBy = Telephone.Check.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface Telephone {
    String message() default "error_donor_telephone";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides; nothing and a blank text are left to others. */
    class Check implements ConstraintValidator<Telephone, Confidential> {
        @Override
        public boolean isValid(Confidential number, ConstraintValidatorContext context) {
            if (number == null || number.isBlank()) {
                return true;
            }
            String text = number.text();
            long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
            return text.matches("\\+?[0-9 ()./-]{5,40}") && digits >= 5 && digits <= 20;
        }
    }
}
