package org.kindtrail.container;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Moves containers with all that is in them, to one place. */
@Schema(description = "Moves containers with all that is in them, to one place")
public record MoveContainers(
        @NotNull @Size(min = 1, max = 500) @Schema(description = "Codes of the containers", examples = "[\"C-0000-0000\"]")
                List<@NotNull String> containers,
        @NotNull @Schema(description = "Where they go: code of an open site or shelf, or of another container", examples = "P-0000-0000")
                String to,
        @Text(max = 500, required = false) @Schema(nullable = true, description = "Why, if that needs saying") String why) {}
