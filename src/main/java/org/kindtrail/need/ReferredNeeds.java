package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Refused;
import org.kindtrail.recipient.Recipient;

/**
 * Needs on their way from one organisation to another, for the room of referrals: it has looked who is a party to what, so
 * that here needs of both are read. All of it joins the transaction of the referral.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReferredNeeds {
    private final Needs needs;
    private final Catalogue catalogue;
    private final Scope scope;
    private final Codes codes;
    private final Clock clock;

    ReferredNeeds(Needs needs, Catalogue catalogue, Scope scope, Codes codes, Clock clock) {
        this.needs = needs;
        this.catalogue = catalogue;
        this.scope = scope;
        this.codes = codes;
        this.clock = clock;
    }

    /** What is missing of one line, as another organisation reads it. */
    public record Asked(int line, String what, Wearer fits, List<String> sizes, long quantity) {}

    /** A line that was taken on: its number there and here, and how many. */
    public record Taken(int from, int to, long quantity) {}

    /** A need that was taken on. */
    public record TakenOn(Need need, List<Taken> lines) {}

    /** Locked until the transaction ends, whoever's it is. */
    public Need lock(Long id) {
        return needs.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @throws Refused when it is not open, when something is promised or on its way, or when nothing is missing */
    public void mustBeReferable(Need need) {
        need.mustBeReferable();
    }

    /** What is missing, line by line. */
    public List<Asked> missing(Need need) {
        return need.getLines().stream()
                .filter(line -> line.missing() > 0)
                .map(line -> asked(line, line.missing()))
                .toList();
    }

    /** The line in words, with another quantity. */
    public Asked asked(NeedLine line, long quantity) {
        Item item = line.getItem() == null ? null : catalogue.of(line.getItem().getId());
        String what = item == null ? catalogue.categoryName(line.getCategory()) : catalogue.label(item);
        return new Asked(line.getLine(), what, line.getFits(), line.getSizes(), quantity);
    }

    /**
     * The organisation of this request takes on what is missing of another's need: the other is referred, and a need of our
     * own asks for the same, for a recipient of ours.
     *
     * @throws Refused when the other is not open, when something is promised or on its way, or when nothing is missing
     */
    public TakenOn take(Need other, Recipient recipient) {
        other.mustBeReferable();
        Need own = new Need(
                scope.organisation(),
                codes.next(CodeKind.NEED),
                recipient,
                clock.instant(),
                scope.person());
        own.takeOn(other);
        List<Taken> taken = new ArrayList<>();
        for (NeedLine line : other.getLines()) {
            if (line.missing() > 0) {
                ask(own, line);
                taken.add(new Taken(line.getLine(), own.getLines().size(), line.missing()));
            }
        }
        other.refer();
        needs.persistAndFlush(own);
        return new TakenOn(own, taken);
    }

    /** An item that only the other organisation knows is asked for by its kind, in the sizes that the kind has here. */
    private void ask(Need own, NeedLine line) {
        Map<Long, Item> known = catalogue.byId();
        Item item = line.getItem() == null ? null : known.get(line.getItem().getId());
        if (line.getItem() == null || item != null) {
            Set<Long> instead = line.getSubstitutes().stream().filter(known::containsKey).collect(Collectors.toSet());
            own.ask(item, line.getCategory(), line.getFits(), line.getSizes(), instead, line.missing());
            return;
        }
        String category = line.getItem().getCategory();
        List<String> sizes = catalogue.sizesOf(category);
        Wearer wearer = line.getFits() != null ? line.getFits() : line.getItem().getWearer();
        own.ask(
                null,
                category,
                wearer == Wearer.ANY ? null : wearer,
                line.getSizes().stream().filter(sizes::contains).toList(),
                Set.of(),
                line.missing());
    }

    /**
     * A need of ours goes back to the organisation that it came from.
     *
     * @throws Refused when goods are promised to it or on their way
     */
    public void giveBack(Need own) {
        if (own.getLines().stream().anyMatch(line -> line.getPromised() > 0)) {
            throw new Refused("error_need_promised", Map.of("need", own.getCode()));
        }
        if (own.getLines().stream().anyMatch(line -> line.getSent() > 0)) {
            throw new Refused("error_need_give_back_sent", Map.of("need", own.getCode()));
        }
        own.giveBack();
    }

    /**
     * A need comes back: it is open for what the other did not meet.
     *
     * @param met how many the other met, by the line's number
     */
    public void comeBack(Need need, Map<Integer, Long> met) {
        need.getLines().forEach(line -> line.metElsewhere(met.getOrDefault(line.getLine(), 0L)));
        need.comeBack();
        need.changed(clock.instant());
        needs.flush();
    }
}
