package org.kindtrail.programme;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An organisation that works in a programme. */
@Embeddable
public class Partner {
    private String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PartnerRole role;

    private Long organisationId;

    protected Partner() {}

    Partner(String name, PartnerRole role, Long organisationId) {
        this.name = name;
        this.role = role;
        this.organisationId = organisationId;
    }

    public String getName() {
        return name;
    }

    public PartnerRole getRole() {
        return role;
    }

    /** Which organisation of the installation it is; null: none, or nobody said. */
    public Long getOrganisationId() {
        return organisationId;
    }
}
