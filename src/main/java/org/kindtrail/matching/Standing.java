package org.kindtrail.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.need.FitsNeedPolicy;
import org.kindtrail.need.Need;
import org.kindtrail.need.NeedLine;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.stock.Freshness;
import org.kindtrail.stock.KeptForProgramme;

/**
 * Says of each pick of a plan what is still there of it. Under the locks of the needs and lots that is what can be promised;
 * without them it is what could be when it was read.
 */
@ApplicationScoped
class Standing {
    /** What is there of a pick: at most what it gives. */
    record There(long quantity, PlanNeedView.Meanwhile meanwhile) {}

    /** A pick beside what lies there now. */
    record Now(
            Long pick,
            long quantity,
            Long lineId,
            Long lotId,
            Long placeId,
            Long itemId,
            String size,
            Wearer fits,
            Grade grade,
            LocalDate expiresOn,
            Long programmeId,
            Long free,
            PlaceKind kind,
            Boolean active,
            Boolean sealed,
            PlaceKind siteKind,
            Boolean siteActive) {

        boolean atHand() {
            return Stock.isAtHand(kind, active, sealed, siteKind, siteActive);
        }
    }

    private record Spot(Long lot, Long place) {}

    private final EntityManager database;
    private final Catalogue catalogue;
    private final Freshness freshness;
    private final KeptForProgramme kept;

    Standing(EntityManager database, Catalogue catalogue, Freshness freshness, KeptForProgramme kept) {
        this.database = database;
        this.catalogue = catalogue;
        this.freshness = freshness;
        this.kept = kept;
    }

    /** By the ids of the picks, in their order; those that give nothing are absent. */
    Map<Long, There> of(Plan plan) {
        List<Now> picks = picks(plan);
        if (picks.isEmpty()) {
            return Map.of();
        }
        Map<Long, NeedLine> lines = lines(picks.stream().map(Now::lineId).collect(Collectors.toSet()));
        Map<Long, List<Long>> others = new HashMap<>();
        Map<Spot, Long> left = new HashMap<>();
        Map<Long, Long> open = new HashMap<>();
        Map<Long, There> there = new LinkedHashMap<>();
        for (Now pick : picks) {
            NeedLine line = lines.get(pick.lineId());
            Spot spot = new Spot(pick.lotId(), pick.placeId());
            left.putIfAbsent(spot, pick.free() == null ? 0 : pick.free());
            open.putIfAbsent(line.getId(), line.missing());
            List<Long> keptForOthers = others.computeIfAbsent(
                    line.getNeed().programmeId() == null ? 0 : line.getNeed().programmeId(),
                    unknown -> kept.others(line.getNeed().programmeId()));
            PlanNeedView.Meanwhile obstacle = obstacle(pick, line, keptForOthers);
            long some = obstacle == null ? Math.min(pick.quantity(), Math.min(left.get(spot), open.get(line.getId()))) : 0;
            if (obstacle == null && some < pick.quantity()) {
                obstacle = open.get(line.getId()) <= some ? PlanNeedView.Meanwhile.MET : PlanNeedView.Meanwhile.TAKEN;
            }
            left.merge(spot, -some, Long::sum);
            open.merge(line.getId(), -some, Long::sum);
            there.put(pick.pick(), new There(some, obstacle));
        }
        return there;
    }

    private PlanNeedView.Meanwhile obstacle(Now pick, NeedLine line, List<Long> keptForOthers) {
        if (line.getNeed().getState() != Need.State.OPEN) {
            return PlanNeedView.Meanwhile.ENDED;
        }
        if (!freshness.isOfUse(pick.expiresOn())) {
            return PlanNeedView.Meanwhile.PAST;
        }
        if (!pick.atHand()) {
            return PlanNeedView.Meanwhile.REACH;
        }
        boolean fits = FitsNeedPolicy.fits(line, catalogue.of(pick.itemId()), pick.size(), pick.fits(), pick.grade())
                && !keptForOthers.contains(pick.programmeId());
        return fits ? null : PlanNeedView.Meanwhile.UNFIT;
    }

    private List<Now> picks(Plan plan) {
        return database.createQuery(
                        """
                        select new org.kindtrail.matching.Standing$Now(k.id, k.quantity, pl.needLine.id, l.id, p.id, l.item.id, l.size,
                          l.fits, l.grade, l.expiresOn, l.programmeId, b.onHand - b.allocated, p.kind, p.active, p.sealed, s.kind, s.active)
                        from PlanPick k join k.planLine pl join k.lot l join k.place p left join p.top s
                          left join Balance b on b.lotId = l.id and b.placeId = p.id
                        where k.plan = :plan and k.quantity > 0 order by k.number""",
                        Now.class)
                .setParameter("plan", plan)
                .getResultList();
    }

    private Map<Long, NeedLine> lines(Set<Long> ids) {
        return database
                .createQuery(
                        "select distinct l from NeedLine l join fetch l.need left join fetch l.substitutes where l.id in :ids",
                        NeedLine.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(NeedLine::getId, Function.identity()));
    }
}
