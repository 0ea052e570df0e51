package org.kindtrail.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a need is met, wherever it went: what arrived by whoever has it, what those met to whom it was passed on and who
 * gave it back, and what the one has met who has it now. Two statements for each organisation on its way.
 */
@ApplicationScoped
class Met {
    private final EntityManager database;

    Met(EntityManager database) {
        this.database = database;
    }

    private record Arrived(Integer line, Long arrived) {}

    private record Passed(Integer line, Integer takenLine, Long met, Referral.State state, Long taken) {}

    /** By the line's number. */
    Map<Integer, Long> of(Long need) {
        Map<Integer, Long> met = new HashMap<>();
        database.createQuery("select l.line, l.arrived from NeedLine l where l.need.id = :need", Arrived.class)
                .setParameter("need", need)
                .getResultList()
                .forEach(line -> met.put(line.line(), line.arrived()));
        List<Passed> passed = database.createQuery(
                        """
                        select l.line, l.takenLine, l.met, r.state, r.takenNeed.id from ReferralLine l join l.referral r
                        where r.need.id = :need and r.state in (ACCEPTED, RETURNED)""",
                        Passed.class)
                .setParameter("need", need)
                .getResultList();
        passed.stream()
                .filter(line -> line.state() == Referral.State.RETURNED)
                .forEach(line -> met.merge(line.line(), line.met(), Long::sum));
        passed.stream()
                .filter(line -> line.state() == Referral.State.ACCEPTED)
                .map(Passed::taken)
                .findFirst()
                .ifPresent(taken -> {
                    Map<Integer, Long> there = of(taken);
                    passed.stream()
                            .filter(line -> line.state() == Referral.State.ACCEPTED)
                            .forEach(line -> met.merge(line.line(), there.getOrDefault(line.takenLine(), 0L), Long::sum));
                });
        return met;
    }
}
