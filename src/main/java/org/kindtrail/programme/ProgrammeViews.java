package org.kindtrail.programme;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.kernel.Money;

/** Shows programmes; what was spent comes from the rooms that spend, and what was reached from the one that counts it. */
@ApplicationScoped
class ProgrammeViews {
    /** Of what was spent on no line. */
    private static final int NO_LINE = 0;

    private final Organisations organisations;
    private final Catalogue catalogue;
    private final List<Charges> rooms;
    private final Reaching reaching;
    private final Scope scope;

    ProgrammeViews(
            Organisations organisations, Catalogue catalogue, @All List<Charges> rooms, Reaching reaching, Scope scope) {
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.rooms = rooms;
        this.reaching = reaching;
        this.scope = scope;
    }

    /** In a number of statements that does not grow with it. */
    ProgrammeView of(Programme programme) {
        return new ProgrammeView(
                programme.getCode(),
                programme.getName(),
                programme.getFunder(),
                programme.getAbout(),
                programme.getStartsOn(),
                programme.getEndsOn(),
                programme.getCurrency(),
                programme.isOpen(),
                programme.getClosedAt(),
                programme.isFreesGoods(),
                partners(programme),
                scope.has(Role.DISTRIBUTOR) ? budget(programme) : null,
                targets(programme),
                programme.getVersion());
    }

    private List<ProgrammeView.Partner> partners(Programme programme) {
        List<Long> ids = programme.getPartners().stream()
                .map(Partner::getOrganisationId)
                .filter(Objects::nonNull)
                .toList();
        Map<Long, String> codes = new HashMap<>();
        if (!ids.isEmpty()) {
            organisations.list("id in ?1", ids).forEach((Organisation each) -> codes.put(each.getId(), each.getCode()));
        }
        return programme.getPartners().stream()
                .map(each -> new ProgrammeView.Partner(
                        each.getName(), each.getRole(), codes.get(each.getOrganisationId())))
                .toList();
    }

    private List<ProgrammeView.Target> targets(Programme programme) {
        List<Long> reached = scope.has(Role.COORDINATOR) && !programme.getTargets().isEmpty() ? reaching.of(programme) : null;
        List<ProgrammeView.Target> views = new ArrayList<>();
        for (Target each : programme.getTargets()) {
            Long so = reached == null ? null : reached.get(views.size());
            views.add(new ProgrammeView.Target(
                    views.size() + 1,
                    each.getKind(),
                    each.getCategory(),
                    each.getCategory() == null ? null : catalogue.categoryName(each.getCategory()),
                    each.getNumber(),
                    each.getByDay(),
                    so,
                    so == null ? null : each.percent(so)));
        }
        return views;
    }

    private ProgrammeView.Budget budget(Programme programme) {
        String currency = programme.getCurrency();
        Map<Integer, SortedMap<String, Long>> spent = new HashMap<>();
        SortedMap<String, Long> besides = new TreeMap<>();
        for (Charges room : rooms) {
            for (Charges.Spent each : room.of(programme.getId(), currency)) {
                spent.computeIfAbsent(each.line() == null ? NO_LINE : each.line(), line -> new TreeMap<>())
                        .merge(each.currency(), each.minor(), Math::addExact);
                if (!each.currency().equals(currency)) {
                    besides.merge(each.currency(), each.minor(), Math::addExact);
                }
            }
        }
        Money zero = new Money(0, currency);
        Money amount = zero;
        List<ProgrammeView.Line> lines = new ArrayList<>();
        for (BudgetLine each : programme.getBudget()) {
            SortedMap<String, Long> of = spent.getOrDefault(each.getLine(), new TreeMap<>());
            lines.add(line(each, of, currency));
            amount = amount.plus(each.getMoney());
        }
        Money all = zero;
        for (SortedMap<String, Long> each : spent.values()) {
            all = all.plus(in(each, currency));
        }
        return new ProgrammeView.Budget(
                amount.plain(),
                all.plain(),
                amount.minus(all).plain(),
                in(spent.getOrDefault(NO_LINE, new TreeMap<>()), currency).plain(),
                others(besides, currency),
                lines);
    }

    private static ProgrammeView.Line line(BudgetLine line, SortedMap<String, Long> spent, String currency) {
        return new ProgrammeView.Line(
                line.getLine(),
                line.getName(),
                line.getMoney().plain(),
                in(spent, currency).plain(),
                line.getMoney().minus(in(spent, currency)).plain(),
                others(spent, currency));
    }

    private static Money in(SortedMap<String, Long> spent, String currency) {
        return new Money(spent.getOrDefault(currency, 0L), currency);
    }

    private static List<ProgrammeView.Amount> others(SortedMap<String, Long> spent, String currency) {
        return spent.entrySet().stream()
                .filter(each -> !each.getKey().equals(currency) && each.getValue() != 0)
                .map(each -> new ProgrammeView.Amount(
                        new Money(each.getValue(), each.getKey()).plain(), each.getKey()))
                .toList();
    }
}
