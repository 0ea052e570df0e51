package org.kindtrail.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.kindtrail.kernel.Gtin;

/** A barcode by which an organisation finds an item; of one that comes in sizes, also the size. */
@Entity
@Immutable
@Table(name = "item_barcode")
@IdClass(Barcode.Key.class)
class Barcode {
    /** An organisation knows a barcode once. */
    record Key(Long organisationId, String gtin) implements Serializable {}

    @Id
    private Long organisationId;

    @Id
    private String gtin;

    private Long itemId;
    private String size;
    private Instant addedAt;

    protected Barcode() {}

    Barcode(Long organisationId, Gtin gtin, Item item, String size, Instant now) {
        this.organisationId = organisationId;
        this.gtin = gtin.digits();
        this.itemId = item.getId();
        this.size = size;
        this.addedAt = now;
    }

    Gtin getGtin() {
        return new Gtin(gtin);
    }

    Long getItemId() {
        return itemId;
    }

    String getSize() {
        return size;
    }
}
