package org.kindtrail.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Inputs consumed and outputs brought forth, at one place and time: the one way in which goods change shape. What it
 * consumed stands in {@code conversion_input}, what it brought forth are the lots that bear its id.
 */
@Entity
@Immutable
public class Conversion {
    @Id
    @GeneratedValue(generator = "conversion_seq")
    @SequenceGenerator(name = "conversion_seq", sequenceName = "conversion_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ConversionKind kind;

    private String document;
    private Long placeId;
    private Instant occurredAt;
    private Instant recordedAt;
    private Long recordedBy;

    protected Conversion() {}

    Conversion(Long organisationId, ConversionKind kind, Entry entry, Long placeId, Instant recordedAt, Long recordedBy) {
        this.organisationId = organisationId;
        this.kind = kind;
        this.document = entry.document();
        this.placeId = placeId;
        this.occurredAt = entry.occurredAt();
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    public Long getId() {
        return id;
    }

    public ConversionKind getKind() {
        return kind;
    }

    /** The code of the document that it belongs to; a document may have several. */
    public String getDocument() {
        return document;
    }
}
