package org.kindtrail.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.place.Place;

/** A container went from place to place, with all that is in it. Only added to; written by {@link ContainerMoves} alone. */
@Entity
@Immutable
public class ContainerMove {
    @Id
    private Long id;

    /** Whose it was when it was written down. */
    private Long organisationId;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place fromPlace;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place toPlace;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CarryReason reason;

    private String document;
    private String why;
    private Instant occurredAt;
    private Instant recordedAt;
    private Long recordedBy;

    protected ContainerMove() {}

    public Long getId() {
        return id;
    }

    /** Whose the container was until then; of a receipt that is whoever sent it. */
    public Long getOrganisationId() {
        return organisationId;
    }

    /** The container. */
    public Place getPlace() {
        return place;
    }

    /** Null: it was taken into use there. */
    public Place getFromPlace() {
        return fromPlace;
    }

    public Place getToPlace() {
        return toPlace;
    }

    public CarryReason getReason() {
        return reason;
    }

    /** The code of the document that it belongs to. */
    public String getDocument() {
        return document;
    }

    public String getWhy() {
        return why;
    }

    public Instant getOccurredAt() {
        return occurredAt;
    }

    public Instant getRecordedAt() {
        return recordedAt;
    }

    /** Null when a receiver without an account said so. */
    public Long getRecordedBy() {
        return recordedBy;
    }
}
