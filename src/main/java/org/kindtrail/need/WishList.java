package org.kindtrail.need;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.Refused;
import org.kindtrail.recipient.Recipient;

/**
 * What is wanted, published under a code: of a drive, of a recipient, or of all needs that may stand on one. It tells things and
 * their numbers; of a recipient it never tells which, nor where.
 */
@Entity
public class WishList {
    @Id
    @GeneratedValue(generator = "wish_list_seq")
    @SequenceGenerator(name = "wish_list_seq", sequenceName = "wish_list_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;
    private String title;
    private String about;

    @ManyToOne(fetch = FetchType.LAZY)
    private Drive drive;

    @ManyToOne(fetch = FetchType.LAZY)
    private Recipient recipient;

    private Instant openedAt;
    private Instant closedAt;

    @Version
    private int version;

    protected WishList() {}

    WishList(Long organisationId, String code, Drive drive, Recipient recipient, Instant openedAt) {
        this.organisationId = organisationId;
        this.code = code;
        this.drive = drive;
        this.recipient = recipient;
        this.openedAt = openedAt;
    }

    /** Tells title and text anew; what it is of stays. */
    void describe(String newTitle, String newAbout) {
        title = newTitle;
        about = newAbout;
    }

    /** Nobody reads it any more. */
    void close(Instant now) {
        if (closedAt != null) {
            throw new Refused("error_wish_list_is_closed", Map.of("list", code));
        }
        closedAt = now;
    }

    void reopen() {
        if (closedAt == null) {
            throw new Refused("error_wish_list_is_open", Map.of("list", code));
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

    public String getTitle() {
        return title;
    }

    public String getAbout() {
        return about;
    }

    /** Whose needs it is of; null: not of a drive. */
    public Drive getDrive() {
        return drive;
    }

    /** Whose needs it is of; null: not of a recipient. Never told in public. */
    public Recipient getRecipient() {
        return recipient;
    }

    public Instant getOpenedAt() {
        return openedAt;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public int getVersion() {
        return version;
    }
}
