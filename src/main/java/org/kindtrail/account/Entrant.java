package org.kindtrail.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/** Who a session or token belongs to, with everything that a request needs to know of them; read in one statement. */
record Entrant(
        Long accessId,
        Long personId,
        Long organisationId,
        String displayName,
        String roleNames,
        String organisationName,
        String timeZone,
        Integer catalogueVersion,
        Instant lastSeenAt,
        Instant secondFactorSince,
        String secondFactorRoles,
        Long recipientId,
        String language) {

    /** The roles with all that they include. */
    Set<Role> roles() {
        return Role.withIncluded(Person.rolesIn(roleNames));
    }

    /** Whether they must set up a second factor before they may do anything else. */
    boolean needsSecondFactor() {
        return secondFactorSince == null && !Collections.disjoint(roles(), Person.rolesIn(secondFactorRoles));
    }

    Set<String> roleWords() {
        return roles().stream().map(Role::word).collect(Collectors.toSet());
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
