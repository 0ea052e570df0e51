package org.kindtrail.archive;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.HouseTest;

/** Whoever adds a table says whether an organisation can take it along. */
@HouseTest
class WhatIsLeftOutTest {
    /** By table, why. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("installation", "of the installation, of no organisation"),
            Map.entry("code_key", "a key of the installation"),
            Map.entry("flyway_schema_history", "of the installation"),
            Map.entry("access", "opens the house"),
            Map.entry("attempt", "guards the house; nobody's work"),
            Map.entry("answer", "first answers, kept for repeats"),
            Map.entry("second_factor", "opens the house"),
            Map.entry("recovery_code", "opens the house"),
            Map.entry("known_device", "guards the house"),
            Map.entry("calendar_feed", "opens a calendar"),
            Map.entry("sealing_key", "opens what is sealed"),
            Map.entry("sealed", "sealed: true names, addresses, contacts"),
            Map.entry("opening", "who opened what is sealed stays beside it"),
            Map.entry("retention", "one number; in the table organisation"),
            Map.entry("household_member", "erased with what is sealed, and in no list"),
            Map.entry("need_people", "numbers of people by age and sex are told by reports alone"),
            Map.entry("helped", "numbers of people by age and sex are told by reports alone"),
            Map.entry("message", "letters; whom they went to is the donor's own"),
            Map.entry("own_data_request", "a donor's own"),
            Map.entry("donor_visit", "opens what a donor sees"),
            Map.entry("picture", "a file cannot be taken back when a consent is"),
            Map.entry("picture_image", "a file cannot be taken back when a consent is"),
            Map.entry("picture_consent", "a file cannot be taken back when a consent is"),
            Map.entry("purchase_receipt", "a picture of a paper; on the page of the purchase"),
            Map.entry("organisation_logo", "a picture; on the page of the organisation"),
            Map.entry("appointment", "who comes when is deleted after 30 days"),
            Map.entry("blank_label", "codes that nothing bears yet"),
            Map.entry("plan", "a proposal; what came of it are promises"),
            Map.entry("plan_line", "a proposal"),
            Map.entry("plan_pick", "a proposal"),
            Map.entry("expected_lot", "what a count was compared with; its difference is told"),
            Map.entry("recount", "who is asked to count again"),
            Map.entry("intake_sheet", "a paper; what came of its lines are donations"),
            Map.entry("sheet_import", "how a file came in; what came of it is told where it is"),
            Map.entry("sheet_import_row", "a file's rows, as long as they are worked on"),
            Map.entry("sheet_import_taken", "which rows were taken already"),
            Map.entry("sheet_mapping", "how a file's columns are read"),
            Map.entry("ledger_verified", "of the installation; what was found is on its page"),
            Map.entry("movement_guard", "guards a table"),
            Map.entry("note_guard", "guards a table"),
            Map.entry("container_move_guard", "guards a table"),
            Map.entry("opening_guard", "guards a table"),
            Map.entry("standard_value_guard", "guards a table"));

    @Inject
    DataSource database;

    @Test
    void everyTableIsInTheArchiveOrNamedHere() throws Exception {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = database.getConnection();
                ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        Set<String> taken = ArchiveTables.ALL.stream().map(Table::source).collect(Collectors.toSet());
        assertThat(taken).doesNotContainAnyElementsOf(LEFT_OUT.keySet());
        Set<String> forgotten = new TreeSet<>(tables);
        forgotten.removeAll(taken);
        forgotten.removeAll(LEFT_OUT.keySet());
        assertThat(forgotten)
                .as("put it into the archive (GoodsTables and the others), or name it here and say why not")
                .isEmpty();
        assertThat(tables).hasSizeGreaterThan(90).containsAll(taken);
    }
}
