package org.kindtrail.exchange;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kindtrail.sheet.Cells;
import org.kindtrail.web.HouseSecret;

/**
 * By what a row is known again, in the same file, a grown one or another: what stands in its matched columns, and the how
 * manieth row of its file with just that it is; or its reference alone, where it has one. Keyed, so that a stolen database
 * tells nothing of what stood there. Rows are given in the order of the file, all from the first.
 */
final class Fingerprints {
    private static final int LENGTH = 32;

    private final Map<String, Integer> seen = new HashMap<>();
    private final Mac mac;

    Fingerprints(HouseSecret house) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(house.secret("rows of imports"), "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @param twice whether another row of the file has the same reference
     */
    record Print(String text, boolean twice) {}

    Print of(Map<String, String> cells) {
        String reference = Cells.text(cells.getOrDefault(Field.REFERENCE, ""));
        boolean referred = !reference.isEmpty();
        StringBuilder all = new StringBuilder();
        if (referred) {
            all.append(Field.REFERENCE).append('\n').append(plain(reference));
        } else {
            new TreeMap<>(cells).forEach((key, cell) -> all.append(key).append('\n').append(plain(cell)).append('\n'));
        }
        String content = digest(all.toString());
        int times = seen.merge(content, 1, Integer::sum);
        return new Print(times == 1 || referred ? content : digest(content + times), referred && times > 1);
    }

    private String digest(String text) {
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).substring(0, LENGTH);
    }

    /** Case and spaces make no difference. */
    private static String plain(String cell) {
        return Cells.text(cell).toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]+", " ");
    }
}
