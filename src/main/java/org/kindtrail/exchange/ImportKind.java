package org.kindtrail.exchange;

import java.util.List;
import java.util.Map;

/** How the rows of one kind of import become things of the house. */
interface ImportKind {
    Kind kind();

    /** Our columns, in the order of the template. */
    List<Field> fields();

    /** The highest row of a file that is taken. */
    int mostRows();

    /** One line for the template, by our columns. */
    Map<String, String> example();

    /** What is needed to read and take some rows, looked up once; good within one transaction. */
    Desk begin();

    /**
     * Takes back what rows became, all of it or nothing, in the transaction of whoever calls.
     *
     * @param documents the codes of what they became
     * @throws org.kindtrail.kernel.Refused naming what stands in the way
     */
    void undo(SheetImport brought, List<String> documents, String why);

    /** Whether anything of a row is kept sealed. */
    default boolean isSealed() {
        return fields().stream().anyMatch(Field::sealed);
    }

    /** Reads rows and takes them. */
    interface Desk {
        /** Reads the rows and adds what is wrong with each; nothing is written. */
        void check(List<Row> rows);

        /** What a row that is good becomes, in the reader's words. */
        String says(Row row);

        /** Takes rows that were checked and are good, and tells each what it became. */
        void take(SheetImport brought, List<Row> rows);
    }
}
