package org.kindtrail.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;

/** A group that collects, keeps or hands out goods; everything else belongs to one. */
@Entity
public class Organisation {
    @Id
    @GeneratedValue(generator = "organisation_seq")
    @SequenceGenerator(name = "organisation_seq", sequenceName = "organisation_seq", allocationSize = 10)
    private Long id;

    private String code;
    private String name;
    private String country;
    private String timeZone;
    private int catalogueVersion;
    private boolean namedInPublic;
    private Integer allocationDays;
    private Instant createdAt;

    @Version
    private int version;

    protected Organisation() {}

    public Organisation(String code, String name, String country, String timeZone, Instant createdAt) {
        this.code = code;
        this.name = name;
        this.country = country;
        this.timeZone = timeZone;
        this.createdAt = createdAt;
    }

    /**
     * The organisation tells its name, country and time zone anew.
     *
     * @param named whether donors may read its name; null: as it was
     */
    public void describe(String newName, String newCountry, String newTimeZone, Boolean named) {
        name = newName;
        country = newCountry;
        timeZone = newTimeZone;
        namedInPublic = named == null ? namedInPublic : named;
    }

    /** @param days for how many days a promise holds goods back; null: until somebody takes it back */
    public void promiseFor(Integer days) {
        allocationDays = days;
    }

    /** The catalogue that this organisation sees has changed; every node reads it anew. */
    public void catalogueChanged() {
        catalogueVersion++;
    }

    public Long getId() {
        return id;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    /** ISO 3166-1 alpha-2. */
    public String getCountry() {
        return country;
    }

    /** IANA time zone. */
    public String getTimeZone() {
        return timeZone;
    }

    /** Whether the way of goods through its hands may name it in public; else it is "a partner organisation in" its country. */
    public boolean isNamedInPublic() {
        return namedInPublic;
    }

    /** For how many days a promise holds goods back; null: until somebody takes it back. */
    public Integer getAllocationDays() {
        return allocationDays;
    }

    public int getCatalogueVersion() {
        return catalogueVersion;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public int getVersion() {
        return version;
    }
}
