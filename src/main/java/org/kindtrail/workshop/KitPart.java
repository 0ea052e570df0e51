package org.kindtrail.workshop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import java.util.ArrayList;
import java.util.List;

/** What one kit holds of one kind. */
@Entity
class KitPart {
    @Id
    @GeneratedValue(generator = "kit_part_seq")
    @SequenceGenerator(name = "kit_part_seq", sequenceName = "kit_part_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Kit kit;

    private int line;
    private long quantity;

    @OneToMany(mappedBy = "part", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("preference")
    private List<KitChoice> choices = new ArrayList<>();

    protected KitPart() {}

    KitPart(Kit kit, int line, long quantity) {
        this.kit = kit;
        this.line = line;
        this.quantity = quantity;
    }

    void orElse(Long itemId, String size) {
        choices.add(new KitChoice(this, choices.size() + 1, itemId, size));
    }

    Kit getKit() {
        return kit;
    }

    /** Its number in the recipe, from 1. */
    int getLine() {
        return line;
    }

    long getQuantity() {
        return quantity;
    }

    /** What it may be, what is taken first at the head. */
    List<KitChoice> getChoices() {
        return choices;
    }
}
