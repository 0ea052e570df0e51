package org.kindtrail.archive;

import java.util.List;
import java.util.stream.Stream;

/** Every table of the archive, in the order in which they stand in it. */
final class ArchiveTables {
    static final List<Table> ALL = Stream.of(GivingTables.all(), GoodsTables.all(), WorkTables.all(), MoneyTables.all())
            .flatMap(List::stream)
            .toList();

    private ArchiveTables() {}
}
