package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.dispatch.DispatchLine;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;

/** Makes the loading list of a round out of what its dispatches carry; items are named in the reader's language. */
@ApplicationScoped
class Loading {
    private final Catalogue catalogue;
    private final Goods goods;

    Loading(Catalogue catalogue, Goods goods) {
        this.catalogue = catalogue;
        this.goods = goods;
    }

    /** A lot at a place: what lies together is taken together. */
    private record Spot(Long place, Long lot) {}

    /** What is alike at one stop is loaded together. */
    private record Kind(int stop, Long item, String size) {}

    LoadingView of(DeliveryRound round, List<DispatchLine> carried) {
        Map<Long, Integer> stops = round.getStops().stream()
                .collect(Collectors.toMap(stop -> stop.getDispatch().getId(), RoundStop::getStop));
        Function<DispatchLine, Integer> stop = line -> stops.get(line.getDispatch().getId());
        Map<Spot, List<DispatchLine>> spots = new LinkedHashMap<>();
        Map<Kind, List<DispatchLine>> kinds = new LinkedHashMap<>();
        for (DispatchLine line : carried) {
            Lot lot = line.getLot();
            spots.computeIfAbsent(new Spot(line.getPlace().getId(), lot.getId()), none -> new ArrayList<>())
                    .add(line);
            kinds.computeIfAbsent(new Kind(stop.apply(line), lot.getItem().getId(), lot.getSize()), none -> new ArrayList<>())
                    .add(line);
        }
        List<LoadingView.Take> takes = spots.values().stream()
                .sorted(Comparator.comparing(lines -> lines.get(0), walking()))
                .map(lines -> take(lines, stop))
                .toList();
        List<LoadingView.Load> loads = kinds.values().stream()
                .map(lines -> load(lines, stop.apply(lines.get(0))))
                .sorted(Comparator.comparing(LoadingView.Load::stop, Comparator.reverseOrder())
                        .thenComparing(LoadingView.Load::itemName)
                        .thenComparing(load -> load.size() == null ? "" : load.size()))
                .toList();
        return new LoadingView(round.getCode(), takes, loads);
    }

    /** As one walks: site by site, and shelf after shelf in it. */
    private Comparator<DispatchLine> walking() {
        return Comparator.comparing((DispatchLine line) -> line.getPlace().stands().getName())
                .thenComparing(line -> line.getPlace().stands().getId())
                .thenComparing(line -> line.getPlace().getWalk())
                .thenComparing(line -> line.getPlace().label())
                .thenComparing(line -> catalogue.label(line.getLot().getItem()))
                .thenComparing(line -> line.getLot().getCode());
    }

    private LoadingView.Take take(List<DispatchLine> lines, Function<DispatchLine, Integer> stop) {
        DispatchLine first = lines.get(0);
        Place place = first.getPlace();
        Item item = first.getLot().getItem();
        long sum = sum(lines);
        return new LoadingView.Take(
                place.getCode(),
                place.label(),
                first.getLot().getCode(),
                catalogue.label(item),
                first.getLot().getSize(),
                sum,
                goods.quantity(item, sum),
                List.copyOf(lines.stream().map(stop).collect(Collectors.toCollection(TreeSet::new))));
    }

    private LoadingView.Load load(List<DispatchLine> lines, int stop) {
        DispatchLine first = lines.get(0);
        Item item = first.getLot().getItem();
        long sum = sum(lines);
        return new LoadingView.Load(
                stop,
                first.getDispatch().getCode(),
                first.getDispatch().getRecipient().getCode(),
                catalogue.label(item),
                first.getLot().getSize(),
                sum,
                goods.quantity(item, sum));
    }

    private static long sum(List<DispatchLine> lines) {
        return lines.stream().mapToLong(DispatchLine::getQuantity).sum();
    }
}
