package org.kindtrail.trace;

import org.kindtrail.stock.ConversionKind;

/**
 * A flow, and by what the goods that flow came to be: what is told of goods that were made of others is told apart.
 *
 * @param conversion what made them; null for what came in as it is, and where it does not matter
 * @param kind of that conversion; null for what came in as it is
 * @param lot when others have a part in it: its id; else null
 * @param own how much of {@code whole} is of the account; of a lot with others only
 */
record Strand(Long conversion, ConversionKind kind, Long lot, long own, long whole, Flow flow) {
    /** What nobody else has a part in. */
    static Strand alone(Long conversion, ConversionKind kind, Flow flow) {
        return new Strand(conversion, kind, null, 0, 0, flow);
    }
}
