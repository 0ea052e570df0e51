package org.kindtrail.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** Who is in a household; the history tells that it was told, and nothing of it. */
@ApplicationScoped
public class HouseholdService {
    private final Recipients recipients;
    private final Households households;
    private final Rules rules;
    private final History history;
    private final Clock clock;

    HouseholdService(Recipients recipients, Households households, Rules rules, History history, Clock clock) {
        this.recipients = recipients;
        this.households = households;
        this.rules = rules;
        this.history = history;
        this.clock = clock;
    }

    /** @throws Refused when the recipient is no household */
    @Transactional
    public HouseholdView get(String code) {
        Recipient recipient = recipients.get(code);
        mustBeHousehold(recipient);
        return view(recipient, households.of(recipient));
    }

    private static void mustBeHousehold(Recipient recipient) {
        if (recipient.getKind() != RecipientKind.HOUSEHOLD) {
            throw new Refused("error_recipient_no_household", Map.of("recipient", recipient.getCode()));
        }
    }

    private static HouseholdView view(Recipient recipient, List<MemberOf> members) {
        return new HouseholdView(
                recipient.getCode(), recipient.getAlias(), recipient.getHouseholdAt(), members, recipient.getVersion());
    }

    /**
     * All of them are as told from now on.
     *
     * @throws Invalid naming the fields at fault
     * @throws Refused when the recipient is no household, or somebody else changed it meanwhile
     */
    @Transactional
    public HouseholdView describe(String code, DescribeHousehold command) {
        rules.check(command);
        List<FieldError> faults = java.util.stream.IntStream.range(0, command.members().size())
                .filter(i -> contradicts(command.members().get(i)))
                .mapToObj(i -> new FieldError("members[" + i + "].ageBand", "error_recipient_age_band"))
                .toList();
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        Recipient recipient = recipients.lock(code);
        mustBeHousehold(recipient);
        if (recipient.getVersion() != command.version()) {
            throw new Refused("error_changed_meanwhile");
        }
        List<MemberOf> members = command.members().stream()
                .map(each -> new MemberOf(each.age(), each.band(), each.sex(), each.clothingSize(), each.shoeSize()))
                .toList();
        households.replace(recipient, members);
        recipient.householdTold(members.isEmpty() ? null : clock.instant());
        recipients.flush();
        history.note(recipient.getCode(), members.isEmpty() ? "recipient_household_erased" : "recipient_household_told", null, null);
        return view(recipient, members);
    }

    private static boolean contradicts(MemberOf member) {
        return member.age() != null && member.ageBand() != null && member.ageBand() != AgeBand.of(member.age());
    }
}
