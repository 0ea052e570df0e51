package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindtrail.catalogue.Item;
import org.kindtrail.picture.ShownPictures;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Words;

/** Tells what became of a donation, in words: what a donor may know, and nothing of anybody else. */
@ApplicationScoped
class Telling {
    /** Of many arrivals, the largest are the news; all of them stand on the way. */
    private static final int MOST_NEWS = 3;

    private final Flows flows;
    private final Traces traces;
    private final PublicWords publicWords;
    private final ShownPictures pictures;
    private final GoodsInWords goodsInWords;
    private final Words words;
    private final Frame frame;
    private final Clock clock;

    Telling(
            Flows flows,
            Traces traces,
            PublicWords publicWords,
            ShownPictures pictures,
            GoodsInWords goodsInWords,
            Words words,
            Frame frame,
            Clock clock) {
        this.flows = flows;
        this.traces = traces;
        this.publicWords = publicWords;
        this.pictures = pictures;
        this.goodsInWords = goodsInWords;
        this.words = words;
        this.frame = frame;
        this.clock = clock;
    }

    @Transactional
    TraceView tell(Donated donation) {
        if (donation.reversed()) {
            return byMistake(donation);
        }
        Instant now = clock.instant();
        Tally tally = Tally.inPublic(
                flows.ofDonation(donation.id()), flows.stagedOfDonation(donation.id()), now, donation.zone());
        return new Story(donation, tally, now).tell();
    }

    /** The image of a photograph that stands on the donation's page; a JPEG. */
    @Transactional
    Optional<byte[]> show(Donated donation, String picture) {
        if (donation.reversed()) {
            return Optional.empty();
        }
        Tally tally = Tally.inPublic(flows.ofDonation(donation.id()), Map.of(), clock.instant(), donation.zone());
        return pictures.imageForDonors(picture, tally.pictures(donation.driveCode()));
    }

    private static TraceView byMistake(Donated donation) {
        return new TraceView(
                donation.organisation(),
                new TraceView.DriveName(donation.driveCode(), donation.driveTitle()),
                donation.receivedOn(),
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * What is told in one sentence: goods that share their fate, where they went, and when. What went to two recipients
     * with the same words in public is one sum, and nothing is in the order in which it happened.
     */
    private record Told(Fate fate, String recipient, When when) {
        private static final Comparator<Told> ORDER = Comparator.comparing(Told::fate)
                .thenComparing(Told::when, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Told::recipient, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** One donation's story while it is being told. */
    private final class Story {
        private final Donated donation;
        private final Tally tally;
        private final Instant now;
        private final Locale locale = frame.getLocale();
        private final Map<String, Item> items;
        private final Map<PublicWords.Subject, String> recipients;
        private List<TraceView.Part> parts;

        private Story(Donated donation, Tally tally, Instant now) {
            this.donation = donation;
            this.tally = tally;
            this.now = now;
            this.items = traces.itemsOf(donation.id());
            this.recipients = publicWords.say(
                    tally.parts().keySet().stream()
                            .map(Tally.Part::to)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()),
                    locale);
        }

        private TraceView tell() {
            parts = parts();
            List<TraceView.Goods> contents = goods(sorted(tally.in()));
            return new TraceView(
                    donation.organisation(),
                    new TraceView.DriveName(donation.driveCode(), donation.driveTitle()),
                    donation.receivedOn(),
                    false,
                    news(),
                    goods(tally.received()),
                    contents,
                    parts,
                    way(contents),
                    thanks(),
                    pictures.toDonors(tally.pictures(donation.driveCode())));
        }

        /** What came in, less the bags that nobody has looked into. */
        private Map<String, Long> sorted(Map<String, Long> in) {
            Map<String, Long> contents = new LinkedHashMap<>(in);
            tally.parts().forEach((part, quantity) -> {
                if (part.fate() == Fate.UNSORTED) {
                    contents.merge(part.goods(), -quantity, Long::sum);
                }
            });
            contents.values().removeIf(quantity -> quantity <= 0);
            return contents;
        }

        private List<TraceView.Part> parts() {
            Map<Told, Map<String, Long>> told = new TreeMap<>(Told.ORDER);
            tally.parts()
                    .forEach((part, quantity) -> told.computeIfAbsent(told(part), each -> new LinkedHashMap<>())
                            .merge(part.goods(), quantity, Long::sum));
            return told.entrySet().stream()
                    .map(each -> part(each.getKey(), goods(each.getValue())))
                    .toList();
        }

        private Told told(Tally.Part part) {
            return new Told(part.fate(), part.to() == null ? null : recipients.get(part.to()), part.when());
        }

        private TraceView.Part part(Told told, List<TraceView.Goods> goods) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("goods", join(goods));
            facts.put("count", count(goods));
            facts.put("who", told.recipient() == null ? "" : told.recipient());
            When when = told.when();
            if (when != null) {
                facts.put("when", say(when));
            }
            return new TraceView.Part(
                    told.fate(),
                    say("trace_fate_" + told.fate().word(), facts),
                    goods,
                    told.recipient(),
                    when == null ? null : when.month().toString(),
                    when == null ? null : when.day());
        }

        private String say(When when) {
            if (when.day() != null) {
                return say("trace_on_day", Map.of("day", frame.day(when.day())));
            }
            return say(
                    when.by() ? "trace_by_month" : "trace_in_month",
                    Map.of("month", frame.month(when.month().atDay(1))));
        }

        /** Goods of one name together, whoever they fit; the most at the head, and by their words where there are as many. */
        private List<TraceView.Goods> goods(Map<String, Long> quantities) {
            Map<String, Item> named = new LinkedHashMap<>();
            Map<String, Long> sums = new LinkedHashMap<>();
            quantities.forEach((key, quantity) -> {
                Item item = items.get(key);
                named.merge(goodsInWords.nameOf(item), item, (one, other) -> first(one, other));
                sums.merge(goodsInWords.nameOf(item), quantity, Long::sum);
            });
            return sums.entrySet().stream()
                    .map(each -> {
                        Item item = named.get(each.getKey());
                        return new TraceView.Goods(
                                goodsInWords.say(item, each.getValue(), locale), each.getValue(), item.getUnit());
                    })
                    .sorted(Comparator.comparingLong(TraceView.Goods::quantity)
                            .reversed()
                            .thenComparing(TraceView.Goods::words))
                    .toList();
        }

        private static Item first(Item one, Item other) {
            return one.getCode().compareTo(other.getCode()) <= 0 ? one : other;
        }

        private String join(List<TraceView.Goods> goods) {
            return goodsInWords.join(goods.stream().map(TraceView.Goods::words).toList(), locale);
        }

        private static long count(List<TraceView.Goods> goods) {
            return goods.stream().mapToLong(TraceView.Goods::quantity).sum();
        }

        private String say(String key, Map<String, Object> facts) {
            return words.say(locale, key, facts);
        }

        private List<String> sentences(Fate... fates) {
            return parts.stream()
                    .filter(part -> List.of(fates).contains(part.fate()))
                    .map(TraceView.Part::sentence)
                    .toList();
        }

        private boolean any(Fate... fates) {
            return !sentences(fates).isEmpty();
        }

        /** What a donor wants to know first. */
        private List<String> news() {
            if (any(Fate.ARRIVED)) {
                return arrivals();
            }
            Fate furthest = Stream.of(Fate.ON_THE_WAY, Fate.PREPARING, Fate.WAITING, Fate.UNSORTED)
                    .filter(fate -> any(fate))
                    .findFirst()
                    .orElse(null);
            return List.of(say("trace_news_" + (furthest == null ? "gone" : furthest.word()), Map.of()));
        }

        /** What arrived where, the months together; the most at the head. */
        private List<String> arrivals() {
            Map<String, Map<String, Long>> arrived = new TreeMap<>();
            tally.parts().forEach((part, quantity) -> {
                if (part.fate() == Fate.ARRIVED) {
                    String who = recipients.get(part.to());
                    arrived.computeIfAbsent(who, each -> new LinkedHashMap<>()).merge(part.goods(), quantity, Long::sum);
                }
            });
            record Arrived(TraceView.Goods goods, String who) {}
            return arrived.entrySet().stream()
                    .flatMap(each -> goods(each.getValue()).stream().map(goods -> new Arrived(goods, each.getKey())))
                    .sorted(Comparator.comparingLong((Arrived each) -> each.goods().quantity()).reversed())
                    .limit(MOST_NEWS)
                    .map(each -> say("trace_news_arrived", Map.of("goods", each.goods().words(), "who", each.who())))
                    .toList();
        }

        private List<TraceView.Step> way(List<TraceView.Goods> contents) {
            return List.of(received(), sorting(contents), giving(), arriving());
        }

        private TraceView.Step received() {
            String sentence = say(
                    "trace_received",
                    Map.of(
                            "goods", join(goods(tally.received())),
                            "day", frame.day(donation.receivedOn()),
                            "organisation", donation.organisation()));
            return new TraceView.Step("received", TraceView.StepState.DONE, List.of(sentence));
        }

        private TraceView.Step sorting(List<TraceView.Goods> contents) {
            List<String> sentences = new ArrayList<>();
            if (!contents.isEmpty()) {
                sentences.add(say("trace_contents", Map.of("goods", join(contents))));
            }
            sentences.addAll(sentences(Fate.UNSORTED, Fate.LET_GO));
            return new TraceView.Step("sorted", state(any(Fate.UNSORTED), !contents.isEmpty()), sentences);
        }

        private TraceView.Step giving() {
            boolean open = any(Fate.UNSORTED, Fate.WAITING, Fate.PREPARING);
            boolean begun = any(Fate.ON_THE_WAY, Fate.ARRIVED, Fate.DAMAGED);
            return new TraceView.Step(
                    "given",
                    state(open || !begun, begun),
                    sentences(Fate.WAITING, Fate.PREPARING, Fate.ON_THE_WAY, Fate.LOST));
        }

        private TraceView.Step arriving() {
            boolean open = any(Fate.UNSORTED, Fate.WAITING, Fate.PREPARING, Fate.ON_THE_WAY);
            boolean begun = any(Fate.ARRIVED);
            return new TraceView.Step(
                    "arrived", state(open || !begun, begun), sentences(Fate.ARRIVED, Fate.DAMAGED));
        }

        private static TraceView.StepState state(boolean open, boolean begun) {
            if (!begun) {
                return TraceView.StepState.AHEAD;
            }
            return open ? TraceView.StepState.PARTLY : TraceView.StepState.DONE;
        }

        /** Of deliveries in which something of this donation was, as late as the delivery itself; in no order of time. */
        private List<TraceView.Thanks> thanks() {
            Map<Long, Flow.Trip> arrivals = tally.arrivals();
            return traces.thanksOf(arrivals.keySet()).stream()
                    .filter(thanked -> new Journey(arrivals.get(thanked.dispatch()).to().disclosure(), donation.zone())
                            .isTold(thanked.givenAt(), thanked.approvedAt(), now))
                    .map(thanked -> new TraceView.Thanks(
                            thanked.words(), recipients.get(arrivals.get(thanked.dispatch()).to())))
                    .sorted(Comparator.comparing(TraceView.Thanks::from).thenComparing(TraceView.Thanks::words))
                    .toList();
        }
    }
}
