package org.kindtrail.web;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A door that only reads, and whose answer may be as old as the replica is behind: seconds. Never one that its reader opens to
 * see what they did a moment ago; readers who sent a form go to the primary for a while ({@link MayLagDoor}).
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface MayLag {}
