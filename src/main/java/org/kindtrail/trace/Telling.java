package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kindtrail.catalogue.Catalogue;
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
    private final Onward onward;
    private final PublicWords publicWords;
    private final ShownPictures pictures;
    private final GoodsInWords goodsInWords;
    private final Words words;
    private final Frame frame;
    private final Clock clock;
    private final Catalogue catalogue;

    Telling(
            Flows flows,
            Traces traces,
            Onward onward,
            PublicWords publicWords,
            ShownPictures pictures,
            GoodsInWords goodsInWords,
            Words words,
            Frame frame,
            Clock clock,
            Catalogue catalogue) {
        this.catalogue = catalogue;
        this.flows = flows;
        this.traces = traces;
        this.onward = onward;
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
        return new Story(donation, clock.instant()).tell();
    }

    /** The image of a photograph that stands on the donation's page; a JPEG. */
    @Transactional
    Optional<byte[]> show(Donated donation, String picture) {
        if (donation.reversed()) {
            return Optional.empty();
        }
        Layers layers = layers(donation);
        Instant now = clock.instant();
        return pictures.imageForDonors(
                picture,
                Tally.pictures(
                        arrivals(layers.inPublic(List.of(), goods -> false, now, donation.zone()).values()),
                        donation.driveCode(),
                        now,
                        donation.zone()));
    }

    private Layers layers(Donated donation) {
        List<Strand> strands = flows.ofDonation(donation.id());
        return new Layers(strands, Layers.areMany(strands) ? traces.stepsOf(donation.id()) : List.of());
    }

    private static Map<Long, Flow.Trip> arrivals(Collection<Account> accounts) {
        Map<Long, Flow.Trip> arrivals = new HashMap<>();
        accounts.forEach(account -> arrivals.putAll(account.tally().arrivals()));
        return arrivals;
    }

    /** What the goods are: from the organisation's catalogue, unless another organisation made something of them. */
    private Map<String, Item> items(Donated donation, Layers layers) {
        Map<Long, Item> known = catalogue.byId();
        Map<String, Item> items = new HashMap<>();
        for (String goods : layers.goods()) {
            Item item = known.get(Long.valueOf(goods));
            if (item == null) {
                return traces.itemsOf(donation.id());
            }
            items.put(goods, item);
        }
        return items;
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
                List.of(),
                List.of());
    }

    /** One donation's story while it is being told. */
    private final class Story {
        private final Donated donation;
        private final Instant now;
        private final Layers layers;
        private final SortedMap<Layer, Account> accounts;
        private final Map<Layer, Long> others;
        private final Account given;
        private final Map<Long, Flow.Trip> arrivals;
        private final Saying saying;
        private final Onward.All sentOn;
        private final List<TraceView.Part> parts;
        private final List<TraceView.Becoming> becoming;

        private Story(Donated donation, Instant now) {
            this.donation = donation;
            this.now = now;
            this.layers = layers(donation);
            Map<String, Item> items = items(donation, layers);
            this.accounts = layers.inPublic(
                    donation.beside().packed() ? flows.stagedOfDonation(donation.id()) : List.of(), goods -> Catalogue.isMoney(items.get(goods)), now, donation.zone());
            this.given = accounts.get(Layer.GIVEN);
            this.arrivals = arrivals(accounts.values());
            this.others = traces.others(donation, layers.behind());
            this.saying = new Saying(
                    words,
                    frame,
                    goodsInWords,
                    items,
                    publicWords.say(Account.recipients(accounts.values()), frame.getLocale()));
            this.sentOn = donation.beside().shipped()
                    ? onward.ofDonation(donation.id(), donation.organisationId())
                    : Onward.All.NOTHING;
            sentOn.elsewhere().forEach(this::tellElsewhere);
            this.parts = saying.parts(given.parts(), true);
            this.becoming = accounts.entrySet().stream()
                    .filter(each -> each.getValue() != given && !each.getValue().in().isEmpty())
                    .map(each -> becoming(each.getKey(), each.getValue()))
                    .toList();
        }

        private void tellElsewhere(Onward.Elsewhere some) {
            Account account = accounts.get(layers.of(some));
            Onward.Away away = sentOn.away(some, now, donation.zone());
            if (account != null && away != null) {
                account.tell(List.of(away), saying::party);
            }
        }

        private TraceView tell() {
            List<TraceView.Goods> contents = saying.goods(sorted(given.in()));
            return new TraceView(
                    donation.organisation(),
                    new TraceView.DriveName(donation.driveCode(), donation.driveTitle()),
                    donation.receivedOn(),
                    false,
                    news(),
                    saying.goods(given.tally().received()),
                    contents,
                    parts,
                    way(contents),
                    becoming,
                    thanks(),
                    donation.beside().pictured() || !arrivals.isEmpty()
                            ? pictures.toDonors(Tally.pictures(arrivals, donation.driveCode(), now, donation.zone()))
                            : List.of());
        }

        /** What came in, less the bags that nobody has looked into. */
        private Map<String, Long> sorted(Map<String, Long> in) {
            Map<String, Long> contents = new LinkedHashMap<>(in);
            given.parts().forEach((part, quantity) -> {
                if (part.fate() == Fate.UNSORTED) {
                    contents.merge(part.goods(), -quantity, Long::sum);
                }
            });
            contents.values().removeIf(quantity -> quantity <= 0);
            return contents;
        }

        private TraceView.Becoming becoming(Layer layer, Account account) {
            List<TraceView.Goods> goods = saying.goods(account.in());
            Long with = layer.shared() ? others.getOrDefault(layer, 0L) : null;
            String sentence = saying.say(
                    "trace_became_" + layer.how().word() + (with == null ? "" : "_shared"),
                    Map.of("goods", saying.join(goods), "count", Saying.count(goods), "others", with == null ? 0L : with));
            return new TraceView.Becoming(
                    layer.how(), with == null, with, goods, sentence, saying.parts(account.parts(), false));
        }

        /** The sentences of these fates, of what was given. */
        private List<String> sentences(Set<Fate> fates) {
            return parts.stream()
                    .filter(part -> fates.contains(part.fate()))
                    .map(TraceView.Part::sentence)
                    .toList();
        }

        private boolean any(Set<Fate> fates) {
            return parts.stream().anyMatch(part -> fates.contains(part.fate()));
        }

        /** Of what was given, or of what came of it. */
        private boolean anywhere(Set<Fate> fates) {
            return any(fates)
                    || becoming.stream()
                            .flatMap(each -> each.parts().stream())
                            .anyMatch(part -> fates.contains(part.fate()));
        }

        /** What a donor wants to know first. */
        private List<String> news() {
            List<String> arrived = arrived();
            return arrived.isEmpty() ? List.of(saying.say("trace_news_" + furthest(), Map.of())) : arrived;
        }

        private String furthest() {
            if (anywhere(EnumSet.of(Fate.ON_THE_WAY))) {
                return "on_the_way";
            }
            if (anywhere(Fate.ELSEWHERE)) {
                return anywhere(EnumSet.of(Fate.HANDED_ON)) ? "handed_on" : "onward";
            }
            if (anywhere(EnumSet.of(Fate.PREPARING))) {
                return "preparing";
            }
            if (!becoming.isEmpty() || any(EnumSet.of(Fate.SOLD, Fate.PACKED, Fate.WORKED, Fate.SPENT, Fate.EXCHANGED))) {
                return "became";
            }
            return Stream.of(Fate.PASSED_ON, Fate.PAID_OUT, Fate.HELD, Fate.WAITING, Fate.UNSORTED)
                    .filter(fate -> any(EnumSet.of(fate)))
                    .findFirst()
                    .map(Fate::word)
                    .orElse("gone");
        }

        /** Things that came where they were needed, or money; the most at the head, the donor's own before what is shared. */
        private record Arrived(Layer layer, TraceView.Goods goods, String who) {
            private static final Comparator<Arrived> ORDER = Comparator.comparing((Arrived each) -> each.layer().shared())
                    .thenComparing(each -> each.goods().amount() != null)
                    .thenComparing(each -> -each.goods().quantity());

            private String key() {
                return goods.amount() != null ? "trace_news_paid" : layer.shared() ? "trace_news_helped" : "trace_news_arrived";
            }
        }

        /** What arrived where, the months together. */
        private List<String> arrived() {
            List<Arrived> all = new ArrayList<>();
            accounts.forEach((layer, account) -> {
                Map<String, Map<String, Long>> arrived = new TreeMap<>();
                account.parts().forEach((part, quantity) -> {
                    if (part.fate() == Fate.ARRIVED || part.fate() == Fate.PAID_OUT && part.to() != null) {
                        arrived.computeIfAbsent(saying.recipient(part.to()), each -> new LinkedHashMap<>())
                                .merge(part.goods(), quantity, Long::sum);
                    }
                });
                arrived.forEach((who, goods) ->
                        saying.goods(goods).forEach(each -> all.add(new Arrived(layer, each, who))));
            });
            return all.stream()
                    .sorted(Arrived.ORDER)
                    .limit(MOST_NEWS)
                    .map(each -> saying.say(each.key(), Map.of("goods", each.goods().words(), "who", each.who())))
                    .toList();
        }

        private List<TraceView.Step> way(List<TraceView.Goods> contents) {
            return List.of(received(), sorting(contents), giving(), arriving());
        }

        private TraceView.Step received() {
            List<TraceView.Goods> received = saying.goods(given.tally().received());
            String sentence = saying.say(
                    isMoney(received) ? "trace_received_money" : "trace_received",
                    Map.of(
                            "goods", saying.join(received),
                            "day", frame.day(donation.receivedOn()),
                            "organisation", donation.organisation()));
            return new TraceView.Step("received", TraceView.StepState.DONE, List.of(sentence));
        }

        private static boolean isMoney(List<TraceView.Goods> goods) {
            return !goods.isEmpty() && goods.stream().allMatch(each -> each.amount() != null);
        }

        private TraceView.Step sorting(List<TraceView.Goods> contents) {
            List<String> sentences = new ArrayList<>();
            if (!contents.isEmpty() && !isMoney(contents)) {
                sentences.add(saying.say("trace_contents", Map.of("goods", saying.join(contents))));
            }
            sentences.addAll(sentences(EnumSet.of(Fate.UNSORTED, Fate.LET_GO)));
            return new TraceView.Step(
                    "sorted", state(any(EnumSet.of(Fate.UNSORTED)), !contents.isEmpty()), sentences);
        }

        private TraceView.Step giving() {
            Set<Fate> gone = EnumSet.copyOf(Fate.CHANGED);
            gone.addAll(EnumSet.of(Fate.ON_THE_WAY, Fate.ARRIVED, Fate.DAMAGED));
            gone.addAll(Fate.ELSEWHERE);
            boolean begun = any(gone);
            Set<Fate> told = EnumSet.copyOf(Fate.CHANGED);
            told.addAll(EnumSet.of(Fate.WAITING, Fate.PREPARING, Fate.HELD, Fate.ON_THE_WAY, Fate.LOST));
            told.addAll(Fate.ELSEWHERE);
            List<String> sentences = new ArrayList<>();
            sentOn.told(now, donation.zone()).forEach(hop -> sentences.add(travelled(hop)));
            sentences.addAll(sentences(told));
            return new TraceView.Step("given", state(any(Fate.HERE) || !begun, begun), sentences);
        }

        /** From whose hands into whose. */
        private String travelled(Onward.Hop hop) {
            boolean came = hop.isReceivedTold(now, donation.zone());
            List<TraceView.Goods> goods = saying.goods(came ? hop.came() : hop.sent());
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("goods", saying.join(goods));
            facts.put("count", Saying.count(goods));
            facts.put("from", hop.from().name().equals(donation.organisation()) ? donation.organisation() : saying.party(hop.from()));
            facts.put("to", saying.party(hop.to()));
            facts.put("when", came ? saying.say(hop.received(donation.zone())) : "");
            return saying.say(came ? "trace_travelled" : "trace_travelling", facts);
        }

        private TraceView.Step arriving() {
            boolean begun = anywhere(EnumSet.of(Fate.ARRIVED, Fate.PAID_OUT));
            boolean open = anywhere(Fate.HERE) || anywhere(Fate.ELSEWHERE) || anywhere(EnumSet.of(Fate.ON_THE_WAY));
            return new TraceView.Step(
                    "arrived", state(open || !begun, begun), sentences(EnumSet.of(Fate.ARRIVED, Fate.DAMAGED)));
        }

        private static TraceView.StepState state(boolean open, boolean begun) {
            if (!begun) {
                return TraceView.StepState.AHEAD;
            }
            return open ? TraceView.StepState.PARTLY : TraceView.StepState.DONE;
        }

        /** Of deliveries in which something of this donation was, as late as the delivery itself; in no order of time. */
        private List<TraceView.Thanks> thanks() {
            return traces.thanksOf(arrivals.keySet()).stream()
                    .filter(thanked -> new Journey(arrivals.get(thanked.dispatch()).to().disclosure(), donation.zone())
                            .isTold(thanked.givenAt(), thanked.approvedAt(), now))
                    .map(thanked -> new TraceView.Thanks(
                            thanked.words(), saying.recipient(arrivals.get(thanked.dispatch()).to())))
                    .sorted(Comparator.comparing(TraceView.Thanks::from).thenComparing(TraceView.Thanks::words))
                    .toList();
        }
    }
}
