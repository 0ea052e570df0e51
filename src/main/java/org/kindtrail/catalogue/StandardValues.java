package org.kindtrail.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import org.kindtrail.kernel.Money;

/** What the organisation of this request reckons things to be worth; kept at hand with its catalogue. */
@ApplicationScoped
public class StandardValues {
    private final Catalogue catalogue;

    StandardValues(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What so many units are worth.
     *
     * @return null when the organisation has set no value for the item in the grade
     */
    public Money worth(Item item, Grade grade, long quantity) {
        Money each = catalogue.valueOf(item, grade);
        return each == null ? null : new Money(Math.multiplyExact(each.minor(), quantity), each.currency());
    }
}
