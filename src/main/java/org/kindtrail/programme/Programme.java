package org.kindtrail.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.kindtrail.kernel.Refused;

/** A funded undertaking with a start and an end. What is charged to it bears its number; goods can be kept for it alone. */
@Entity
public class Programme {
    @Id
    @GeneratedValue(generator = "programme_seq")
    @SequenceGenerator(name = "programme_seq", sequenceName = "programme_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;
    private String name;
    private String funder;
    private String about;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private String currency;
    private Instant closedAt;
    private boolean freesGoods;

    @Version
    private int version;

    protected Programme() {}

    Programme(Long organisationId, String code) {
        this.organisationId = organisationId;
        this.code = code;
    }

    /** Tells anew what it is. */
    void describe(String newName, String newFunder, String newAbout, LocalDate starts, LocalDate ends, String newCurrency) {
        name = newName;
        funder = newFunder;
        about = newAbout;
        startsOn = starts;
        endsOn = ends;
        currency = newCurrency;
    }

    /** @throws Refused when it is closed: nothing more is charged to it */
    public void mustBeOpen() {
        if (closedAt != null) {
            throw new Refused("error_programme_closed", Map.of("programme", code, "name", name));
        }
    }

    /** @param frees whether what was kept for it and is left over may be given to any need from now on */
    void close(Instant now, boolean frees) {
        mustBeOpen();
        closedAt = now;
        freesGoods = frees;
    }

    void reopen() {
        if (closedAt == null) {
            throw new Refused("error_programme_open", Map.of("programme", code, "name", name));
        }
        closedAt = null;
        freesGoods = false;
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

    /** Who pays for it. */
    public String getFunder() {
        return funder;
    }

    public String getAbout() {
        return about;
    }

    public LocalDate getStartsOn() {
        return startsOn;
    }

    /** The last day. */
    public LocalDate getEndsOn() {
        return endsOn;
    }

    /** ISO 4217 code of its budget. */
    public String getCurrency() {
        return currency;
    }

    /** Null while things can be charged to it. */
    public Instant getClosedAt() {
        return closedAt;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whether goods that were kept for it may go to any need by now. */
    public boolean isFreesGoods() {
        return freesGoods;
    }

    public int getVersion() {
        return version;
    }
}
