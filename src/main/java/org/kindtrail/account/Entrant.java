package org.kindtrail.account;

import java.time.ZoneId;
import java.util.EnumSet;
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
        Integer catalogueVersion) {

    /** The roles with all that they include. */
    Set<Role> roles() {
        Set<Role> all = EnumSet.noneOf(Role.class);
        Person.rolesIn(roleNames).forEach(role -> all.addAll(role.included()));
        return all;
    }

    Set<String> roleWords() {
        return roles().stream().map(Role::word).collect(Collectors.toSet());
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
