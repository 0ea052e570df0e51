package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.recipient.Households;
import org.kindtrail.recipient.MemberOf;
import org.kindtrail.recipient.Recipient;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.recipient.Recipients;
import org.kindtrail.web.Frame;

/** Proposes what people need; keeps nothing of it. */
@ApplicationScoped
public class ProposalService {
    private final Recipients recipients;
    private final Households households;
    private final Catalogue catalogue;
    private final Rules rules;
    private final Frame frame;

    ProposalService(Recipients recipients, Households households, Catalogue catalogue, Rules rules, Frame frame) {
        this.recipients = recipients;
        this.households = households;
        this.catalogue = catalogue;
        this.rules = rules;
        this.frame = frame;
    }

    /** @throws Invalid when nobody is told to reckon for, or a field is at fault */
    @Transactional
    public ProposalView propose(ProposeNeed command) {
        rules.check(command);
        List<FieldError> faults = NeedRules.noFaults();
        NeedRules.people(command.people(), faults);
        NeedRules.refuse(faults);
        Recipient recipient =
                command.recipient() == null ? null : recipients.active("recipient", command.recipient());
        boolean counted = command.people() != null && !command.people().isEmpty();
        List<MemberOf> members =
                counted || recipient == null ? List.of() : households.of(recipient.getCode());
        if (!counted && members.isEmpty()) {
            throw Invalid.field("people", "error_need_propose_whom");
        }
        List<Proposal.Person> people = counted
                ? command.people().stream().map(Proposal.Person::of).toList()
                : members.stream().map(Proposal.Person::of).toList();
        boolean household = recipient != null && recipient.getKind() == RecipientKind.HOUSEHOLD;
        int count = command.households() != null ? command.households() : household ? 1 : 0;
        int months = command.months() == null ? 1 : command.months();
        List<Proposal.Line> lines = Proposal.of(people, count, months, this::sizes).stream()
                .filter(line -> line.item() == null || isThere(line.item()))
                .toList();
        return new ProposalView(
                counted ? command.people() : counts(members),
                lines.stream().limit(Need.MOST_LINES).map(line -> view(line, months)).toList(),
                Math.max(0, lines.size() - Need.MOST_LINES));
    }

    private List<String> sizes(String code) {
        Item item = catalogue.find(code);
        return item == null ? catalogue.sizesOf(code) : item.getSizes();
    }

    /** An organisation may have a thing of its own under the code, or none any more. */
    private boolean isThere(String code) {
        Item item = catalogue.find(code);
        return item != null && item.isActive();
    }

    /** By age, then by sex. */
    private static List<PeopleOf> counts(List<MemberOf> members) {
        Map<Integer, PeopleOf> counts = new TreeMap<>();
        for (MemberOf member : members) {
            counts.merge(
                    member.band().ordinal() * 10 + member.sex().ordinal(),
                    new PeopleOf(member.sex(), member.band(), 1),
                    (one, more) -> new PeopleOf(one.sex(), one.ageBand(), one.number() + more.number()));
        }
        return new ArrayList<>(counts.values());
    }

    private ProposalView.Line view(Proposal.Line line, int months) {
        Item item = line.item() == null ? null : catalogue.find(line.item());
        return new ProposalView.Line(
                line.item(),
                line.category(),
                item == null ? catalogue.categoryName(line.category()) : catalogue.label(item),
                line.fits(),
                line.sizes(),
                Set.copyOf(line.substitutes()).stream().filter(this::isThere).sorted().toList(),
                line.quantity(),
                line.basis(),
                line.figure(),
                line.figure().amount(),
                line.times(),
                reckoned(line, months));
    }

    private String reckoned(Proposal.Line line, int months) {
        String whose = frame.say(line.basis().wordsKey(), Map.of());
        return frame.say(
                line.figure().wordsKey(),
                Map.of(
                        "amount", line.figure().amount(),
                        "piece", line.figure().piece(),
                        "times", line.times(),
                        "months", months,
                        "whose", whose));
    }
}
