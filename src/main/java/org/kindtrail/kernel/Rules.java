package org.kindtrail.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks a command against the constraints stated on it; every service does so first, whichever door it came through. */
@ApplicationScoped
public class Rules {
    private final Validator validator;

    Rules(Validator validator) {
        this.validator = validator;
    }

    /**
     * @throws Invalid naming every field at fault
     * @throws Unreadable when there is no command: a program sent an empty body, or null
     */
    public <C> C check(C command) {
        if (command == null) {
            throw new Unreadable("", "error_json_missing", Map.of());
        }
        return check(command, List.of());
    }

    /**
     * @param unread fields that could not even be read from a form; they are reported first, and once
     * @throws Invalid naming every field at fault
     * @throws Unreadable when there is no command at all
     */
    public <C> C check(C command, List<FieldError> unread) {
        if (command == null) {
            throw new Unreadable("", "error_json_missing", Map.of());
        }
        List<FieldError> faults = new ArrayList<>(unread);
        validator.validate(command).stream()
                .map(Rules::fault)
                .filter(fault -> unread.stream().noneMatch(known -> known.path().equals(fault.path())))
                .sorted(Comparator.comparing(FieldError::path))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return command;
    }

    private static FieldError fault(ConstraintViolation<?> violation) {
        Map<String, Object> facts = new HashMap<>();
        violation.getConstraintDescriptor().getAttributes().forEach((name, value) -> {
            if (value instanceof Number || value instanceof String) {
                facts.put(name, value);
            }
        });
        Object given = violation.getInvalidValue();
        facts.put("given", given == null ? "" : Given.shortened(String.valueOf(given)));
        facts.putIfAbsent("most", Quantity.MOST);
        String key = violation.getMessageTemplate();
        // A constraint of the library without words of ours: what it is called tells which words fit.
        if (key.startsWith("{")) {
            key = "error_" + violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName().toLowerCase();
        }
        // A null in a list: the field is the element itself; in a set, the set.
        String path = violation.getPropertyPath()
                .toString()
                .replace("[].<iterable element>", "")
                .replace(".<list element>", "");
        return new FieldError(path, key, facts);
    }
}
