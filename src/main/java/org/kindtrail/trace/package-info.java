/**
 * Read-only: the way of a lot, a donor's page, a drive's balance. Everything is added up from the ledger's movements; what
 * the public reads passes {@link org.kindtrail.trace.Journey} first, which knows what may be told yet (docs/privacy.md).
 * {@link org.kindtrail.trace.Announcing} puts what may be told from now on into the outbox.
 */
package org.kindtrail.trace;
