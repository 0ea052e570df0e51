package org.kindtrail.recipient;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.kindtrail.kernel.NotFound;

/** The members of households; whoever asks has looked the recipient up in the organisation of this request. */
@ApplicationScoped
public class Households implements PanacheRepository<HouseholdMember> {
    private final Recipients recipients;

    Households(Recipients recipients) {
        this.recipients = recipients;
    }

    /**
     * Those of a recipient of this organisation, in the order in which they were told; empty when none were.
     *
     * @throws NotFound when the organisation has no such recipient
     */
    public List<MemberOf> of(String recipient) {
        return of(recipients.get(recipient));
    }

    List<MemberOf> of(Recipient recipient) {
        return recipient.getHouseholdAt() == null
                ? List.of()
                : list("recipientId = ?1 order by position", recipient.getId()).stream()
                        .map(HouseholdMember::told)
                        .toList();
    }

    void replace(Recipient recipient, List<MemberOf> members) {
        delete("recipientId", recipient.getId());
        for (int i = 0; i < members.size(); i++) {
            persist(new HouseholdMember(recipient.getId(), i + 1, members.get(i)));
        }
    }

    /** Nothing of them is kept any more. */
    void forget(Collection<Recipient> some) {
        List<Long> told = some.stream()
                .filter(each -> each.getHouseholdAt() != null)
                .map(Recipient::getId)
                .toList();
        if (!told.isEmpty()) {
            delete("recipientId in ?1", told);
            some.forEach(each -> each.householdTold(null));
        }
    }
}
