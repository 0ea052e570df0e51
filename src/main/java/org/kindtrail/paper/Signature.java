package org.kindtrail.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where somebody signs: a row of fields to write on. Those with the same fields that follow each other make one table.
 *
 * @param heading who signs, in words: "Loaded by"
 */
public record Signature(String heading, List<Fact> fields) {
    public static Signature of(String heading, String... labels) {
        return new Signature(
                heading, Arrays.stream(labels).map(label -> new Fact(label, null)).toList());
    }

    /** The same with something written in already. */
    public Signature filled(String label, String value) {
        List<Fact> written = new ArrayList<>();
        fields.forEach(field -> written.add(field.label().equals(label) ? new Fact(label, value) : field));
        return new Signature(heading, List.copyOf(written));
    }

    List<String> labels() {
        return fields.stream().map(Fact::label).toList();
    }

    /** Runs of signatures with the same fields. */
    static List<List<Signature>> together(List<Signature> all) {
        List<List<Signature>> runs = new ArrayList<>();
        for (Signature each : all) {
            List<Signature> last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last == null || !last.get(0).labels().equals(each.labels())) {
                last = new ArrayList<>();
                runs.add(last);
            }
            last.add(each);
        }
        return runs;
    }
}
