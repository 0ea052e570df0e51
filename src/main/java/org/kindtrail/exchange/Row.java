package org.kindtrail.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.sheet.Cells;

/** A row while it is read: what stands in our columns, and what is wrong with it so far. */
final class Row {
    /** Under this key stands something when the row came from another program: what does not fit goes into the remark. */
    static final String FOREIGN = "foreign";

    private final int number;
    private final Map<String, String> cells;
    private final Locale language;
    private final List<RowFault> faults = new ArrayList<>();
    private Object command;
    private String document;

    /** @param cells what stands in our columns, by their keys */
    Row(int number, Map<String, String> cells, Locale language) {
        this.number = number;
        this.cells = cells;
        this.language = language;
    }

    int number() {
        return number;
    }

    Map<String, String> cells() {
        return cells;
    }

    List<RowFault> faults() {
        return faults;
    }

    boolean good() {
        return faults.isEmpty();
    }

    /** Whether it came from another program, so that nobody here can mend it there. */
    boolean isForeign() {
        return cells.containsKey(FOREIGN);
    }

    /** What it becomes. */
    void becomes(Object read) {
        command = read;
    }

    <C> C command(Class<C> type) {
        return type.cast(command);
    }

    /** The code of what it became. */
    void became(String code) {
        document = code;
    }

    String document() {
        return document;
    }

    /** What stands there; null when nothing does. */
    String text(String key) {
        String text = Cells.text(cells.getOrDefault(key, ""));
        return text.isEmpty() ? null : text;
    }

    /** The same, at fault when nothing stands there. */
    String needed(String key) {
        String text = text(key);
        return text == null ? wrong(key, "error_exchange_missing", Map.of()) : text;
    }

    /** How many, at least one; null when it is at fault. */
    Long quantity(String key) {
        String text = needed(key);
        if (text == null) {
            return null;
        }
        Long read = Cells.wholeNumber(text).orElse(null);
        return read == null || read < 1 || read > Quantity.MOST
                ? wrong(key, "error_exchange_quantity", Map.of("most", Quantity.MOST))
                : read;
    }

    /** A day; null when nothing stands there or it is at fault. */
    LocalDate day(String key) {
        String text = text(key);
        return text == null ? null : Cells.day(text, language).orElseGet(() -> wrong(key, "error_exchange_day", Map.of()));
    }

    /** Yes or no; null when nothing stands there or it is at fault. */
    Boolean truth(String key) {
        String text = text(key);
        return text == null ? null : Cells.truth(text).orElseGet(() -> wrong(key, "error_exchange_truth", Map.of()));
    }

    /** Adds a fault of a cell. */
    <T> T wrong(String key, String words, Map<String, Object> facts) {
        String given = text(key);
        Map<String, Object> all = new HashMap<>(facts);
        all.putIfAbsent("given", given == null ? "" : Given.shortened(given));
        faults.add(new RowFault(key, String.valueOf(all.get("given")), words, all));
        return null;
    }

    /** Does what may refuse fields of a command: they are faults of the columns that are called so. */
    void reading(Runnable act) {
        try {
            act.run();
        } catch (Invalid invalid) {
            invalid.fields().forEach(this::wrong);
        }
    }

    private void wrong(FieldError fault) {
        String path = fault.path().replaceAll("\\[.*?]", "").replaceFirst("^.*\\.", "");
        String given = String.valueOf(fault.facts().getOrDefault("given", text(path) == null ? "" : text(path)));
        faults.add(new RowFault(path, Given.shortened(given), fault.key(), fault.facts()));
    }

    /** Takes the values of sealed columns out of what is said about them. */
    void conceal(List<Field> fields) {
        faults.replaceAll(fault -> fields.stream().anyMatch(field -> field.sealed() && field.key().equals(fault.field()))
                ? new RowFault(fault.field(), "", fault.key(), concealed(fault.facts()))
                : fault);
    }

    private static Map<String, Object> concealed(Map<String, Object> facts) {
        Map<String, Object> less = new HashMap<>(facts);
        less.replace("given", "...");
        return less;
    }
}
