package org.kindtrail.matching;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Promises what a plan proposes.
 *
 * @param whatIsThere true: of what somebody else took meanwhile, what is still there; else nothing at all is promised then
 */
@Schema(description = "Promises all that a plan proposes, in one act")
public record ConfirmPlan(
        @NotNull @Schema(description = "The version of the plan that was looked at", examples = "0") Long version,
        @Schema(
                        description = "true: where something was taken meanwhile, promise what is still there; left out or false: then"
                                + " promise nothing and say so (409)",
                        examples = "false")
                Boolean whatIsThere) {}
