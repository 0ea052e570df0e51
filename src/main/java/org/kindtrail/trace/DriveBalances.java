package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kindtrail.account.Attempts;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.drive.Drive;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.need.WishListService;
import org.kindtrail.picture.ShownPicture;
import org.kindtrail.picture.ShownPictures;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Words;

/** Draws a drive's balance from the ledger: for everybody with what may be told, for the house with everything at once. */
@ApplicationScoped
public class DriveBalances {
    private static final String COUNTED = "piece";

    private final EntityManager database;
    private final DriveAccounts accounts;
    private final PublicWords publicWords;
    private final ShownPictures pictures;
    private final WishListService wishes;
    private final Catalogue catalogue;
    private final GoodsInWords goodsInWords;
    private final Words words;
    private final Frame frame;
    private final Attempts attempts;
    private final Scope scope;
    private final Clock clock;

    DriveBalances(
            EntityManager database,
            DriveAccounts accounts,
            PublicWords publicWords,
            ShownPictures pictures,
            WishListService wishes,
            Catalogue catalogue,
            GoodsInWords goodsInWords,
            Words words,
            Frame frame,
            Attempts attempts,
            Scope scope,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.publicWords = publicWords;
        this.pictures = pictures;
        this.wishes = wishes;
        this.catalogue = catalogue;
        this.goodsInWords = goodsInWords;
        this.words = words;
        this.frame = frame;
        this.attempts = attempts;
        this.scope = scope;
        this.clock = clock;
    }

    /** What stands on a drive's public page; no diagram where nothing became something else. */
    public record PublicDrive(DriveBalance balance, boolean sells, FlowDiagram diagram, List<ShownPicture> pictures, WishListService.OfDrive wishes) {}

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
        return inPublic(inPublicKnown(typed, from));
    }

    /**
     * What everybody may know of a drive of one's own.
     *
     * @throws NotFound when the organisation has no such drive
     */
    @Transactional
    public PublicDrive oursInPublic(String code) {
        Known known = known(read(code)).orElseThrow(() -> new NotFound(code));
        scope.mine(known.drive(), known.drive().getOrganisationId(), code);
        return inPublic(known);
    }

    private PublicDrive inPublic(Known known) {
        Instant now = clock.instant();
        DriveAccounts.Accounts told = accounts.inPublic(known.drive(), now, known.zone(), this::party);
        DriveBalance balance = balance(known, told, went(told));
        return new PublicDrive(
                balance,
                known.drive().getKind() == DriveKind.SALE,
                balance.isConverted() ? new FlowsInPicture(balance, words, goodsInWords, locale()).draw() : null,
                pictures.toEverybody(pictures(known, told, now)),
                wishes.of(known.drive().getId()));
    }

    private static ShownPictures.Page pictures(Known known, DriveAccounts.Accounts told, Instant now) {
        return Tally.pictures(told.arrivals(), known.drive().getCode(), now, known.zone());
    }

    /**
     * The image of a photograph that stands on the drive's public page; a JPEG.
     *
     * @throws NotFound when the page does not show it
     */
    @Transactional
    public byte[] picture(String typed, String picture, String from) {
        Known known = inPublicKnown(typed, from);
        Instant now = clock.instant();
        DriveAccounts.Accounts told = accounts.inPublic(known.drive(), now, known.zone(), this::party);
        return pictures.imageForEverybody(picture, pictures(known, told, now)).orElseThrow(() -> new NotFound(picture));
    }

    private Known inPublicKnown(String typed, String from) {
        String code = read(typed);
        return attempts.guarded("drive", null, from, () -> known(code)).orElseThrow(() -> new NotFound(typed));
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
        return balance(known, accounts.exact(known.drive(), clock.instant(), known.zone(), this::party), List.of());
    }

    private String party(Onward.Party party) {
        return Saying.party(words, locale(), party);
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
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Known((Drive) row[0], (String) row[1], ZoneId.of((String) row[2])));
    }

    private DriveBalance balance(Known known, DriveAccounts.Accounts told, List<String> went) {
        Drive drive = known.drive();
        List<DriveBalance.Line> lines = lines(told.goods());
        DriveBalance.Line nothing =
                new DriveBalance.Line(null, say("trace_drive_total", Map.of()), COUNTED, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        DriveBalance.Line total = lines.stream()
                .filter(line -> line.measure().equals(COUNTED))
                .reduce(nothing, DriveBalance.Line::and);
        long bags = told.goods().parts().entrySet().stream()
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
                new DriveMoney(told).lines(),
                made(told),
                went);
    }

    /** One line per category and measure, in shelf order. */
    private List<DriveBalance.Line> lines(Account account) {
        Map<String, Map<Fate, Long>> fates = new TreeMap<>(
                Comparator.comparingInt((String goods) -> catalogue.categories().indexOf(categoryOf(goods)))
                        .thenComparing(Comparator.naturalOrder()));
        Map<String, Long> in = new TreeMap<>();
        account.in().forEach((goods, quantity) -> {
            fates.put(kindOf(goods), new EnumMap<>(Fate.class));
            in.merge(kindOf(goods), quantity, Long::sum);
        });
        account.parts().forEach((part, quantity) -> fates.computeIfAbsent(
                        kindOf(part.goods()), each -> new EnumMap<>(Fate.class))
                .merge(part.fate(), quantity, Long::sum));
        List<DriveBalance.Line> lines = new ArrayList<>();
        fates.forEach((goods, each) -> lines.add(new DriveBalance.Line(
                categoryOf(goods),
                nameOf(goods),
                measureOf(goods),
                in.getOrDefault(goods, 0L),
                sum(each, Fate.UNSORTED, Fate.WAITING, Fate.PREPARING),
                sum(each, Fate.ON_THE_WAY),
                sum(each, Fate.ARRIVED),
                sum(each, Fate.SOLD),
                sum(each, Fate.PACKED, Fate.WORKED, Fate.OPENED),
                sum(each, Fate.PASSED_ON),
                sum(each, Fate.ONWARD, Fate.HANDED_ON),
                sum(each, Fate.BACK, Fate.RETURNED),
                sum(each, Fate.LET_GO, Fate.DAMAGED),
                sum(each, Fate.LOST))));
        return lines;
    }

    /** Category and measure, whatever the item. */
    private static String kindOf(String goods) {
        return categoryOf(goods) + "|" + measureOf(goods);
    }

    /** What was made and bought, by what made it; the most of each at the head. */
    private List<DriveBalance.Made> made(DriveAccounts.Accounts told) {
        Map<String, Item> items = accounts.itemsOf(told.made().values());
        List<DriveBalance.Made> made = new ArrayList<>();
        told.made().forEach((how, account) -> account.in().entrySet().stream()
                .filter(each -> !DriveAccounts.isMoney(each.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> made.add(made(how, account, each.getKey(), each.getValue(), items))));
        return made;
    }

    private DriveBalance.Made made(
            ConversionKind how, Account account, String goods, long quantity, Map<String, Item> items) {
        Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        account.parts().forEach((part, some) -> {
            if (part.goods().equals(goods)) {
                fates.merge(part.fate(), some, Long::sum);
            }
        });
        Item item = items.get(String.valueOf(DriveAccounts.itemOf(goods)));
        return new DriveBalance.Made(
                how,
                inWords(item, goods, quantity),
                quantity,
                item == null ? measureOf(goods) : item.getUnit(),
                fates.entrySet().stream()
                        .map(each -> new DriveBalance.Part(
                                each.getKey(), each.getValue(), inWords(item, goods, each.getValue())))
                        .toList());
    }

    private String inWords(Item item, String goods, long quantity) {
        return item == null ? amount(goods, quantity) : goodsInWords.say(item, quantity, locale());
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
        return goods.split("\\|")[1];
    }

    private String nameOf(String goods) {
        String category = catalogue.categoryName(categoryOf(goods));
        String measure = measureOf(goods);
        if (measure.equals(COUNTED)) {
            return category;
        }
        return say("trace_measure_" + wordOf(measure), Map.of("0", category, "1", measure));
    }

    /** The common units have words of their own. */
    private static String wordOf(String measure) {
        return switch (measure) {
            case COUNTED, "bag", "gram", "millilitre" -> measure;
            default -> "other";
        };
    }

    private record Went(When when, String who) {}

    /** Where it went, by the recipient's public words and the month; the latest month at the head. */
    private List<String> went(DriveAccounts.Accounts told) {
        Map<PublicWords.Subject, String> recipients = publicWords.say(Account.recipients(told.all()), locale());
        List<String> went = new ArrayList<>(went("trace_drive_went", told.goods(), recipients));
        told.made().forEach((how, account) -> went.addAll(went("trace_drive_went_made", account, recipients)));
        return went;
    }

    private List<String> went(String key, Account account, Map<PublicWords.Subject, String> recipients) {
        Map<Went, Map<String, Long>> sums =
                new TreeMap<>(Comparator.comparing(Went::when).reversed().thenComparing(Went::who));
        account.parts().forEach((part, quantity) -> {
            if (part.fate() == Fate.ARRIVED || part.fate() == Fate.PAID_OUT && part.to() != null) {
                Went went = new Went(part.when().monthly(), recipients.get(part.to()));
                String measure = measureOf(part.goods());
                sums.computeIfAbsent(went, each -> new TreeMap<>())
                        .merge(measure.equals(COUNTED) ? "|" + COUNTED : kindOf(part.goods()), quantity, Long::sum);
            }
        });
        return sums.entrySet().stream()
                .map(each -> sentence(key, each.getKey(), each.getValue()))
                .toList();
    }

    private String sentence(String key, Went went, Map<String, Long> sums) {
        List<String> amounts = sums.entrySet().stream()
                .map(each -> amount(each.getKey(), each.getValue()))
                .toList();
        String when = say(
                went.when().by() ? "trace_by_month" : "trace_in_month",
                Map.of("month", frame.month(went.when().month().atDay(1))));
        return say(key, Map.of("goods", goodsInWords.join(amounts, locale()), "who", went.who(), "when", when));
    }

    private String amount(String goods, long quantity) {
        if (DriveAccounts.isMoney(goods)) {
            return goodsInWords.say(new Money(quantity, measureOf(goods)));
        }
        return say(
                "trace_amount_" + wordOf(measureOf(goods)),
                Map.of("count", quantity, "category", catalogue.categoryName(categoryOf(goods))));
    }

    private String say(String key, Map<String, Object> facts) {
        return words.say(locale(), key, facts);
    }

    private Locale locale() {
        return frame.getLocale();
    }
}
