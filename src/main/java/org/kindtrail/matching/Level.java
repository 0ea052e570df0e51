package org.kindtrail.matching;

/**
 * How a unit ranks among all units that are wanted: first its step, then a fraction; smaller comes first. Of a wish the step
 * is its urgency and the fraction the share that was met before the unit; of stock the step is its age. Fractions are compared
 * exactly, by cross-multiplication: both sides stay below 2^62, as quantities are at most 10^9.
 */
record Level(int step, long part, long whole) implements Comparable<Level> {
    @Override
    public int compareTo(Level other) {
        int steps = Integer.compare(step, other.step);
        return steps != 0 ? steps : Long.compare(part * other.whole, other.part * whole);
    }
}
