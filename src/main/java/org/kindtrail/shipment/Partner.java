package org.kindtrail.shipment;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;

/** An organisation without an account, as the house knows it, and its store. How it is reached stands elsewhere. */
@Entity
public class Partner {
    @Id
    @GeneratedValue(generator = "partner_seq")
    @SequenceGenerator(name = "partner_seq", sequenceName = "partner_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;
    private String name;
    private String country;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    private boolean namedInPublic;
    private Instant createdAt;
    private Instant closedAt;

    @Version
    private int version;

    protected Partner() {}

    Partner(Long organisationId, String code, TellPartner command, Place place, Instant createdAt) {
        this.organisationId = organisationId;
        this.code = code;
        this.place = place;
        this.createdAt = createdAt;
        describe(command);
    }

    /** Tells its name and country anew; its store bears the same name. */
    void describe(TellPartner command) {
        name = command.name().strip();
        country = command.country();
        namedInPublic = Boolean.TRUE.equals(command.namedInPublic());
        place.describe(name, 0);
    }

    /** Nothing is sent to it any more. */
    void close(Instant now) {
        if (closedAt != null) {
            throw new Refused("error_partner_closed_already", Map.of("partner", name));
        }
        closedAt = now;
    }

    void reopen() {
        if (closedAt == null) {
            throw new Refused("error_partner_open_already", Map.of("partner", name));
        }
        closedAt = null;
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

    public String getName() {
        return name;
    }

    /** ISO 3166-1 alpha-2. */
    public String getCountry() {
        return country;
    }

    /** Its store: what was handed over to it. */
    public Place getPlace() {
        return place;
    }

    /** Whether donors may read its name. */
    public boolean isNamedInPublic() {
        return namedInPublic;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public int getVersion() {
        return version;
    }
}
