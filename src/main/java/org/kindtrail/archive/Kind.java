package org.kindtrail.archive;

/** What stands in a column of the archive, and what the description calls it (Frictionless Table Schema). */
enum Kind {
    TEXT("string"),
    /** One of a few words of the program, in small letters. */
    WORD("string"),
    /** Stands for a row that has no code: the same in every archive of the installation, and no number of the database. */
    NUMBERED("string"),
    INTEGER("integer"),
    /** In the currency that stands in another column, not in its minor unit. */
    AMOUNT("number"),
    TRUTH("boolean"),
    DAY("date"),
    MOMENT("datetime");

    private final String type;

    Kind(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }
}
