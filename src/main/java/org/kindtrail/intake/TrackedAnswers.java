package org.kindtrail.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts the donor's key into an answer to a program on its way out: it is kept nowhere, and the same comes out for a repeat. */
@ApplicationScoped
public class TrackedAnswers {
    private final TrackingCodes tracking;
    private final ObjectMapper json;

    TrackedAnswers(TrackingCodes tracking, ObjectMapper json) {
        this.tracking = tracking;
        this.json = json;
    }

    /** Of a donation that was just recorded. */
    public String first(String body) {
        ObjectNode view = read(body);
        return tracked(view, view.get("code").asText(), TrackingCodes.FIRST);
    }

    /** Of a donation whose donor gets another key. */
    String another(String body) {
        ObjectNode view = read(body);
        return tracked(view, view.get("donation").asText(), view.get("turn").asInt());
    }

    private ObjectNode read(String body) {
        try {
            return (ObjectNode) json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String tracked(ObjectNode view, String donation, int turn) {
        String code = tracking.of(donation, turn);
        return view.put("trackingCode", code)
                .put("tracking", TrackingCodes.address(code))
                .toString();
    }
}
