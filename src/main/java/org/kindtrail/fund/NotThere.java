package org.kindtrail.fund;

import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.stock.NotEnoughStock;

/** Less money is in a fund, or less goods in the house, than a field asks for. */
final class NotThere extends NotEnoughStock {
    private final String path;

    NotThere(String path, String key, Map<String, Object> facts) {
        super(key, facts);
        this.path = path;
    }

    @Override
    public List<FieldError> fields() {
        return List.of(new FieldError(path, key(), facts()));
    }
}
