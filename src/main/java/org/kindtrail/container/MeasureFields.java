package org.kindtrail.container;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.paper.Mark;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/**
 * Weights and sides as people type and read them: kilograms and centimetres, with up to three and one digits behind the
 * point or comma. Inside they are whole grams and millimetres.
 */
@RequestScoped
@Named("measures")
public class MeasureFields {
    private static final int GRAMS = 3;
    private static final int MILLIMETRES = 1;
    private static final int LITRES = 6;
    private final Frame frame;

    MeasureFields(Frame frame) {
        this.frame = frame;
    }

    Measures read(Form form, Reading typed) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (String given : form.values("marks")) {
            Arrays.stream(Mark.values())
                    .filter(mark -> mark.word().equals(given))
                    .findFirst()
                    .ifPresentOrElse(marks::add, () -> typed.refuse("marks", "error_choice", given));
        }
        return new Measures(
                exact(typed, "measures.weight", GRAMS),
                exact(typed, "measures.tare", GRAMS),
                exact(typed, "measures.length", MILLIMETRES),
                exact(typed, "measures.width", MILLIMETRES),
                exact(typed, "measures.height", MILLIMETRES),
                marks);
    }

    private static Long exact(Reading typed, String field, int digits) {
        String text = typed.text(field);
        if (text == null) {
            return null;
        }
        String plain = text.replaceAll("[ \u00a0\u202f]", "").replace(',', '.');
        if (!plain.matches("[0-9]{1,12}(\\.[0-9]{1," + digits + "})?")) {
            return typed.refuse(field, digits == GRAMS ? "error_container_kilograms" : "error_container_centimetres", text);
        }
        return new BigDecimal(plain).movePointRight(digits).longValueExact();
    }

    /** A form filled in with what is known. */
    Form with(Form form, Measures measures) {
        return form.with("measures.weight", plain(measures.weight(), GRAMS))
                .with("measures.tare", plain(measures.tare(), GRAMS))
                .with("measures.length", plain(measures.length(), MILLIMETRES))
                .with("measures.width", plain(measures.width(), MILLIMETRES))
                .with("measures.height", plain(measures.height(), MILLIMETRES))
                .withAll("marks", measures.marks().stream().map(Mark::word).toList());
    }

    private static String plain(Long value, int digits) {
        return value == null ? null : shortened(value, digits).toPlainString();
    }

    private static BigDecimal shortened(long value, int digits) {
        BigDecimal exact = BigDecimal.valueOf(value, digits).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** "14.5 kg"; empty when nobody knows. */
    public String weight(Long grams) {
        return grams == null
                ? ""
                : frame.say("container_kilograms", Map.of("number", frame.number(shortened(grams, GRAMS))));
    }

    /** "60 x 40 x 35 cm"; a side that nobody knows is "?"; empty when all are unknown. */
    public String sides(Measures measures) {
        if (measures.length() == null && measures.width() == null && measures.height() == null) {
            return "";
        }
        return frame.say(
                "container_centimetres",
                Map.of(
                        "length", side(measures.length()),
                        "width", side(measures.width()),
                        "height", side(measures.height())));
    }

    private String side(Long millimetres) {
        return millimetres == null ? "?" : frame.number(shortened(millimetres, MILLIMETRES));
    }

    /** "84 litres", rounded up to a tenth; empty when a side is unknown. */
    public String volume(Measures measures) {
        Long volume = measures.volume();
        if (volume == null) {
            return "";
        }
        BigDecimal litres = BigDecimal.valueOf(volume, LITRES).setScale(1, java.math.RoundingMode.UP).stripTrailingZeros();
        return frame.say(
                "container_litres", Map.of("number", frame.number(litres.scale() < 0 ? litres.setScale(0) : litres)));
    }

    /** The marks in words, with commas between; empty when there are none. */
    public String marks(Measures measures) {
        return String.join(
                ", ",
                measures.marks().stream()
                        .sorted()
                        .map(mark -> frame.say("container_mark_" + mark.word(), Map.of()))
                        .toList());
    }

    List<Option> markOptions() {
        return Arrays.stream(Mark.values())
                .map(mark -> new Option(mark.word(), frame.say("container_mark_" + mark.word(), Map.of())))
                .toList();
    }
}
