package org.kindtrail.need;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;

/**
 * What meets a line of a need: the item or category that is asked for, in one of the sizes, made for who is to wear it,
 * and fit to be given away.
 */
final class FitsNeedPolicy {
    /** What can be given to somebody with dignity. */
    static final Set<Grade> GIVEN = EnumSet.of(Grade.NEW, Grade.GOOD, Grade.WORN);

    private FitsNeedPolicy() {}

    /** Who a thing may be made for when it is asked for one of these: a man takes what fits adults or anybody. */
    static Set<Wearer> accepted(Wearer asked) {
        return switch (asked) {
            case MAN -> EnumSet.of(Wearer.MAN, Wearer.ADULT, Wearer.ANY);
            case WOMAN -> EnumSet.of(Wearer.WOMAN, Wearer.ADULT, Wearer.ANY);
            case ADULT -> EnumSet.of(Wearer.MAN, Wearer.WOMAN, Wearer.ADULT, Wearer.ANY);
            case BOY -> EnumSet.of(Wearer.BOY, Wearer.CHILD, Wearer.ANY);
            case GIRL -> EnumSet.of(Wearer.GIRL, Wearer.CHILD, Wearer.ANY);
            case CHILD -> EnumSet.of(Wearer.BOY, Wearer.GIRL, Wearer.CHILD, Wearer.ANY);
            case BABY -> EnumSet.of(Wearer.BABY, Wearer.ANY);
            case ANY -> EnumSet.allOf(Wearer.class);
        };
    }

    /**
     * Who a line accepts things for.
     *
     * @param asked who they must fit; null: whoever the item is for, or anybody when a category is asked for
     * @param item what is asked for; null when a category is
     */
    static Set<Wearer> accepted(Wearer asked, Item item) {
        if (asked != null) {
            return accepted(asked);
        }
        return accepted(item == null ? Wearer.ANY : item.getWearer());
    }

    /** Whether something of the size will do. */
    static boolean sizeFits(List<String> sizes, String size) {
        return sizes.isEmpty() || (size != null && sizes.contains(size));
    }

    /** Whether something in this condition can be given. */
    static boolean isGiven(Grade grade) {
        return GIVEN.contains(grade);
    }
}
