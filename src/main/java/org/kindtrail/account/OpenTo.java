package org.kindtrail.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may come through this door: people with one of the roles; nobody named means everybody who is signed in. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenTo {
    Role[] value() default {};

    /** Whether it stays open to who must set up a second factor first. */
    boolean beforeSecondFactor() default false;
}
