package org.kindtrail.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.need.NeedLine;
import org.kindtrail.need.OpenLines;
import org.kindtrail.place.Place;
import org.kindtrail.programme.Programme;
import org.kindtrail.programme.Programmes;
import org.kindtrail.stock.Freshness;
import org.kindtrail.stock.Lot;
import org.kindtrail.web.Frame;

/** Makes plans: reads what is asked for and what there is, has it shared out, and writes down what came of it. */
@ApplicationScoped
public class ProposeService {
    /** The most lines that one plan takes. */
    static final int MOST_LINES = 5000;

    private final OpenLines openLines;
    private final Stock stock;
    private final Plans plans;
    private final PlanViews views;
    private final Catalogue catalogue;
    private final Programmes programmes;
    private final Freshness freshness;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Frame frame;
    private final Clock clock;
    private final EntityManager database;

    ProposeService(
            OpenLines openLines,
            Stock stock,
            Plans plans,
            PlanViews views,
            Catalogue catalogue,
            Programmes programmes,
            Freshness freshness,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Frame frame,
            Clock clock,
            EntityManager database) {
        this.openLines = openLines;
        this.stock = stock;
        this.plans = plans;
        this.views = views;
        this.catalogue = catalogue;
        this.programmes = programmes;
        this.freshness = freshness;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.frame = frame;
        this.clock = clock;
        this.database = database;
    }

    /**
     * Proposes what of all stock is promised to which needs; nothing is promised yet.
     *
     * @throws Invalid naming a need or programme that the organisation does not have
     * @throws Refused when none of the needs is open and misses something, or there are too many at once
     */
    @Transactional
    public PlanView propose(MakePlan command) {
        rules.check(command);
        Programme programme = programme(command.programme());
        List<NeedLine> lines = openLines.missing(
                new OpenLines.Which(
                        needs(command.needs()),
                        programme == null ? null : programme.getId(),
                        command.urgency(),
                        blankToNull(command.region())),
                MOST_LINES);
        if (lines.isEmpty()) {
            throw new Refused("error_matching_nothing_missing");
        }
        if (lines.size() > MOST_LINES) {
            throw new Refused("error_matching_too_many", Map.of("most", MOST_LINES));
        }
        Map<Long, Item> items = catalogue.byId();
        Set<Long> concerned = new HashSet<>();
        lines.forEach(line -> concerned.addAll(Sharing.items(line, items)));
        Sharing.Circumstances now = new Sharing.Circumstances(
                freshness.today(), frame.getZone(), Set.copyOf(programmes.keeping()), items);
        Sharing.Proposal proposal = Sharing.of(lines, stock.of(concerned), now);
        Plan plan = new Plan(
                scope.organisation(),
                codes.next(CodeKind.PLAN),
                programme,
                command.urgency(),
                blankToNull(command.region()),
                command.needs() != null,
                clock.instant(),
                scope.person());
        write(plan, proposal);
        history.note(plan.getCode(), "matching_proposed", null, null);
        // All that it gives was there a moment ago.
        return views.plan(plan, Map.of());
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private Programme programme(String typed) {
        return typed == null || typed.isBlank()
                ? null
                : programmes.byCode(typed).orElseThrow(() -> Invalid.field("programme", "error_matching_programme", Map.of("given", Given.shortened(typed))));
    }

    /** The codes that were typed, as they are written; each of them a need of this organisation. */
    private Set<String> needs(List<String> typed) {
        if (typed == null) {
            return null;
        }
        Set<String> read = new LinkedHashSet<>();
        typed.forEach(each -> Code.read(CodeKind.NEED, each).ifPresent(read::add));
        Set<String> known = new HashSet<>(openLines.known(read));
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            if (!Code.read(CodeKind.NEED, typed.get(i)).map(known::contains).orElse(false)) {
                faults.add(new FieldError("needs[" + i + "]", "error_need_unknown", Map.of("given", Given.shortened(typed.get(i)))));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return read;
    }

    private void write(Plan plan, Sharing.Proposal proposal) {
        proposal.answers().forEach(each -> plan.count(each.turn(), each.line().missing(), each.given()));
        plans.persist(plan);
        Map<String, String> programmeCodes = programmeCodes(proposal);
        List<PlanLine> lines = new ArrayList<>();
        for (Sharing.Answer each : proposal.answers()) {
            List<String> named = each.reason().why() == Why.KEPT
                    ? each.reason().named().stream().map(programmeCodes::get).toList()
                    : each.reason().named();
            PlanLine line = new PlanLine(plan, each.turn(), each.line(), each.given(), each.reason().why(), named);
            database.persist(line);
            lines.add(line);
        }
        int number = 0;
        for (Sharing.Given each : proposal.given()) {
            database.persist(new PlanPick(
                    plan,
                    lines.get(each.line()),
                    ++number,
                    database.getReference(Lot.class, each.row().lotId()),
                    database.getReference(Place.class, each.row().placeId()),
                    each.quantity()));
        }
        database.flush();
    }

    private Map<String, String> programmeCodes(Sharing.Proposal proposal) {
        Set<Long> ids = new HashSet<>();
        proposal.answers().stream()
                .filter(each -> each.reason().why() == Why.KEPT)
                .forEach(each -> each.reason().named().forEach(id -> ids.add(Long.valueOf(id))));
        Map<String, String> codesById = new HashMap<>();
        if (!ids.isEmpty()) {
            programmes.list("id in ?1", ids).forEach(each -> codesById.put(each.getId().toString(), each.getCode()));
        }
        return codesById;
    }
}
