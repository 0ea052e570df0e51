package org.kindtrail.kernel;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A whole number of an item's unit, at least 1 and at most {@link #MOST}. */
@Min(1)
@Max(Quantity.MOST)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
public @interface Quantity {
    /** What one line can hold; a container ship of socks is less. It keeps every sum far from the end of 64 bits. */
    long MOST = 1_000_000_000L;

    String message() default "error_quantity";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
