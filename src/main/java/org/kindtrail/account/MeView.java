package org.kindtrail.account;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is signed in. */
@Schema(name = "Me", description = "Who is signed in, and for which organisation")
public record MeView(
        @Schema(description = "The name to sign in by", examples = "aigul") String name,
        @Schema(description = "The name that others see", examples = "Aigul K.") String displayName,
        @Schema(description = "What they may do, without what these roles include") Set<Role> roles,
        @Schema(description = "The language that they chose to read; null while they chose none", examples = "ru", nullable = true) String language,
        @Schema(description = "The organisation that everything is read and written for") OrganisationView organisation) {}
