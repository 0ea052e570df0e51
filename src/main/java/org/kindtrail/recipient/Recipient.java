package org.kindtrail.recipient;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.SearchKey;

/** Who is served, known in the house by an alias. Its true name, address and telephone are not here: they are sealed. */
@Entity
public class Recipient {
    @Id
    @GeneratedValue(generator = "recipient_seq")
    @SequenceGenerator(name = "recipient_seq", sequenceName = "recipient_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;
    private String alias;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RecipientKind kind;

    private String searchKey;
    private String country;
    private String region;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Disclosure disclosure;

    private String publicName;
    private String description;
    private boolean active = true;
    private boolean referred;
    private Instant createdAt;
    private Instant householdAt;

    @Version
    private int version;

    protected Recipient() {}

    Recipient(Long organisationId, String code, Instant createdAt) {
        this.organisationId = organisationId;
        this.code = code;
        this.createdAt = createdAt;
    }

    /** Tells anew who it is in the house and in public. */
    void describe(
            String newAlias,
            RecipientKind newKind,
            String newCountry,
            String newRegion,
            Disclosure newDisclosure,
            String newPublicName,
            String newDescription) {
        alias = newAlias;
        searchKey = SearchKey.of(newAlias);
        kind = newKind;
        country = newCountry;
        region = newRegion;
        disclosure = newDisclosure;
        publicName = newPublicName;
        description = newDescription;
    }

    /** @param at when the members of the household were told; null: nothing is kept of them */
    void householdTold(Instant at) {
        householdAt = at;
    }

    /** Another organisation told of it with a referral, and knows it already. */
    void cameByReferral() {
        referred = true;
    }

    void retire() {
        active = false;
    }

    void reinstate() {
        active = true;
    }

    public Long getId() {
        return id;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public String getCode() {
        return code;
    }

    /** What the house calls it; never shown in public. */
    public String getAlias() {
        return alias;
    }

    public RecipientKind getKind() {
        return kind;
    }

    /** ISO 3166-1 alpha-2. */
    public String getCountry() {
        return country;
    }

    /** First-level administrative region, nothing finer. */
    public String getRegion() {
        return region;
    }

    public Disclosure getDisclosure() {
        return disclosure;
    }

    /** The name that may be shown when the disclosure is {@code named}; null otherwise. */
    public String getPublicName() {
        return publicName;
    }

    /** What may be said of it when the disclosure is {@code described}; null otherwise. */
    public String getDescription() {
        return description;
    }

    public boolean isActive() {
        return active;
    }

    /** When the members of the household were told; null: nothing is kept of them. */
    public Instant getHouseholdAt() {
        return householdAt;
    }

    /** Whether it came by a referral: then the organisation that passed it on counts it already. */
    public boolean isReferred() {
        return referred;
    }

    public int getVersion() {
        return version;
    }
}
