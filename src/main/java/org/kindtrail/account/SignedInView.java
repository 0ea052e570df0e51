package org.kindtrail.account;

import java.time.Instant;

/** That somebody signed in: when, and with which browser. From where is not kept. */
record SignedInView(Instant at, String browser) {}
