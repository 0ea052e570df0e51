package org.kindtrail.matching;

import java.util.List;

/**
 * Stock that is alike for every wish: it fits the same ones.
 *
 * @param wishes the numbers of the wishes that it fits, ascending
 * @param substitute of each of them: whether it is not what was asked for, but will do
 */
record Kind(List<Integer> wishes, List<Boolean> substitute) {}
