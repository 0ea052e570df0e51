package org.kindtrail.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Inputs consumed and outputs brought forth, at one place and time: sorting a bag, and later kits, workshops and sales. */
@Entity
@Immutable
public class Conversion {
    @Id
    @GeneratedValue(generator = "conversion_seq")
    @SequenceGenerator(name = "conversion_seq", sequenceName = "conversion_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String kind;
    private Long placeId;
    private Instant occurredAt;
    private Instant recordedAt;
    private Long recordedBy;

    protected Conversion() {}

    Conversion(Long organisationId, String kind, Long placeId, Instant occurredAt, Instant recordedAt, Long recordedBy) {
        this.organisationId = organisationId;
        this.kind = kind;
        this.placeId = placeId;
        this.occurredAt = occurredAt;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    public Long getId() {
        return id;
    }
}
