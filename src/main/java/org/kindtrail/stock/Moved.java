package org.kindtrail.stock;

import java.time.Instant;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.place.PlaceKind;

/** A movement as it is read for views: what its ends are, who wrote it down, and what reverses it. */
record Moved(
        Long id,
        String lot,
        Long itemId,
        String size,
        Grade grade,
        String from,
        PlaceKind fromKind,
        String fromName,
        String fromSite,
        String to,
        PlaceKind toKind,
        String toName,
        String toSite,
        long quantity,
        Reason reason,
        String document,
        String why,
        Instant occurredAt,
        Instant recordedAt,
        String by,
        Long reverses,
        Long reversedBy) {}
