package org.kindtrail.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.drive.Drive;
import org.kindtrail.stock.Oldest;
import org.kindtrail.web.Frame;

/** Adds up the steps of a workshop. */
@ApplicationScoped
class Progress {
    private final Works works;
    private final Oldest oldest;
    private final Catalogue catalogue;
    private final Frame frame;

    Progress(Works works, Oldest oldest, Catalogue catalogue, Frame frame) {
        this.works = works;
        this.oldest = oldest;
        this.catalogue = catalogue;
        this.frame = frame;
    }

    WorkshopView of(Drive drive) {
        List<Works.Sum> sums = works.sums(drive);
        ZoneId zone = frame.getZone();
        Map<LocalDate, List<Works.Sum>> byDay = sums.stream()
                .collect(Collectors.groupingBy(
                        sum -> LocalDate.ofInstant(sum.occurredAt(), zone),
                        () -> new TreeMap<>(Comparator.<LocalDate>reverseOrder()),
                        Collectors.toList()));
        return new WorkshopView(
                drive.getCode(),
                steps(sums),
                amounts(sums, Works.Sum::wentIn),
                amounts(sums, Progress::isMade),
                amounts(sums, Progress::isScrap),
                yieldOf(sums),
                toDo(drive, sums),
                byDay.entrySet().stream().map(day -> day(day.getKey(), day.getValue())).toList());
    }

    private WorkshopView.Day day(LocalDate day, List<Works.Sum> sums) {
        return new WorkshopView.Day(
                day,
                steps(sums),
                amounts(sums, Works.Sum::wentIn),
                amounts(sums, Progress::isMade),
                amounts(sums, Progress::isScrap),
                yieldOf(sums));
    }

    private static int steps(List<Works.Sum> sums) {
        return (int) sums.stream().map(Works.Sum::workId).distinct().count();
    }

    private static boolean isMade(Works.Sum sum) {
        return !sum.wentIn() && !sum.unfit();
    }

    private static boolean isScrap(Works.Sum sum) {
        return !sum.wentIn() && sum.unfit();
    }

    private List<WorkshopView.Amount> amounts(List<Works.Sum> sums, Predicate<Works.Sum> which) {
        Map<Long, Long> byItem = new LinkedHashMap<>();
        sums.stream().filter(which).forEach(sum -> byItem.merge(sum.itemId(), sum.quantity(), Long::sum));
        return byItem.entrySet().stream()
                .map(each -> amount(catalogue.of(each.getKey()), each.getValue()))
                .sorted(Comparator.comparing(WorkshopView.Amount::quantity).reversed())
                .toList();
    }

    private WorkshopView.Amount amount(Item item, long quantity) {
        return new WorkshopView.Amount(item.getCode(), catalogue.label(item), quantity, item.getUnit());
    }

    /** Scraps may be weighed; what went in and what is made must be counted alike. */
    private BigDecimal yieldOf(List<Works.Sum> sums) {
        List<Works.Sum> counted = sums.stream().filter(sum -> !isScrap(sum)).toList();
        long units = counted.stream().map(sum -> catalogue.of(sum.itemId()).getUnit()).distinct().count();
        long consumed = total(counted, Works.Sum::wentIn);
        return units != 1 || consumed == 0 ? null : percent(total(counted, Progress::isMade), consumed);
    }

    private static long total(List<Works.Sum> sums, Predicate<Works.Sum> which) {
        return sums.stream().filter(which).mapToLong(Works.Sum::quantity).sum();
    }

    /** With one decimal, rounded half up: 31 of 40 are 77.5. */
    static BigDecimal percent(long part, long whole) {
        BigInteger thousandths = BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(2000))
                .add(BigInteger.valueOf(whole))
                .divide(BigInteger.valueOf(whole).shiftLeft(1));
        return new BigDecimal(thousandths, 1);
    }

    private List<WorkshopView.Amount> toDo(Drive drive, List<Works.Sum> sums) {
        List<Item> items = sums.stream()
                .filter(Works.Sum::wentIn)
                .map(Works.Sum::itemId)
                .distinct()
                .map(catalogue::of)
                .toList();
        Map<Long, Long> free = new LinkedHashMap<>();
        items.forEach(item -> free.put(item.getId(), 0L));
        oldest.free(drive.getSite(), items).forEach(there -> free.merge(there.itemId(), there.available(), Long::sum));
        return free.entrySet().stream()
                .map(each -> amount(catalogue.of(each.getKey()), each.getValue()))
                .toList();
    }
}
