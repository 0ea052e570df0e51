package org.kindtrail.donor;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;

/** Somebody who gives, by the name that the house knows them by. */
@Entity
public class Donor {
    @Id
    @GeneratedValue(generator = "donor_seq")
    @SequenceGenerator(name = "donor_seq", sequenceName = "donor_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;
    private String knownAs;
    private Instant createdAt;

    @Version
    private int version;

    protected Donor() {}

    Donor(Long organisationId, String code, String knownAs, Instant createdAt) {
        this.organisationId = organisationId;
        this.code = code;
        this.createdAt = createdAt;
        rename(knownAs);
    }

    void rename(String newName) {
        knownAs = newName.strip();
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

    public String getKnownAs() {
        return knownAs;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public int getVersion() {
        return version;
    }
}
