package org.kindtrail.archive;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A document of GS1 EPCIS 2.0 in JSON-LD, written event by event. What is in it is named by addresses below the service's own, as the
 * Core Business Vocabulary lets everybody do: {@code /epcis/class/} a lot, {@code /obj/} a container, {@code /loc/} a place,
 * {@code /bt/} a document.
 */
final class EpcisFile {
    static final String CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    /** Things and bags are counted; of what is weighed the code of the unit (UN/CEFACT recommendation 20) is told. */
    private static final Set<String> MEASURED = Set.of("gram", "millilitre");

    /** When it happened and was written down; {@code declared} is when it was taken back, null: it stands. */
    record When(Instant occurred, Instant recorded, Instant declared) {}

    /** What the events have in common. @param document the code of what they belong to; null: nothing */
    record Head(UUID id, When when, String document) {}

    private final JsonGenerator json;
    private final String address;
    private final ZoneId zone;

    /** @param address of the service, without a stroke at its end */
    EpcisFile(OutputStream out, String address, ZoneId zone) throws IOException {
        this.json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.address = address + "/epcis/";
        this.zone = zone;
    }

    void begin(Instant now) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("@context");
        json.writeString(CONTEXT);
        json.writeStartObject();
        json.writeStringField("kindtrail", address + "vocabulary/");
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringField("type", "EPCISDocument");
        json.writeStringField("schemaVersion", "2.0");
        json.writeStringField("creationDate", TableRows.moment(now));
        json.writeObjectFieldStart("epcisBody");
        json.writeArrayFieldStart("eventList");
    }

    void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.close();
    }

    private void head(String type, Head head) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeStringField("eventID", "urn:uuid:" + head.id());
        json.writeStringField("eventTime", TableRows.moment(head.when().occurred()));
        ZoneOffset offset = zone.getRules().getOffset(head.when().occurred());
        json.writeStringField("eventTimeZoneOffset", offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId().substring(0, 6));
        json.writeStringField("recordTime", TableRows.moment(head.when().recorded()));
        if (head.when().declared() != null) {
            json.writeObjectFieldStart("errorDeclaration");
            json.writeStringField("declarationTime", TableRows.moment(head.when().declared()));
            json.writeStringField("reason", "did_not_occur");
            json.writeArrayFieldStart("correctiveEventIDs");
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void step(String step, String disposition, Spot read, Spot now, Head head) throws IOException {
        json.writeStringField("bizStep", step);
        if (disposition != null) {
            json.writeStringField("disposition", disposition);
        }
        location("readPoint", read);
        location("bizLocation", now);
        if (head.document() != null) {
            json.writeArrayFieldStart("bizTransactionList");
            json.writeStartObject();
            json.writeStringField("bizTransaction", address + "bt/" + head.document());
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    private void location(String name, Spot spot) throws IOException {
        if (spot != null && spot.isLocation()) {
            json.writeObjectFieldStart(name);
            json.writeStringField("id", address + "loc/" + spot.code());
            json.writeEndObject();
        }
    }

    private void quantities(String name, List<Goods> goods) throws IOException {
        json.writeArrayFieldStart(name);
        for (Goods each : goods) {
            json.writeStartObject();
            json.writeStringField("epcClass", lot(each));
            json.writeNumberField("quantity", each.quantity());
            if (MEASURED.contains(each.unit())) {
                json.writeStringField("uom", each.unit().equals("gram") ? "GRM" : "MLT");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private String lot(Goods goods) {
        return address + "class/" + goods.lot();
    }

    /** What the lots are that come to be. */
    private void ilmd(List<Goods> goods) throws IOException {
        json.writeObjectFieldStart("ilmd");
        json.writeArrayFieldStart("kindtrail:goods");
        for (Goods each : goods) {
            json.writeStartObject();
            json.writeStringField("kindtrail:lot", lot(each));
            json.writeStringField("kindtrail:item", each.item());
            if (each.size() != null) {
                json.writeStringField("kindtrail:size", each.size());
            }
            json.writeStringField("kindtrail:grade", each.grade().toLowerCase(java.util.Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Goods come to be (ADD), are seen (OBSERVE), or are no more (DELETE). */
    void goods(Head head, String action, String step, String disposition, Spot read, Spot now, List<Goods> goods) throws IOException {
        head("ObjectEvent", head);
        json.writeStringField("action", action);
        quantities("quantityList", goods);
        step(step, disposition, read, now, head);
        if (action.equals("ADD")) {
            ilmd(goods);
        }
        json.writeEndObject();
    }

    /** A container is taken into use, or seen. */
    void container(Head head, String action, String step, String disposition, Spot read, Spot now, Spot container) throws IOException {
        head("ObjectEvent", head);
        json.writeStringField("action", action);
        objects("epcList", container);
        step(step, disposition, read, now, head);
        json.writeEndObject();
    }

    /** Goods are put into a container, or taken out of one. */
    void packed(Head head, boolean in, Spot container, Spot there, Goods goods) throws IOException {
        head("AggregationEvent", head);
        json.writeStringField("action", in ? "ADD" : "DELETE");
        json.writeStringField("parentID", object(container));
        quantities("childQuantityList", List.of(goods));
        step(in ? "packing" : "unpacking", null, there, null, head);
        json.writeEndObject();
    }

    /** A container is put into or onto another, or taken from it. */
    void stacked(Head head, boolean in, Spot parent, Spot child) throws IOException {
        head("AggregationEvent", head);
        json.writeStringField("action", in ? "ADD" : "DELETE");
        json.writeStringField("parentID", object(parent));
        objects("childEPCs", child);
        step(in ? "packing" : "unpacking", null, null, null, head);
        json.writeEndObject();
    }

    /** A container, which is used again and again, is kept at a place from now on, or no longer. */
    void kept(Head head, boolean there, Spot place, Spot container) throws IOException {
        head("AssociationEvent", head);
        json.writeStringField("action", there ? "ADD" : "DELETE");
        json.writeStringField("parentID", address + "loc/" + place.code());
        objects("childEPCs", container);
        step(there ? "storing" : "removing", null, place, there ? place : null, head);
        json.writeEndObject();
    }

    /** Goods become others. */
    void transformed(Head head, String step, Spot there, List<Goods> inputs, List<Goods> outputs) throws IOException {
        head("TransformationEvent", head);
        quantities("inputQuantityList", inputs);
        quantities("outputQuantityList", outputs);
        step(step, null, there, there, head);
        ilmd(outputs);
        json.writeEndObject();
    }

    private void objects(String name, Spot container) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeString(object(container));
        json.writeEndArray();
    }

    private String object(Spot container) {
        return address + "obj/" + container.code();
    }
}
