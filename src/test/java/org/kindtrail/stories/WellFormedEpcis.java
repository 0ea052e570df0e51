package org.kindtrail.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;

/**
 * What GS1 EPCIS 2.0 and its Core Business Vocabulary 2.0 ask of a document in JSON-LD, as far as the house uses them: which fields
 * there are and must be, the words, the forms of addresses and moments.
 */
final class WellFormedEpcis {
    private static final Set<String> COMMON = Set.of(
            "type", "eventID", "eventTime", "eventTimeZoneOffset", "recordTime", "errorDeclaration", "bizStep", "disposition", "readPoint",
            "bizLocation", "bizTransactionList");
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "ObjectEvent", Set.of("action", "epcList", "quantityList", "ilmd"),
            "AggregationEvent", Set.of("action", "parentID", "childEPCs", "childQuantityList"),
            "AssociationEvent", Set.of("action", "parentID", "childEPCs", "childQuantityList"),
            "TransformationEvent", Set.of("inputQuantityList", "outputQuantityList", "ilmd"));
    private static final Set<String> STEPS = Set.of(
            "accepting", "arriving", "assembling", "collecting", "commissioning", "consigning", "creating_class_instance", "cycle_counting",
            "decommissioning", "departing", "destroying", "disassembling", "dispensing", "encoding", "entering_exiting", "holding",
            "inspecting", "installing", "killing", "loading", "other", "packing", "picking", "receiving", "removing", "repackaging",
            "repairing", "replacing", "reserving", "retail_selling", "sampling", "sensor_reporting", "shipping", "staging_outbound",
            "stock_taking", "stocking", "storing", "transporting", "unloading", "unpacking", "void_shipping");
    private static final Set<String> DISPOSITIONS = Set.of(
            "active", "available", "completeness_inferred", "completeness_verified", "conformant", "container_closed", "container_open",
            "damaged", "destroyed", "dispensed", "disposed", "encoded", "expired", "in_progress", "in_transit", "inactive",
            "mismatch_class", "mismatch_instance", "mismatch_quantity", "needs_replacement", "no_pedigree_match", "non_conformant",
            "non_sellable_other", "partially_dispensed", "recalled", "reserved", "retail_sold", "returned", "sellable_accessible",
            "sellable_not_accessible", "stolen", "unavailable", "unknown");

    private final SoftAssertions all = new SoftAssertions();

    void check(JsonNode document) {
        all.assertThat(fields(document)).containsExactlyInAnyOrder("@context", "type", "schemaVersion", "creationDate", "epcisBody");
        all.assertThat(document.get("type").asText()).isEqualTo("EPCISDocument");
        all.assertThat(document.get("schemaVersion").asText()).isEqualTo("2.0");
        all.assertThat(document.at("/@context/0").asText()).isEqualTo("https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld");
        moment(document.get("creationDate"));
        all.assertThat(fields(document.get("epcisBody"))).containsExactly("eventList");
        document.at("/epcisBody/eventList").forEach(this::event);
        all.assertAll();
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void event(JsonNode event) {
        String type = event.path("type").asText();
        all.assertThat(FIELDS).as(event.toString()).containsKey(type);
        Set<String> allowed = new HashSet<>(COMMON);
        allowed.addAll(FIELDS.getOrDefault(type, Set.of()));
        all.assertThat(allowed).as(type).containsAll(fields(event));
        moment(event.get("eventTime"));
        moment(event.get("recordTime"));
        all.assertThat(event.path("eventTimeZoneOffset").asText()).matches("[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00)");
        address(event.get("eventID"));
        all.assertThat(STEPS).contains(event.path("bizStep").asText());
        if (event.has("disposition")) {
            all.assertThat(DISPOSITIONS).contains(event.get("disposition").asText());
        }
        for (String place : List.of("readPoint", "bizLocation")) {
            if (event.has(place)) {
                all.assertThat(fields(event.get(place))).containsExactly("id");
                address(event.at("/" + place + "/id"));
            }
        }
        event.path("bizTransactionList").forEach(each -> {
            all.assertThat(Set.of("type", "bizTransaction")).containsAll(fields(each));
            address(each.get("bizTransaction"));
        });
        fields(event.path("ilmd")).forEach(name -> all.assertThat(name).startsWith("kindtrail:"));
        for (String list : List.of("epcList", "childEPCs")) {
            event.path(list).forEach(this::address);
            Set<JsonNode> once = new HashSet<>();
            event.path(list).forEach(each -> all.assertThat(once.add(each)).as(list + " has " + each + " once").isTrue());
        }
        for (String list : List.of("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")) {
            event.path(list).forEach(this::quantity);
        }
        declared(event);
        byType(event, type);
    }

    private void declared(JsonNode event) {
        if (event.has("errorDeclaration")) {
            JsonNode error = event.get("errorDeclaration");
            all.assertThat(fields(error)).containsExactlyInAnyOrder("declarationTime", "reason", "correctiveEventIDs");
            moment(error.get("declarationTime"));
            all.assertThat(error.get("reason").asText()).isIn("did_not_occur", "incorrect_data");
            all.assertThat(error.get("correctiveEventIDs").isArray()).isTrue();
        }
    }

    private void byType(JsonNode event, String type) {
        String action = event.path("action").asText();
        if (type.equals("TransformationEvent")) {
            all.assertThat(event.path("inputQuantityList")).isNotEmpty();
            all.assertThat(event.path("outputQuantityList")).isNotEmpty();
            return;
        }
        all.assertThat(action).isIn("ADD", "OBSERVE", "DELETE");
        if (type.equals("ObjectEvent")) {
            all.assertThat(event.path("epcList").size() + event.path("quantityList").size()).isPositive();
            all.assertThat(event.has("ilmd") && !action.equals("ADD")).as("what it is stands where it comes to be").isFalse();
        } else {
            address(event.get("parentID"));
            all.assertThat(event.path("childEPCs").size() + event.path("childQuantityList").size()).isPositive();
        }
    }

    private void quantity(JsonNode element) {
        all.assertThat(Set.of("epcClass", "quantity", "uom")).containsAll(fields(element));
        address(element.get("epcClass"));
        all.assertThat(element.path("quantity").isNumber() && element.get("quantity").asLong() > 0).isTrue();
        if (element.has("uom")) {
            all.assertThat(element.get("uom").asText()).matches("[A-Z0-9]{2,3}");
        }
    }

    private void address(JsonNode text) {
        all.assertThat(text != null && URI.create(text.asText()).isAbsolute()).as(String.valueOf(text)).isTrue();
    }

    private void moment(JsonNode text) {
        all.assertThatCode(() -> OffsetDateTime.parse(text.asText())).as(String.valueOf(text)).doesNotThrowAnyException();
    }
}
