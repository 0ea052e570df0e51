package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kindtrail.account.Attempts;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.picture.ShownPicture;
import org.kindtrail.picture.ShownPictures;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Words;

/** Draws a drive's balance from the ledger: for everybody with what may be told, for the house with everything at once. */
@ApplicationScoped
public class DriveBalances {
    private static final String COUNTED = "piece";

    private final EntityManager database;
    private final Flows flows;
    private final PublicWords publicWords;
    private final ShownPictures pictures;
    private final Catalogue catalogue;
    private final GoodsInWords goodsInWords;
    private final Words words;
    private final Frame frame;
    private final Attempts attempts;
    private final Scope scope;
    private final Clock clock;

    DriveBalances(
            EntityManager database,
            Flows flows,
            PublicWords publicWords,
            ShownPictures pictures,
            Catalogue catalogue,
            GoodsInWords goodsInWords,
            Words words,
            Frame frame,
            Attempts attempts,
            Scope scope,
            Clock clock) {
        this.database = database;
        this.flows = flows;
        this.publicWords = publicWords;
        this.pictures = pictures;
        this.catalogue = catalogue;
        this.goodsInWords = goodsInWords;
        this.words = words;
        this.frame = frame;
        this.attempts = attempts;
        this.scope = scope;
        this.clock = clock;
    }

    /** What stands on a drive's public page. */
    public record PublicDrive(DriveBalance balance, List<ShownPicture> pictures) {}

    private record Known(Drive drive, String organisation, ZoneId zone) {}

    /**
     * What everybody may know.
     *
     * @param from the network address; its code is no secret, but nobody tries all of them
     * @throws NotFound when there is no such drive
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong codes from the same address
     */
    @Transactional
    public PublicDrive inPublic(String typed, String from) {
        Known known = inPublicKnown(typed, from);
        Tally tally = told(known);
        return new PublicDrive(
                balance(known, tally, went(tally)),
                pictures.toEverybody(tally.pictures(known.drive().getCode())));
    }

    /**
     * The image of a photograph that stands on the drive's public page; a JPEG.
     *
     * @throws NotFound when the page does not show it
     */
    @Transactional
    public byte[] picture(String typed, String picture, String from) {
        Known known = inPublicKnown(typed, from);
        return pictures.imageForEverybody(picture, told(known).pictures(known.drive().getCode()))
                .orElseThrow(() -> new NotFound(picture));
    }

    private Known inPublicKnown(String typed, String from) {
        String code = read(typed);
        return attempts.guarded("drive", null, from, () -> known(code)).orElseThrow(() -> new NotFound(typed));
    }

    private Tally told(Known known) {
        return Tally.inPublic(flows.ofDrive(known.drive().getId()), Map.of(), clock.instant(), known.zone());
    }

    /**
     * What the house knows: exact, and at once. It does not say where anything went.
     *
     * @throws NotFound when the organisation has no such drive
     */
    @Transactional
    public DriveBalance exact(String code) {
        Known known = known(read(code)).orElseThrow(() -> new NotFound(code));
        scope.mine(known.drive(), known.drive().getOrganisationId(), code);
        Tally tally = Tally.exact(flows.ofDrive(known.drive().getId()), clock.instant(), known.zone());
        return balance(known, tally, List.of());
    }

    private static String read(String typed) {
        return Code.read(CodeKind.DRIVE, typed).orElseThrow(() -> new NotFound(typed));
    }

    private Optional<Known> known(String code) {
        return database
                .createQuery(
                        """
                        select d, o.name, o.timeZone from Drive d join Organisation o on o.id = d.organisationId
                        where d.code = :code""",
                        Object[].class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .map(row -> new Known((Drive) row[0], (String) row[1], ZoneId.of((String) row[2])));
    }

    private DriveBalance balance(Known known, Tally tally, List<String> went) {
        Drive drive = known.drive();
        List<DriveBalance.Line> lines = lines(tally);
        DriveBalance.Line nothing = new DriveBalance.Line(null, say("trace_drive_total", Map.of()), COUNTED, 0, 0, 0, 0, 0, 0);
        DriveBalance.Line total = lines.stream()
                .filter(line -> line.measure().equals(COUNTED))
                .reduce(nothing, DriveBalance.Line::and);
        long bags = tally.parts().entrySet().stream()
                .filter(part -> part.getKey().fate() == Fate.UNSORTED)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new DriveBalance(
                drive.getCode(),
                drive.getTitle(),
                drive.getAbout(),
                drive.getStartsOn(),
                drive.getEndsOn(),
                drive.isOpen(),
                known.organisation(),
                lines,
                total,
                bags,
                went);
    }

    /** One line per category and measure, in shelf order. */
    private List<DriveBalance.Line> lines(Tally tally) {
        Map<String, Map<Fate, Long>> fates = new TreeMap<>(
                Comparator.comparingInt((String goods) -> catalogue.categories().indexOf(categoryOf(goods)))
                        .thenComparing(Comparator.naturalOrder()));
        tally.in().keySet().forEach(goods -> fates.put(goods, new EnumMap<>(Fate.class)));
        tally.parts().forEach((part, quantity) -> fates.computeIfAbsent(
                        part.goods(), each -> new EnumMap<>(Fate.class))
                .merge(part.fate(), quantity, Long::sum));
        List<DriveBalance.Line> lines = new ArrayList<>();
        fates.forEach((goods, each) -> lines.add(new DriveBalance.Line(
                categoryOf(goods),
                nameOf(goods),
                measureOf(goods),
                tally.in().getOrDefault(goods, 0L),
                sum(each, Fate.UNSORTED, Fate.WAITING, Fate.PREPARING),
                sum(each, Fate.ON_THE_WAY),
                sum(each, Fate.ARRIVED),
                sum(each, Fate.LET_GO, Fate.DAMAGED),
                sum(each, Fate.LOST))));
        return lines;
    }

    private static long sum(Map<Fate, Long> fates, Fate... which) {
        long sum = 0;
        for (Fate fate : which) {
            sum += fates.getOrDefault(fate, 0L);
        }
        return sum;
    }

    private static String categoryOf(String goods) {
        return goods.substring(0, goods.indexOf('|'));
    }

    private static String measureOf(String goods) {
        return goods.substring(goods.indexOf('|') + 1);
    }

    private String nameOf(String goods) {
        String category = catalogue.categoryName(categoryOf(goods));
        String measure = measureOf(goods);
        if (measure.equals(COUNTED)) {
            return category;
        }
        return say("trace_measure_" + wordOf(measure), Map.of("0", category, "1", measure));
    }

    /** Units have words of their own; what else is measured is money. */
    private static String wordOf(String measure) {
        return switch (measure) {
            case COUNTED, "bag", "gram", "millilitre" -> measure;
            default -> "money";
        };
    }

    private record Went(When when, String who) {}

    /** Where it went, by the recipient's public words and the month; the latest month at the head. */
    private List<String> went(Tally tally) {
        Map<PublicWords.Subject, String> recipients = publicWords.say(
                tally.parts().keySet().stream()
                        .map(Tally.Part::to)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                locale());
        Map<Went, Map<String, Long>> sums =
                new TreeMap<>(Comparator.comparing(Went::when).reversed().thenComparing(Went::who));
        tally.parts().forEach((part, quantity) -> {
            if (part.fate() == Fate.ARRIVED) {
                Went went = new Went(part.when().monthly(), recipients.get(part.to()));
                String measure = measureOf(part.goods());
                sums.computeIfAbsent(went, each -> new TreeMap<>())
                        .merge(measure.equals(COUNTED) ? "|" + COUNTED : part.goods(), quantity, Long::sum);
            }
        });
        return sums.entrySet().stream()
                .map(each -> sentence(each.getKey(), each.getValue()))
                .toList();
    }

    private String sentence(Went went, Map<String, Long> sums) {
        List<String> amounts = sums.entrySet().stream()
                .map(each -> say(
                        "trace_amount_" + wordOf(measureOf(each.getKey())),
                        Map.of(
                                "count", each.getValue(),
                                "category", catalogue.categoryName(categoryOf(each.getKey())))))
                .toList();
        String when = say(
                went.when().by() ? "trace_by_month" : "trace_in_month",
                Map.of("month", frame.month(went.when().month().atDay(1))));
        return say(
                "trace_drive_went",
                Map.of("goods", goodsInWords.join(amounts, locale()), "who", went.who(), "when", when));
    }

    private String say(String key, Map<String, Object> facts) {
        return words.say(locale(), key, facts);
    }

    private Locale locale() {
        return frame.getLocale();
    }
}
