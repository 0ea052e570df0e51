package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Rules;

/** Above which worth a second person looks at a write-off of the organisation of this request. */
@ApplicationScoped
public class Limits {
    private final EntityManager database;
    private final Organisations organisations;
    private final Rules rules;
    private final Scope scope;
    private final History history;

    Limits(EntityManager database, Organisations organisations, Rules rules, Scope scope, History history) {
        this.database = database;
        this.organisations = organisations;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
    }

    /** By currency; empty: nobody looks at any. */
    @Transactional
    SortedMap<String, Money> all() {
        SortedMap<String, Money> all = new TreeMap<>();
        List<Object[]> rows = database.createNativeQuery(
                        "select currency, amount from write_off_limit where organisation_id = ?1", Object[].class)
                .setParameter(1, scope.organisation())
                .getResultList();
        rows.forEach(row -> all.put((String) row[0], new Money(((Number) row[1]).longValue(), (String) row[0])));
        return all;
    }

    /** The same as views have it. */
    @Transactional
    public LimitsView get() {
        return new LimitsView(all().values().stream()
                .map(limit -> new SetLimits.Limit(limit.currency(), limit.plain()))
                .toList());
    }

    /**
     * Sets them all.
     *
     * @throws Invalid naming the fields at fault
     */
    @Transactional
    public LimitsView set(SetLimits command) {
        rules.check(command);
        List<Money> limits = read(command);
        // One at a time: of two who set them at the same moment one is first.
        organisations.findById(scope.organisation(), LockModeType.PESSIMISTIC_WRITE);
        database.createNativeQuery("delete from write_off_limit where organisation_id = ?1")
                .setParameter(1, scope.organisation())
                .executeUpdate();
        for (Money limit : limits) {
            database.createNativeQuery("insert into write_off_limit (organisation_id, currency, amount) values (?1, ?2, ?3)")
                    .setParameter(1, scope.organisation())
                    .setParameter(2, limit.currency())
                    .setParameter(3, limit.minor())
                    .executeUpdate();
        }
        String said = limits.stream().map(each -> each.plain() + " " + each.currency()).collect(Collectors.joining(", "));
        history.note("write-off-limits", "stocktake_limits_set", said.isEmpty() ? "-" : said, null);
        return get();
    }

    private static List<Money> read(SetLimits command) {
        List<FieldError> faults = new ArrayList<>();
        List<Money> limits = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < command.limits().size(); i++) {
            SetLimits.Limit limit = command.limits().get(i);
            String path = "limits[" + i + "].";
            String currency = limit.currency().strip().toUpperCase(java.util.Locale.ROOT);
            if (!Money.isCurrency(currency)) {
                String given = limit.currency().length() <= 60 ? limit.currency() : limit.currency().substring(0, 57) + "...";
                faults.add(new FieldError(path + "currency", "error_currency", Map.of("given", given)));
            } else if (!seen.add(currency)) {
                faults.add(new FieldError(path + "currency", "error_stocktake_limit_twice", Map.of("currency", currency)));
            } else {
                Money read = Money.read(path + "amount", limit.amount(), currency, faults);
                if (read != null) {
                    limits.add(read);
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return limits;
    }
}
