package org.kindtrail.need;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;

/**
 * What meets a line of a need, in this one place: the item or category that is asked for, or an item that will do in its place,
 * in one of the sizes, made for who is to wear it, and fit to be given away. What is of use today ({@code Freshness}) and what is
 * kept for a programme ({@code KeptForProgramme}) is decided elsewhere.
 */
public final class FitsNeedPolicy {
    /** What can be given to somebody with dignity. */
    public static final Set<Grade> GIVEN = Collections.unmodifiableSet(EnumSet.of(Grade.NEW, Grade.GOOD, Grade.WORN));

    private FitsNeedPolicy() {}

    /** Who a thing may be made for when it is asked for one of these: a man takes what fits adults or anybody. */
    public static Set<Wearer> accepted(Wearer asked) {
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
    public static Set<Wearer> accepted(Wearer asked, Item item) {
        if (asked != null) {
            return accepted(asked);
        }
        return accepted(item == null ? Wearer.ANY : item.getWearer());
    }

    /** Who a line accepts things for, whether it gets what it asks for or a substitute. */
    public static Set<Wearer> accepted(NeedLine line) {
        return accepted(line.getFits(), line.getItem());
    }

    /** Whether things of this kind will do: the item or category asked for, or one of the substitutes. */
    public static boolean isAskedFor(NeedLine line, Item item) {
        return isTheThing(line, item) || line.getSubstitutes().contains(item.getId());
    }

    /** Whether it is the item or of the category that is asked for, and no substitute; that is given first. */
    public static boolean isTheThing(NeedLine line, Item item) {
        return line.getItem() == null
                ? item.getCategory().equals(line.getCategory())
                : line.getItem().getId().equals(item.getId());
    }

    /**
     * The sizes of the item that will do for the line. A substitute whose sizes are named otherwise (a blanket in place of a
     * sleeping bag in L) will do in any.
     *
     * @return empty: any
     */
    public static List<String> sizes(NeedLine line, Item item) {
        boolean namedOtherwise = !isTheThing(line, item) && Collections.disjoint(item.getSizes(), line.getSizes());
        return namedOtherwise ? List.of() : line.getSizes();
    }

    /**
     * Whether something meets the line.
     *
     * @param item what it is
     * @param size its size; null: not told apart
     * @param fits who it is made for
     * @param grade its condition
     */
    public static boolean fits(NeedLine line, Item item, String size, Wearer fits, Grade grade) {
        return isAskedFor(line, item)
                && sizeFits(sizes(line, item), size)
                && isGiven(grade)
                && accepted(line).contains(fits);
    }

    /** Whether something of the size will do. */
    public static boolean sizeFits(List<String> sizes, String size) {
        return sizes.isEmpty() || (size != null && sizes.contains(size));
    }

    /** Whether something in this condition can be given. */
    public static boolean isGiven(Grade grade) {
        return GIVEN.contains(grade);
    }
}
