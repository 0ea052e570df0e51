package org.kindtrail.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Every door works on a worker thread: all of them read the database. */
@ApplicationPath("/")
@Blocking
public class House extends Application {}
