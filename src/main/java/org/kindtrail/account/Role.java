package org.kindtrail.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a person may do in the organisation. Each includes what the one before it may; the administrator and the partner stand apart. */
public enum Role {
    /** Records, sorts, counts, packs. */
    @JsonProperty("volunteer")
    VOLUNTEER,
    /** Needs, allocation, dispatch. */
    @JsonProperty("distributor")
    DISTRIBUTOR,
    /** Drives, recipients, thanks, corrections, people of the organisation. */
    @JsonProperty("coordinator")
    COORDINATOR,
    /** The installation: its organisations and its health; sees no organisation's goods or people served. */
    @JsonProperty("administrator")
    ADMINISTRATOR,
    /** Somebody of a recipient's own: sees that one recipient and nothing else, and has no other role. */
    @JsonProperty("partner")
    PARTNER;

    /** This role and those it includes. */
    public Set<Role> included() {
        return switch (this) {
            case VOLUNTEER -> EnumSet.of(VOLUNTEER);
            case DISTRIBUTOR -> EnumSet.of(VOLUNTEER, DISTRIBUTOR);
            case COORDINATOR -> EnumSet.of(VOLUNTEER, DISTRIBUTOR, COORDINATOR);
            case ADMINISTRATOR -> EnumSet.of(ADMINISTRATOR);
            case PARTNER -> EnumSet.of(PARTNER);
        };
    }

    /** The roles with all that they include. */
    static Set<Role> withIncluded(Set<Role> given) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        given.forEach(role -> all.addAll(role.included()));
        return all;
    }

    /** The role in lower case, as it stands in addresses, JSON and words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
