package org.kindtrail.kernel;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What was sent is understood and cannot be done as it stands: the fields say why. */
public final class Invalid extends DomainException {
    private final transient List<FieldError> fields;

    public Invalid(List<FieldError> fields) {
        super("error_fields", Map.of("count", fields.size()));
        this.fields = List.copyOf(fields);
    }

    public static Invalid field(String path, String key, Map<String, Object> facts) {
        return new Invalid(List.of(new FieldError(path, key, facts)));
    }

    public static Invalid field(String path, String key) {
        return field(path, key, Map.of());
    }

    /** Does what takes one field of a larger command, so that its faults are found under that field. */
    public static <T> T under(String field, Supplier<T> act) {
        try {
            return act.get();
        } catch (Invalid within) {
            throw new Invalid(within.fields.stream()
                    .map(each -> new FieldError(field + "." + each.path(), each.key(), each.facts()))
                    .toList());
        }
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String type() {
        return "validation";
    }

    @Override
    public List<FieldError> fields() {
        return fields;
    }
}
