package org.kindtrail.trace;

import java.util.Comparator;
import org.kindtrail.stock.ConversionKind;

/**
 * What came of a gift by as many changes of shape, in the same way: sorting and grading are none, they look at the same
 * things anew.
 *
 * @param depth how many changes of shape it took; 0: the things that were given
 * @param how by what they were made; null for what was given
 * @param shared whether others have a part in it
 */
record Layer(int depth, ConversionKind how, boolean shared) implements Comparable<Layer> {
    /** What was given, as it was given. */
    static final Layer GIVEN = new Layer(0, null, false);

    private static final Comparator<Layer> ORDER = Comparator.comparingInt(Layer::depth)
            .thenComparing(Layer::how, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Layer::shared);

    @Override
    public int compareTo(Layer other) {
        return ORDER.compare(this, other);
    }
}
