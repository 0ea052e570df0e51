package org.kindtrail.web;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.kindtrail.kernel.CodeKind;

/** What the parameters look like that are alike in all operations, by their name and the noun that they stand behind. */
final class ApiParameters {
    static final String NAME = "^[a-z0-9][a-z0-9._-]{1,59}$";
    private static final String FOUR = "[0-9A-HJKMNP-TV-Z]{4}";
    private static final Set<String> TRUTHS = Set.of(
            "open", "active", "own", "unsorted", "available", "waiting", "standing", "low", "differing", "ending", "losing", "past");
    private static final Map<String, CodeKind> NOUNS = Map.ofEntries(
            Map.entry("allocations", CodeKind.ALLOCATION),
            Map.entry("appointments", CodeKind.APPOINTMENT),
            Map.entry("confirmations", CodeKind.CONFIRMATION),
            Map.entry("containers", CodeKind.CONTAINER),
            Map.entry("deliveries", CodeKind.DELIVERY),
            Map.entry("dispatches", CodeKind.DISPATCH),
            Map.entry("donations", CodeKind.DONATION),
            Map.entry("donors", CodeKind.DONOR),
            Map.entry("drives", CodeKind.DRIVE),
            Map.entry("exchanges", CodeKind.EXCHANGE),
            Map.entry("funds", CodeKind.FUND),
            Map.entry("intake-sheets", CodeKind.INTAKE_SHEET),
            Map.entry("handovers", CodeKind.HANDOVER),
            Map.entry("holds", CodeKind.HOLD),
            Map.entry("imports", CodeKind.IMPORT),
            Map.entry("kits", CodeKind.KIT),
            Map.entry("partners", CodeKind.PARTNER),
            Map.entry("pass-ons", CodeKind.PASS_ON),
            Map.entry("pay-outs", CodeKind.PAY_OUT),
            Map.entry("purchases", CodeKind.PURCHASE),
            Map.entry("plans", CodeKind.PLAN),
            Map.entry("programmes", CodeKind.PROGRAMME),
            Map.entry("referrals", CodeKind.REFERRAL),
            Map.entry("refunds", CodeKind.REFUND),
            Map.entry("reports", CodeKind.REPORT),
            Map.entry("rounds", CodeKind.ROUND),
            Map.entry("sales", CodeKind.SALE),
            Map.entry("shipments", CodeKind.SHIPMENT),
            Map.entry("stocktakes", CodeKind.STOCKTAKE),
            Map.entry("takings", CodeKind.TAKINGS),
            Map.entry("transfers", CodeKind.TRANSFER),
            Map.entry("wish-lists", CodeKind.WISH_LIST),
            Map.entry("wishes", CodeKind.WISH_LIST),
            Map.entry("works", CodeKind.WORK),
            Map.entry("write-offs", CodeKind.WRITE_OFF),
            Map.entry("lots", CodeKind.BAG),
            Map.entry("movements", CodeKind.MOVE),
            Map.entry("moves", CodeKind.MOVE),
            Map.entry("needs", CodeKind.NEED),
            Map.entry("pictures", CodeKind.PICTURE),
            Map.entry("places", CodeKind.PLACE),
            Map.entry("recipients", CodeKind.RECIPIENT),
            Map.entry("sortings", CodeKind.SORTING),
            Map.entry("thanks", CodeKind.THANKS),
            Map.entry("traces", CodeKind.TRACKING));
    /** What stands further on in a path, by its name. */
    private static final Map<String, CodeKind> WITHIN =
            Map.of("container", CodeKind.CONTAINER, "waybill", CodeKind.WAYBILL, "organisation", CodeKind.ORGANISATION);
    /** A room that shows the things of others: what they are is told after its name. */
    private static final String PORTAL = "portal";

    private ApiParameters() {}

    static void describe(String path, Parameter parameter) {
        if (parameter.getIn() == Parameter.In.PATH) {
            inPath(path, parameter);
        } else if (parameter.getIn() == Parameter.In.HEADER) {
            text(parameter).minLength(1).maxLength(100);
        } else if (parameter.getName().equals("limit")) {
            parameter.setSchema(OASFactory.createSchema()
                    .addType(SchemaType.INTEGER)
                    .minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(500))
                    .defaultValue(50));
        } else if (TRUTHS.contains(parameter.getName())) {
            parameter.setSchema(OASFactory.createSchema().addType(SchemaType.BOOLEAN));
        }
    }

    private static void inPath(String path, Parameter parameter) {
        switch (parameter.getName()) {
            case "line", "number" -> parameter.setSchema(
                    OASFactory.createSchema().addType(SchemaType.INTEGER).minimum(BigDecimal.ONE));
            case "id" -> text(parameter).pattern("^[0-9a-f]{16}$");
            case "name" -> text(parameter).pattern(NAME);
            default -> {
                CodeKind kind = WITHIN.getOrDefault(parameter.getName(), NOUNS.get(noun(path)));
                text(parameter).pattern(kind == null ? "^[a-z0-9-]{1,80}$" : pattern(kind));
                if (kind != null && parameter.getDescription() == null) {
                    parameter.setDescription(
                            "As it is printed; small letters do as well, and the dashes may be left out.");
                }
            }
        }
    }

    private static String noun(String path) {
        String[] parts = path.split("/");
        return parts[3].equals(PORTAL) ? parts[4] : parts[3];
    }

    private static String pattern(CodeKind kind) {
        String last = "-" + FOUR;
        return kind.isKey()
                ? "^" + kind.letters() + FOUR.replace("4", "3") + last.repeat(3) + "$"
                : "^" + kind.letters() + last.repeat(2) + "$";
    }

    private static Schema text(Parameter parameter) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.STRING);
        parameter.setSchema(schema);
        return schema;
    }
}
