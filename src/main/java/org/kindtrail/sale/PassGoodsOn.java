package org.kindtrail.sale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Gives things to another charity. */
@Schema(description = "Gives things to another charity")
public record PassGoodsOn(
        @Schema(description = "Code of the drive whose unsold things they are; left out: of no sale", examples = "V-0000-0000")
                String drive,
        @Schema(description = "Code of the site or shelf where they lie; left out: the table of the drive", examples = "P-0000-0000")
                String from,
        @Schema(description = "true: everything that is free there, in place of lines", examples = "true") Boolean all,
        @Size(max = 50) @Schema(description = "What, in place of everything") List<@NotNull @Valid StockLine> lines,
        @Text(max = 160) @Schema(description = "Name of the other charity", examples = "Warm Hands, Karaganda") String partner,
        @Schema(description = "Whether its name may be told in public; left out: no", examples = "true") Boolean partnerPublic,
        @Text(max = 500, required = false) @Schema(description = "Anything worth knowing about it") String remark,
        @SensibleDate(future = false) @Schema(description = "When it was given; left out: now") Instant occurredAt) {}
