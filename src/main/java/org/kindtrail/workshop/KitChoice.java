package org.kindtrail.workshop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;

/** A thing that will do for a part. */
@Entity
class KitChoice {
    @Id
    @GeneratedValue(generator = "kit_choice_seq")
    @SequenceGenerator(name = "kit_choice_seq", sequenceName = "kit_choice_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private KitPart part;

    private int preference;
    private Long itemId;
    private String size;

    protected KitChoice() {}

    KitChoice(KitPart part, int preference, Long itemId, String size) {
        this.part = part;
        this.preference = preference;
        this.itemId = itemId;
        this.size = size;
    }

    Long getItemId() {
        return itemId;
    }

    /** Null: any. */
    String getSize() {
        return size;
    }
}
