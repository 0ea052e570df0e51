package org.kindtrail.workshop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Refused;

/** How an item of the catalogue is packed out of others. What was packed stays what it was when the recipe changes. */
@Entity
public class Kit {
    /** Hall's condition is looked at for every set of parts: 4,095 of them. */
    static final int MOST_PARTS = 12;

    static final int MOST_CHOICES = 10;
    static final long MOST_IN_A_PART = 1_000_000;

    @Id
    @GeneratedValue(generator = "kit_seq")
    @SequenceGenerator(name = "kit_seq", sequenceName = "kit_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;
    private Long itemId;
    private Long standingItemId;
    private String remark = "";
    private Instant definedAt;
    private Long definedBy;
    private Instant retiredAt;

    @OneToMany(mappedBy = "kit", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("line")
    private List<KitPart> parts = new ArrayList<>();

    @Version
    private int version;

    protected Kit() {}

    Kit(Long organisationId, String code, Long itemId, Instant now, Long by) {
        this.organisationId = organisationId;
        this.code = code;
        this.itemId = itemId;
        this.standingItemId = itemId;
        this.definedAt = now;
        this.definedBy = by;
    }

    /** Lets go of the parts, so that others can be told. */
    void empty() {
        refuseIfRetired();
        parts.clear();
    }

    void describe(String newRemark) {
        remark = newRemark == null ? "" : newRemark.strip();
    }

    KitPart add(long quantity) {
        KitPart part = new KitPart(this, parts.size() + 1, quantity);
        parts.add(part);
        return part;
    }

    /** Nobody packs by it any more; what was packed can still be opened. */
    void retire(Instant now) {
        refuseIfRetired();
        retiredAt = now;
        standingItemId = null;
    }

    void refuseIfRetired() {
        if (retiredAt != null) {
            throw new Refused("error_workshop_kit_retired", Map.of("kit", code));
        }
    }

    Long getId() {
        return id;
    }

    String getCode() {
        return code;
    }

    /** What comes of it. */
    Long getItemId() {
        return itemId;
    }

    String getRemark() {
        return remark;
    }

    boolean isActive() {
        return retiredAt == null;
    }

    List<KitPart> getParts() {
        return parts;
    }

    int getVersion() {
        return version;
    }
}
