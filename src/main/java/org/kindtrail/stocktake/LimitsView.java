package org.kindtrail.stocktake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The limits as they are set. */
@Schema(name = "WriteOffLimits", description = "Above which worth a second person looks at a write-off; none: nobody does")
public record LimitsView(@Schema(description = "By currency") List<SetLimits.Limit> limits) {}
