package org.kindtrail.stocktake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** The form of a write-off: lots line by line, or a whole box, or what is past its day. */
final class WriteOffForm {
    /** The most lines that the form takes. */
    static final int MOST = 50;

    private static final int LEAST = 3;
    private static final String GROUP = "lines";

    private WriteOffForm() {}

    /** The names of a line's fields. */
    record Names(int number, String lot, String quantity, String place) {
        private static Names of(int index) {
            return new Names(index + 1, name(index, "lot"), name(index, "quantity"), name(index, "place"));
        }
    }

    static String name(int index, String field) {
        return GROUP + "[" + index + "]." + field;
    }

    static List<Names> shown(Form form, boolean more) {
        int count = Math.max(LEAST, form.lines(GROUP, MOST) + (more ? LEAST : 0));
        List<Names> names = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST); i++) {
            names.add(Names.of(i));
        }
        return names;
    }

    private static boolean isFilled(Form form, int index) {
        return form.has(name(index, "lot")) || form.has(name(index, "quantity"));
    }

    /** Lines are read as they stand; empty ones at the end are none. */
    static WriteOffGoods read(Form form, Reading typed, ZoneId zone) {
        int last = 0;
        for (int i = 0; i < form.lines(GROUP, MOST); i++) {
            last = isFilled(form, i) ? i + 1 : last;
        }
        List<WriteOffGoods.Piece> lines = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            lines.add(new WriteOffGoods.Piece(
                    typed.text(name(i, "lot")), typed.text(name(i, "place")), typed.wholeNumber(name(i, "quantity"))));
        }
        return new WriteOffGoods(
                lines.isEmpty() ? null : lines,
                typed.text("container"),
                typed.text("expiredAt"),
                typed.oneOf("cause", WriteOffCause.class),
                typed.oneOf("destination", WriteOffCause.Destination.class),
                typed.text("why"),
                typed.text("foundWhere"),
                typed.noonOf("foundAt", zone),
                typed.text("documents"),
                typed.text("disposal"));
    }
}
