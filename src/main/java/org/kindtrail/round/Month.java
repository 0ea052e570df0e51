package org.kindtrail.round;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A month in whole weeks, Monday first, and how much of what stands on each of its days. */
public record Month(LocalDate first, LocalDate previous, LocalDate next, List<List<Cell>> weeks) {
    /** How many of a kind. */
    public record Count(String wordsKey, int number) {}

    /**
     * A day of it.
     *
     * @param within whether it is of the month itself, and not of the one before or after
     */
    public record Cell(LocalDate day, boolean within, boolean today, List<Count> counts) {
        public int number() {
            return day.getDayOfMonth();
        }
    }

    static LocalDate firstShown(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static LocalDate lastShown(YearMonth month) {
        return month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    static Month of(YearMonth month, LocalDate today, List<CalendarEntry> entries) {
        Map<LocalDate, List<CalendarEntry>> byDay =
                entries.stream().collect(Collectors.groupingBy(CalendarEntry::day));
        List<List<Cell>> weeks = new ArrayList<>();
        LocalDate last = lastShown(month);
        for (LocalDate monday = firstShown(month); !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            List<Cell> week = new ArrayList<>();
            for (LocalDate day = monday; day.isBefore(monday.plusWeeks(1)); day = day.plusDays(1)) {
                week.add(new Cell(
                        day, YearMonth.from(day).equals(month), day.equals(today), counts(byDay.getOrDefault(day, List.of()))));
            }
            weeks.add(week);
        }
        return new Month(
                month.atDay(1), month.minusMonths(1).atDay(1), month.plusMonths(1).atDay(1), weeks);
    }

    private static List<Count> counts(List<CalendarEntry> entries) {
        Map<CalendarEntry.Kind, Integer> counted = new EnumMap<>(CalendarEntry.Kind.class);
        entries.forEach(entry -> counted.merge(entry.kind(), 1, Integer::sum));
        return counted.entrySet().stream()
                .map(each -> new Count(each.getKey().countKey(), each.getValue()))
                .toList();
    }

    /** As it stands in an address: 2026-11. */
    public String previousMonth() {
        return YearMonth.from(previous).toString();
    }

    public String nextMonth() {
        return YearMonth.from(next).toString();
    }

    /** The days of the month itself on which something stands, and today: what fits a telephone. */
    public List<Cell> days() {
        return weeks.stream()
                .flatMap(List::stream)
                .filter(cell -> cell.within() && (cell.today() || !cell.counts().isEmpty()))
                .toList();
    }
}
