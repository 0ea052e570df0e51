package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes of one release work on while nodes of the next one migrate (docs/operations.md, Upgrading). */
@Tag("once")
class MigrationsExpandTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db");
    /** From the first release that can be upgraded while it runs. */
    private static final MigrationVersion BASELINE = MigrationVersion.fromVersion("6.4");
    /** How many files there are up to then; one more among them would be refused by databases that are beyond. */
    private static final int UP_TO_BASELINE = 60;

    private static final Pattern CREATED = Pattern.compile("create (?:cached |local )?table (?:if not exists )?(\\w+)");
    private static final Pattern ALTERED = Pattern.compile("alter table (?:if exists )?(\\w+)");
    private static final Pattern INDEXED = Pattern.compile("create unique index (?:if not exists )?\\w+ on (\\w+)");

    @Test
    void whatANewReleaseChangesLeavesTheOneBeforeItAtWork() throws IOException {
        for (Path file : files()) {
            if (version(file).compareTo(BASELINE) > 0 && !file.getFileName().toString().contains("contract")) {
                assertThat(contracting(Files.readString(file)))
                        .as("%s takes away what nodes of the release before it still use: leave it, or do it a release later in a file"
                                + " whose name says contract", file)
                        .isEmpty();
            }
        }
    }

    @Test
    void aNewMigrationComesAfterAllThatHaveRun() throws IOException {
        assertThat(files().stream().filter(file -> version(file).compareTo(BASELINE) <= 0)).hasSize(UP_TO_BASELINE);
    }

    @Test
    void whatTakesAwayIsSeen() {
        assertThat(List.of(
                        "drop table lot;",
                        "alter table lot drop column size;",
                        "alter table lot drop size;",
                        "alter table lot rename column size to measure;",
                        "alter table lot rename to heap;",
                        "alter table lot alter column size type varchar(5);",
                        "alter table lot alter column size set data type varchar(5);",
                        "alter table lot alter column size set not null;",
                        "alter table lot add column colour varchar(5) not null;",
                        "alter table lot add constraint few check (size <> 'XL');",
                        "create unique index one on lot (code, size);",
                        "alter table lot -- said\n\n  DROP COLUMN size;"))
                .allSatisfy(sql -> assertThat(contracting(sql)).hasSize(1));
        assertThat(contracting(
                        """
                        create table heap (id bigint primary key, size varchar(5) not null);
                        create unique index one on heap (size);
                        alter table heap add constraint few check (size <> 'XL');
                        alter table lot add column colour varchar(5);
                        alter table lot add column flag boolean default false not null;
                        alter table lot alter column size drop not null;
                        alter table need drop constraint need_state_known;
                        alter table need add constraint need_state_known check (state in ('OPEN', 'CLOSED'));
                        create index lot_by_colour on lot (colour, id);
                        drop index lot_by_size;
                        update lot set flag = true where size = 'drop table';
                        """))
                .isEmpty();
    }

    /** The statements that a node which does not know of them could fall over. */
    private static List<String> contracting(String sql) {
        List<String> statements = Arrays.stream(sql.replaceAll("(?m)--.*$", "").toLowerCase(Locale.ROOT).split(";"))
                .map(each -> each.replaceAll("'[^']*'", "''").replaceAll("\\s+", " ").strip())
                .filter(each -> !each.isEmpty())
                .toList();
        List<String> own = new ArrayList<>();
        List<String> freed = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (String each : statements) {
            Matcher created = CREATED.matcher(each);
            if (created.lookingAt()) {
                own.add(created.group(1));
            }
            if (each.contains(" drop constraint")) {
                freed.add(name(ALTERED, each));
            }
            if (takesAway(each, own, freed)) {
                found.add(each);
            }
        }
        return found;
    }

    private static boolean takesAway(String statement, List<String> own, List<String> freed) {
        if (statement.matches("(drop (table|view|sequence|type|column)|truncate) .*")) {
            return true;
        }
        if (statement.startsWith("create unique index")) {
            return !own.contains(name(INDEXED, statement));
        }
        String table = name(ALTERED, statement);
        if (table == null || own.contains(table)) {
            return false;
        }
        String narrower = statement.replaceAll("drop (not null|constraint|default)", "");
        boolean added = narrower.matches(".* add (constraint|check|unique|foreign|primary) ?.*") && !freed.contains(table);
        boolean needed = narrower.contains(" add ") && !narrower.contains(" add constraint") && narrower.contains(" not null")
                && !narrower.contains(" default ");
        return added || needed || narrower.matches(".* (drop|rename) .*|.* set not null.*|.* alter (column )?\\w+ (set data )?type .*");
    }

    private static String name(Pattern pattern, String statement) {
        Matcher found = pattern.matcher(statement);
        return found.lookingAt() ? found.group(1) : null;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(MIGRATIONS)) {
            return all.filter(each -> each.toString().endsWith(".sql")).sorted().toList();
        }
    }

    private static MigrationVersion version(Path file) {
        return MigrationVersion.fromVersion(file.getFileName().toString().replaceFirst("^V", "").replaceFirst("__.*$", "").replace('_', '.'));
    }
}
