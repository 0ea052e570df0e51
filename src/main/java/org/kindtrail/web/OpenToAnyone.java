package org.kindtrail.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door that needs no sign-in. Every resource method says who may come in: this, or {@code account.OpenTo}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenToAnyone {
    /** Whether the page looks different to who is signed in; costs a look-up when a session cookie comes along. */
    boolean recognises() default false;
}
