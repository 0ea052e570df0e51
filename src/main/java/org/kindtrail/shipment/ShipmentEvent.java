package org.kindtrail.shipment;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.account.Organisation;
import org.kindtrail.place.Place;

/** Something that happened to a shipment; both organisations read it. Only added to. */
@Entity
@Immutable
public class ShipmentEvent {
    /** What happened. */
    @Schema(name = "ShipmentEventKind")
    public enum Kind {
        @JsonProperty("proposed")
        PROPOSED,
        @JsonProperty("described")
        DESCRIBED,
        @JsonProperty("agreed")
        AGREED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("cancelled")
        CANCELLED,
        @JsonProperty("departed")
        DEPARTED,
        /** A leg began. */
        @JsonProperty("leg_departed")
        LEG_DEPARTED,
        /** A leg ended. */
        @JsonProperty("leg_arrived")
        LEG_ARRIVED,
        /** Handed to the customs. */
        @JsonProperty("customs_in")
        CUSTOMS_IN,
        /** Released by the customs. */
        @JsonProperty("customs_out")
        CUSTOMS_OUT,
        /** From one pair of hands on the road to another. */
        @JsonProperty("handed_over")
        HANDED_OVER,
        /** Where it was to go. */
        @JsonProperty("arrived")
        ARRIVED,
        /** Box by box. */
        @JsonProperty("box_received")
        BOX_RECEIVED,
        /** Everything that came. */
        @JsonProperty("received")
        RECEIVED,
        @JsonProperty("surplus")
        SURPLUS,
        @JsonProperty("damaged")
        DAMAGED,
        /** What was in a box was counted, and differed. */
        @JsonProperty("counted")
        COUNTED,
        /** Taken back from the road by the sender. */
        @JsonProperty("returned")
        RETURNED,
        @JsonProperty("lost")
        LOST,
        @JsonProperty("found")
        FOUND,
        @JsonProperty("claimed")
        CLAIMED,
        @JsonProperty("closed")
        CLOSED;

        /** As it stands in words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(generator = "shipment_event_seq")
    @SequenceGenerator(name = "shipment_event_seq", sequenceName = "shipment_event_seq", allocationSize = 10)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Shipment shipment;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    private ShipmentLeg leg;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place container;

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation organisation;

    private boolean byKey;
    private Long recordedBy;
    private Instant occurredAt;
    private Instant recordedAt;
    private String givenBy;
    private String takenBy;
    private Integer boxes;
    private String note;

    protected ShipmentEvent() {}

    /** @param recordedBy null: the receiver's key did it */
    ShipmentEvent(
            Shipment shipment, Kind kind, Organisation organisation, Long recordedBy, Instant occurredAt, Instant recordedAt) {
        this.shipment = shipment;
        this.kind = kind;
        this.organisation = organisation;
        this.byKey = recordedBy == null;
        this.recordedBy = recordedBy;
        this.occurredAt = occurredAt;
        this.recordedAt = recordedAt;
    }

    ShipmentEvent on(ShipmentLeg someLeg) {
        leg = someLeg;
        return this;
    }

    ShipmentEvent of(Place someContainer) {
        container = someContainer;
        return this;
    }

    /** By function: nobody's names. */
    ShipmentEvent between(String given, String taken) {
        givenBy = given;
        takenBy = taken;
        return this;
    }

    ShipmentEvent counting(Integer counted) {
        boxes = counted;
        return this;
    }

    ShipmentEvent saying(String words) {
        note = words;
        return this;
    }

    public Long getId() {
        return id;
    }
}
