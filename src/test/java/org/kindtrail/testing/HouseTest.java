package org.kindtrail.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of the running service on the database of this round. All such tests share one service and one database, so each
 * brings its own organisation and counts on nothing else being there or not.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface HouseTest {}
