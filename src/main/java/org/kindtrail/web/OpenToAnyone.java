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

    /**
     * Whether a form is taken without the key that was made for the browser: what is sent then does nothing but what the
     * secret in the address allows, and who sends it need be no browser.
     */
    boolean withoutFormKey() default false;

    /** Whether who is recognised and still needs a second factor reads it, too. */
    boolean beforeSecondFactor() default false;

    /** Whether the answer leaves nothing in the browser: no cookie by which it would be known again. Such a page has no form. */
    boolean leavesNothing() default false;
}
