package org.kindtrail.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.kindtrail.web.Option;

/** The countries (ISO 3166-1) and time zones (IANA) that an organisation can be in. */
public final class Whereabouts {
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final String FIRST_COUNTRY = "KZ";
    private static final List<String> FIRST_ZONES = List.of(
            "Asia/Almaty", "Asia/Aqtau", "Asia/Bishkek", "Asia/Tashkent", "Asia/Dushanbe", "Asia/Hong_Kong",
            "Europe/Moscow", "Europe/Berlin", "Europe/London", "America/New_York", "America/Chicago");
    /** Places of the world; the ids that are left out are old names and offsets. */
    private static final String PLACE =
            "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/+-]+";

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.matches(PLACE))
            .sorted()
            .toList();

    private Whereabouts() {}

    /** All countries by name, Kazakhstan first. */
    public static List<Option> countries(Locale reader) {
        List<Option> all = new ArrayList<>(COUNTRIES.stream()
                .filter(code -> !code.equals(FIRST_COUNTRY))
                .map(code -> new Option(code, name(code, reader)))
                .sorted(Comparator.comparing(Option::words, java.text.Collator.getInstance(reader)::compare))
                .toList());
        all.add(0, new Option(FIRST_COUNTRY, name(FIRST_COUNTRY, reader)));
        return all;
    }

    /** The country's name as the reader says it. */
    public static String name(String country, Locale reader) {
        return new Locale("", country).getDisplayCountry(reader);
    }

    /** All time zones, those where organisations of this kind work first. */
    public static List<Option> zones() {
        return Stream.concat(FIRST_ZONES.stream(), ZONES.stream().filter(id -> !FIRST_ZONES.contains(id)))
                .map(id -> new Option(id, id.replace('_', ' ')))
                .toList();
    }

    /** An ISO 3166-1 alpha-2 code in capitals. */
    @Constraint(validatedBy = CountryCheck.class)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Country {
        String message() default "error_country";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** An IANA time zone by its place. */
    @Constraint(validatedBy = ZoneCheck.class)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Zone {
        String message() default "error_time_zone";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Decides about countries. */
    public static class CountryCheck implements ConstraintValidator<Country, String> {
        @Override
        public boolean isValid(String code, ConstraintValidatorContext context) {
            return code != null && COUNTRIES.contains(code);
        }
    }

    /** Decides about time zones. */
    public static class ZoneCheck implements ConstraintValidator<Zone, String> {
        @Override
        public boolean isValid(String id, ConstraintValidatorContext context) {
            return id != null && (ZONES.contains(id) || FIRST_ZONES.contains(id));
        }
    }
}
