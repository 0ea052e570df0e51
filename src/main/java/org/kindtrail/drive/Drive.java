package org.kindtrail.drive;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;

/** A campaign that gathers goods. It takes donations until it is closed. */
@Entity
public class Drive {
    @Id
    @GeneratedValue(generator = "drive_seq")
    @SequenceGenerator(name = "drive_seq", sequenceName = "drive_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DriveKind kind;

    private String title;
    private String about;
    private LocalDate startsOn;
    private LocalDate endsOn;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place site;

    private Instant closedAt;

    @Version
    private int version;

    protected Drive() {}

    Drive(Long organisationId, String code, OpenDrive command, Place site) {
        this.organisationId = organisationId;
        this.code = code;
        this.kind = command.kind();
        describe(command, site);
    }

    /** Tells title, text, days and site anew; what it is for stays. */
    void describe(OpenDrive command, Place newSite) {
        if (command.kind() != kind) {
            throw Invalid.field("kind", "error_drive_kind_stays", Map.of());
        }
        title = command.title().strip();
        about = command.about() == null ? "" : command.about().strip();
        startsOn = command.startsOn();
        endsOn = command.endsOn();
        site = newSite;
    }

    /** No donation comes in to it any more. */
    void close(Instant now) {
        if (closedAt != null) {
            throw new Refused("error_drive_closed");
        }
        closedAt = now;
    }

    void reopen() {
        if (closedAt == null) {
            throw new Refused("error_drive_open");
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

    public DriveKind getKind() {
        return kind;
    }

    public String getTitle() {
        return title;
    }

    public String getAbout() {
        return about;
    }

    public LocalDate getStartsOn() {
        return startsOn;
    }

    public LocalDate getEndsOn() {
        return endsOn;
    }

    public Place getSite() {
        return site;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public int getVersion() {
        return version;
    }
}
