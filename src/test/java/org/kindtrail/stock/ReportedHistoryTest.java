package org.kindtrail.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.place.Place;
import org.kindtrail.report.AskReport;
import org.kindtrail.report.ReportData;
import org.kindtrail.report.ReportService;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;

/** Histories of a year: whatever period a report is about, its totals are what the movements add up to. */
@HouseTest
class ReportedHistoryTest {
    private static final long SEED = 20261122;
    private static final int ACTS = 250;
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @Inject
    AnOrganisation organisations;

    @Inject
    GeneratedHistory histories;

    @Inject
    HouseClock time;

    @Inject
    ReportService reports;

    @Inject
    EntityManager database;

    /** A movement, as the ledger has it. */
    private record Line(Instant at, Long from, Long to, long quantity, boolean back) {
        long in() {
            return from <= Place.PAID_OUT && to <= Place.PAID_OUT ? 0 : to > Place.PAID_OUT && from <= Place.PAID_OUT ? quantity : 0;
        }

        long out() {
            return from > Place.PAID_OUT && to <= Place.PAID_OUT ? quantity : 0;
        }
    }

    private List<Line> lines(AnOrganisation.House house) {
        return QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        """
                        select m.occurredAt, m.fromPlace.id, m.toPlace.id, m.quantity, m.reverses from Movement m
                        where m.organisationId = ?1 order by m.id""",
                        Object[].class)
                .setParameter(1, house.id)
                .getResultStream()
                .map(row -> new Line((Instant) row[0], (Long) row[1], (Long) row[2], (Long) row[3], row[4] != null))
                .toList());
    }

    @Test
    void reportsOfAnyPeriodAddUpToTheLedger() {
        System.out.println("reported history: seed " + SEED);
        Random random = new Random(SEED);
        AnOrganisation.House house = organisations.open();
        Instant start = FIRST.plusDays(3).atStartOfDay(ALMATY).toInstant();
        GeneratedHistory.World world = time.at(start, () -> histories.begin(house));
        Instant now = start;
        for (int act = 0; act < ACTS; act++) {
            now = now.plusSeconds(random.nextInt(2 * 86_400 * 340 / ACTS));
            Instant moment = now;
            time.at(moment, () -> histories.anythingRandom(world, random));
        }
        List<Line> lines = lines(house);
        assertThat(lines).hasSizeGreaterThan(ACTS / 2).anyMatch(Line::back);
        for (int i = 0; i < 12; i++) {
            LocalDate from = i == 0 ? LocalDate.of(2000, 1, 1).plusYears(20) : FIRST.plusDays(random.nextInt(340));
            LocalDate to = i == 0 ? FIRST.plusYears(2) : from.plusDays(random.nextInt(120));
            agrees(house, lines, from, to);
        }
    }

    private void agrees(AnOrganisation.House house, List<Line> lines, LocalDate from, LocalDate to) {
        ReportData data = house.as(Role.COORDINATOR, () -> reports.preview(new AskReport(from, to, null, null, null, null)));
        Instant begin = from.atStartOfDay(ALMATY).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(ALMATY).toInstant();
        long opening = 0;
        long closing = 0;
        Map<String, Long> expected = new HashMap<>();
        for (Line line : lines) {
            long held = line.in() - line.out();
            opening += line.at().isBefore(begin) ? held : 0;
            closing += line.at().isBefore(end) ? held : 0;
            if (!line.at().isBefore(begin) && line.at().isBefore(end)) {
                count(expected, "received", line, Place.DONATED, true);
                count(expected, "made", line, Place.CONVERTED, true);
                count(expected, "distributed", line, Place.DELIVERED, false);
                count(expected, "used", line, Place.CONVERTED, false);
                count(expected, "let_go", line, Place.LET_GO, false);
                count(expected, "lost", line, Place.LOST, false);
            }
        }
        expected.values().removeIf(each -> each == 0);
        List<ReportData.Goods> goods = data.goods();
        assertThat(goods.stream().mapToLong(ReportData.Goods::opening).sum()).as("held on %s", from).isEqualTo(opening);
        assertThat(goods.stream().mapToLong(ReportData.Goods::closing).sum()).as("held after %s", to).isEqualTo(closing);
        Map<String, Long> told = new HashMap<>();
        goods.forEach(each -> each.flows().forEach((flow, quantity) -> told.merge(flow, quantity, Long::sum)));
        assertThat(told).as("%s to %s", from, to).isEqualTo(expected);
        assertThat(data.losses().stream().mapToLong(ReportData.Loss::quantity).sum())
                .isEqualTo(expected.getOrDefault("let_go", 0L) + expected.getOrDefault("lost", 0L));
        assertThat(data.regions().stream().mapToLong(ReportData.Given::quantity).sum())
                .isEqualTo(expected.getOrDefault("distributed", 0L));
    }

    /** What comes out of a boundary counts, and what went back into it is taken away; the other way round for what goes in. */
    private static void count(Map<String, Long> sums, String flow, Line line, Long boundary, boolean in) {
        Long side = in == line.back() ? line.to() : line.from();
        if (side.equals(boundary)) {
            sums.merge(flow, line.back() ? -line.quantity() : line.quantity(), Long::sum);
        }
    }

    @Test
    void monthsAreThoseOfTheOrganisationsTimeZone() {
        AnOrganisation.House house = organisations.open();
        List<String> months = new ArrayList<>();
        GeneratedHistory.World world = time.at(Instant.parse("2025-05-31T18:59:59Z"), () -> histories.begin(house));
        time.at(Instant.parse("2025-05-31T19:00:00Z"), () -> histories.act(world, () -> histories.receive(world, new Random(1))));
        for (String[] period : new String[][] {{"2025-05-01", "2025-05-31"}, {"2025-06-01", "2025-06-30"}}) {
            ReportData data = house.as(Role.COORDINATOR, () -> reports.preview(
                    new AskReport(LocalDate.parse(period[0]), LocalDate.parse(period[1]), null, null, null, null)));
            assertThat(data.goods()).hasSize(1);
            months.add(data.months().get(0).month() + " " + (data.goods().get(0).flows().get("received") > 0));
        }
        assertThat(months).containsExactly("2025-05 true", "2025-06 true");
    }
}
