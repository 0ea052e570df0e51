package org.kindtrail.picture;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;

/**
 * A photograph or a story about a drive, a dispatch, a lot or a container. Without a consent that stands nobody sees it but who added it and who
 * decides on it; when it has ended, nothing of it is left but that it was there. The image lies beside it.
 */
@Entity
class Picture {
    @Id
    @GeneratedValue(generator = "picture_seq")
    @SequenceGenerator(name = "picture_seq", sequenceName = "picture_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PictureKind kind;

    private Long driveId;
    private Long dispatchId;
    private Long lotId;
    private Long placeId;
    private String words;
    private String shows;
    private Integer width;
    private Integer height;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Audience audience;

    private Long consentId;
    private Instant addedAt;
    private Long addedBy;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Ending ending;

    private Instant endedAt;
    private Long endedBy;
    private String endedWhy;

    @Version
    private int version;

    /** How it came to an end. */
    enum Ending {
        WITHDRAWN,
        REMOVED
    }

    protected Picture() {}

    Picture(Long organisationId, String code, AddPicture command, About about, Instant addedAt, Long addedBy) {
        this.organisationId = organisationId;
        this.code = code;
        this.kind = command.kind();
        this.driveId = about.of(About.Kind.DRIVE);
        this.dispatchId = about.of(About.Kind.DISPATCH);
        this.lotId = about.of(About.Kind.LOT);
        this.placeId = about.of(About.Kind.CONTAINER);
        this.words = stripped(command.words());
        this.shows = kind == PictureKind.PHOTOGRAPH ? stripped(command.shows()) : null;
        this.addedAt = addedAt;
        this.addedBy = addedBy;
    }

    private static String stripped(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** @throws Refused when it takes no image (any more) */
    void mustTakeImage() {
        mustStand();
        if (kind == PictureKind.STORY) {
            throw new Refused("error_picture_story", Map.of("picture", code));
        }
        if (audience != null && audience.isOutside()) {
            throw new Refused("error_picture_published", Map.of("picture", code));
        }
    }

    /** Another image: a consent was for the one before. */
    void illustrate(CleanPicture image) {
        mustTakeImage();
        width = image.width();
        height = image.height();
        audience = null;
        consentId = null;
    }

    /** Shown to whom the consent says from now on; what shows goods is for the house alone. */
    void consent(PictureConsent consent) {
        mustStand();
        if (consent.getAudience().isOutside() && (lotId != null || placeId != null)) {
            throw Invalid.field("audience", "error_picture_house_only");
        }
        if (kind == PictureKind.PHOTOGRAPH && width == null) {
            throw new Refused("error_picture_no_image", Map.of("picture", code));
        }
        audience = consent.getAudience();
        consentId = consent.getId();
    }

    /** Nothing of it is left to be shown; the image is deleted by the caller. */
    void end(Ending how, Instant now, Long by, String why) {
        mustStand();
        ending = how;
        endedAt = now;
        endedBy = by;
        endedWhy = stripped(why);
        words = null;
        shows = null;
        width = null;
        height = null;
        audience = null;
    }

    private void mustStand() {
        if (ending != null) {
            throw new Refused("error_picture_ended", Map.of("picture", code));
        }
    }

    PictureState state() {
        if (ending != null) {
            return ending == Ending.WITHDRAWN ? PictureState.WITHDRAWN : PictureState.REMOVED;
        }
        return audience == null ? PictureState.WAITING : PictureState.CONSENTED;
    }

    boolean wasAddedBy(Long person) {
        return addedBy.equals(person);
    }

    boolean hasEnded() {
        return ending != null;
    }

    Long getId() {
        return id;
    }

    String getCode() {
        return code;
    }

    PictureKind getKind() {
        return kind;
    }

    Long getDriveId() {
        return driveId;
    }

    Long getDispatchId() {
        return dispatchId;
    }

    String getWords() {
        return words;
    }

    String getShows() {
        return shows;
    }

    Integer getWidth() {
        return width;
    }

    Integer getHeight() {
        return height;
    }

    Instant getAddedAt() {
        return addedAt;
    }

    Instant getEndedAt() {
        return endedAt;
    }

    String getEndedWhy() {
        return endedWhy;
    }
}
