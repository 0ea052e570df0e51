package org.kindtrail.kernel;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A date (or moment) between 2000 and the end of next year, as far as a typing error can be told from a plan. */
@Constraint(validatedBy = {SensibleDate.DayCheck.class, SensibleDate.MomentCheck.class})
@Retention(RetentionPolicy.RUNTIME)
public @interface SensibleDate {
    /** Whether it may lie in the future; what has happened may not (a day's grace for time zones). */
    boolean future() default true;

    String message() default "error_date_range";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** For days. */
    class DayCheck implements ConstraintValidator<SensibleDate, LocalDate> {
        private boolean future;

        @Override
        public void initialize(SensibleDate rule) {
            future = rule.future();
        }

        @Override
        public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
            if (day == null) {
                return true;
            }
            LocalDate today =
                    LocalDate.ofInstant(context.getClockProvider().getClock().instant(), ZoneOffset.UTC);
            LocalDate last = future ? LocalDate.of(today.getYear() + 1, 12, 31) : today.plusDays(1);
            if (day.getYear() >= 2000 && !day.isAfter(last)) {
                return true;
            }
            if (!future && day.isAfter(last)) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("error_date_future").addConstraintViolation();
            }
            return false;
        }
    }

    /** For moments. */
    class MomentCheck implements ConstraintValidator<SensibleDate, Instant> {
        private final DayCheck day = new DayCheck();

        @Override
        public void initialize(SensibleDate rule) {
            day.initialize(rule);
        }

        @Override
        public boolean isValid(Instant moment, ConstraintValidatorContext context) {
            if (moment == null) {
                return true;
            }
            boolean representable = moment.isAfter(Instant.MIN.plusSeconds(86_400 * 400L))
                    && moment.isBefore(Instant.parse("9999-01-01T00:00:00Z"));
            return representable && day.isValid(LocalDate.ofInstant(moment, ZoneOffset.UTC), context);
        }
    }
}
