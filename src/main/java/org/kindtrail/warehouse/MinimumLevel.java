package org.kindtrail.warehouse;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.kindtrail.place.Place;

/** So much of an item there should always be at a site. */
@Entity
class MinimumLevel {
    /** In place of a size: all of them together. */
    static final String ALL_SIZES = "";

    @Id
    @GeneratedValue(generator = "minimum_level_seq")
    @SequenceGenerator(name = "minimum_level_seq", sequenceName = "minimum_level_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place site;

    private Long itemId;
    private String size;
    private long quantity;
    private Instant setAt;
    private Long setBy;

    protected MinimumLevel() {}

    MinimumLevel(Place site, Long itemId, String size) {
        this.organisationId = site.getOrganisationId();
        this.site = site;
        this.itemId = itemId;
        this.size = size;
    }

    void set(long least, Instant now, Long by) {
        quantity = least;
        setAt = now;
        setBy = by;
    }

    Place getSite() {
        return site;
    }

    Long getItemId() {
        return itemId;
    }

    /** {@link #ALL_SIZES} when sizes are not told apart. */
    String getSize() {
        return size;
    }

    long getQuantity() {
        return quantity;
    }
}
