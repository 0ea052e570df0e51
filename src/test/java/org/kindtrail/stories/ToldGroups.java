package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The numbers of people that reports tell, group by group. */
final class ToldGroups {
    private static final int FEWEST = 5;

    private ToldGroups() {}

    /** In no group, and in nothing that is left when one report is subtracted from another, are fewer than five people. */
    static void hideEverybody(List<Integer> first, List<Integer> second, List<Integer> both, List<Integer> all) {
        for (List<Integer> told : List.of(first, second, both, all)) {
            assertThat(told).isNotEmpty().allMatch(number -> number >= FEWEST);
        }
        assertThat(sum(both) - sum(first) - sum(second)).isZero();
        for (List<Integer> part : List.of(first, second, both)) {
            assertThat(sum(all) - sum(part)).satisfiesAnyOf(
                    rest -> assertThat(rest).isZero(), rest -> assertThat(rest).isGreaterThanOrEqualTo(FEWEST));
        }
    }

    private static int sum(List<Integer> groups) {
        return groups.stream().mapToInt(Integer::intValue).sum();
    }
}
