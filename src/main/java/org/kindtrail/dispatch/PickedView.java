package org.kindtrail.dispatch;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the list of a picker changed. */
@Schema(description = "What the list of a picker changed")
public record PickedView(
        @Schema(description = "How many lines were changed or taken off; 0: it stood like this before", examples = "1") int changed,
        @Schema(description = "How the dispatch stands now") DispatchView dispatch) {}
