package org.kindtrail.stock;

import java.util.List;
import org.kindtrail.place.Place;

/**
 * A conversion that is to be made.
 *
 * @param at where it happens
 * @param inputs what it consumes; at least one
 * @param outputs what it brings forth; perhaps nothing
 */
public record Making(ConversionKind kind, Place at, Entry entry, List<Input> inputs, List<Output> outputs) {
    /**
     * What is consumed.
     *
     * @param weight how much it counts among the inputs; null: its value where the values of all are known and of one
     *     currency, else its quantity. If one input has a weight, all have.
     */
    public record Input(Lot lot, Place from, long quantity, Long weight) {
        /** Counts by value or quantity. */
        public Input(Lot lot, Place from, long quantity) {
            this(lot, from, quantity, null);
        }
    }

    /**
     * What is brought forth.
     *
     * @param to a place of the house, or straight over a boundary (let go)
     * @param of the lots whose origins it has; null: those of all the inputs, by their shares. Given where more is known
     *     than the shares: the soap that comes out of a kit is the soap that went in.
     */
    public record Output(NewLot made, Place to, List<Lot> of) {
        /** Of all the inputs. */
        public Output(NewLot made, Place to) {
            this(made, to, null);
        }
    }

    /** One lot, or part of it, becomes others. */
    public static Making of(ConversionKind kind, Lot lot, long quantity, Place at, Entry entry, List<Output> outputs) {
        return new Making(kind, at, entry, List.of(new Input(lot, at, quantity)), outputs);
    }
}
