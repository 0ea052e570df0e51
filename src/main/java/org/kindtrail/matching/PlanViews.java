package org.kindtrail.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.need.Need;
import org.kindtrail.need.NeedLine;
import org.kindtrail.web.Frame;

/** Plans as both doors show them. */
@ApplicationScoped
class PlanViews {
    /** After so long the stock has probably changed: the plan says so. */
    private static final Duration FRESH = Duration.ofHours(24);

    private final Plans plans;
    private final Standing standing;
    private final Catalogue catalogue;
    private final Frame frame;
    private final Clock clock;

    PlanViews(Plans plans, Standing standing, Catalogue catalogue, Frame frame, Clock clock) {
        this.plans = plans;
        this.standing = standing;
        this.catalogue = catalogue;
        this.frame = frame;
        this.clock = clock;
    }

    /** What is there of its picks by now; of a plan that has ended, nothing. */
    Map<Long, Standing.There> there(Plan plan) {
        return plan.getState() == PlanState.PROPOSED ? standing.of(plan) : Map.of();
    }

    PlanView plan(Plan plan, Map<Long, Standing.There> there) {
        Plans.Sums sums = plans.sums(plan);
        boolean waits = plan.getState() == PlanState.PROPOSED;
        return new PlanView(
                plan.getCode(),
                plan.getState(),
                plan.getProgramme() == null ? null : plan.getProgramme().getCode(),
                plan.getUrgency(),
                plan.getRegion(),
                plan.isChosen(),
                plan.getNeeds(),
                plan.getLinesAll(),
                plan.getLinesSome(),
                plan.getLinesNone(),
                plan.getWanted(),
                plan.getProposed(),
                sums.given() == null ? 0 : sums.given(),
                plan.getState() == PlanState.CONFIRMED ? sums.promised() : null,
                sums.picks(),
                sums.places(),
                there.values().stream().filter(each -> each.meanwhile() != null).count(),
                waits && plan.getMadeAt().plus(FRESH).isBefore(clock.instant()),
                plan.getMadeAt(),
                plans.nameOf(plan.getMadeBy()),
                plan.getEndedAt(),
                plans.nameOf(plan.getEndedBy()),
                plan.getVersion());
    }

    List<PlanNeedView> needs(List<PlanLine> lines, Map<Long, Standing.There> there) {
        Map<Long, List<PlanPick>> picks = plans.picks(lines).stream()
                .collect(Collectors.groupingBy(pick -> pick.getPlanLine().getId()));
        Map<Integer, List<PlanLine>> needs = new LinkedHashMap<>();
        lines.forEach(line -> needs.computeIfAbsent(line.getTurn(), unknown -> new ArrayList<>()).add(line));
        Map<String, String> others = plans.forWhom(lines.stream()
                .filter(line -> line.getReason().namesNeeds())
                .flatMap(line -> line.getNamed().stream())
                .collect(Collectors.toSet()));
        return needs.values().stream().map(of -> need(of, picks, there, others)).toList();
    }

    private PlanNeedView need(
            List<PlanLine> lines,
            Map<Long, List<PlanPick>> picks,
            Map<Long, Standing.There> there,
            Map<String, String> others) {
        Need need = lines.get(0).getNeedLine().getNeed();
        return new PlanNeedView(
                lines.get(0).getTurn(),
                need.getCode(),
                need.getForWhom(),
                need.getRecipient().getCode(),
                need.getRecipient().getAlias(),
                need.getUrgency(),
                need.getWantedBy(),
                lines.stream()
                        .map(line -> line(line, picks.getOrDefault(line.getId(), List.of()), there, others))
                        .toList());
    }

    private PlanNeedView.Line line(
            PlanLine line, List<PlanPick> picks, Map<Long, Standing.There> there, Map<String, String> others) {
        NeedLine asked = line.getNeedLine();
        return new PlanNeedView.Line(
                asked.getLine(),
                asked.getItem() == null
                        ? catalogue.categoryName(asked.getCategory())
                        : catalogue.label(catalogue.of(asked.getItem().getId())),
                asked.getFits(),
                asked.getSizes(),
                asked.getQuantity(),
                line.getMet(),
                line.getWanted(),
                line.getProposed(),
                picks.stream().mapToLong(PlanPick::getQuantity).sum(),
                line.getReason(),
                line.getNamed(),
                why(line, others),
                picks.stream().map(pick -> pick(pick, there.get(pick.getId()))).toList());
    }

    /** @param others for whom the needs are that the reason names */
    private String why(PlanLine line, Map<String, String> others) {
        List<String> named = line.getNamed().stream()
                .map(code -> others.containsKey(code) ? others.get(code) + " (" + code + ")" : code)
                .toList();
        return frame.say(
                line.getReason().wordsKey(),
                Map.of(
                        "given", line.getProposed(),
                        "rest", line.getWanted() - line.getProposed(),
                        "named", String.join(", ", named),
                        "count", line.getNamed().size(),
                        "more", line.getNamedMore()));
    }

    private PlanNeedView.Pick pick(PlanPick pick, Standing.There there) {
        Item item = catalogue.of(pick.getLot().getItem().getId());
        return new PlanNeedView.Pick(
                pick.getNumber(),
                pick.getLot().getCode(),
                catalogue.label(item),
                pick.getLot().getSize(),
                pick.getLot().getExpiresOn(),
                pick.getPlace().getCode(),
                pick.getPlace().label(),
                pick.getProposed(),
                pick.getQuantity(),
                pick.getPromised(),
                there == null ? null : (Long) there.quantity(),
                there == null ? null : there.meanwhile());
    }
}
