package org.kindtrail.stock;

import java.util.Map;
import org.kindtrail.kernel.Refused;

/** Less is there, or free to promise, than was asked for; the words name the lot, the place and the promises. */
public class NotEnoughStock extends Refused {
    public NotEnoughStock(String key, Map<String, Object> facts) {
        super(key, facts);
    }

    @Override
    public String type() {
        return "not-enough-stock";
    }
}
