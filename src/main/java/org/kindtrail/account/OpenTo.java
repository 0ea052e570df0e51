package org.kindtrail.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may come through this door: people with one of the roles; nobody named means everybody who works here and is signed
 * in. A recipient's own people ({@link Role#PARTNER}) come through no door that does not say so.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenTo {
    Role[] value() default {};

    /** Whether it is open to a recipient's own people, too, where no role is named. */
    boolean partners() default false;

    /** Whether it stays open to who must set up a second factor first. */
    boolean beforeSecondFactor() default false;
}
