package org.kindtrail.shipment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner as both doors show it. */
@Schema(description = "An organisation without an account, to which goods are sent")
public record PartnerView(
        @Schema(description = "Its code", examples = "PA-0000-0000") String code,
        @Schema(description = "Its name", examples = "Salem Social Village") String name,
        @Schema(description = "Its country, ISO 3166-1 alpha-2", examples = "KZ") String country,
        @Schema(description = "Whether donors may read its name") boolean namedInPublic,
        @Schema(description = "Whether goods are sent to it") boolean open,
        @Schema(description = "Code of its store: what was handed over to it stands there", examples = "P-0000-0000")
                String store,
        @Schema(description = "How many boxes, pallets and freight containers stand in its store") long containers,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {}
