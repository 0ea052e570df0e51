package org.kindtrail.exchange;

/**
 * One of our columns.
 *
 * @param key as it stands in addresses and in JSON
 * @param required whether a row needs it
 * @param sealed whether what stands in it is shown to nobody
 * @param same whether one value can be said for all rows
 */
public record Field(String key, boolean required, boolean sealed, boolean same) {
    static Field needed(String key) {
        return new Field(key, true, false, false);
    }

    static Field of(String key) {
        return new Field(key, false, false, false);
    }

    static Field sealed(String key) {
        return new Field(key, false, true, false);
    }

    /** One value may stand for all rows. */
    Field forAll() {
        return new Field(key, required, sealed, true);
    }

    /** The column that tells a row from all others, whatever else changes in it. */
    static final String REFERENCE = "reference";

    /** The name of the form's field in which a column of the file is chosen. */
    public String columnName() {
        return "columns." + key;
    }

    /** The name of the form's field for what is the same for all rows. */
    public String sameName() {
        return "same." + key;
    }

    public String wordsKey() {
        return "exchange_field_" + key;
    }

    /** What else it may be called, parted by bars. */
    public String namesKey() {
        return "exchange_names_" + key;
    }

    public String aboutKey() {
        return "exchange_about_" + key;
    }
}
