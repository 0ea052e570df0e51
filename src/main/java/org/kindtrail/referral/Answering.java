package org.kindtrail.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Organisations;
import org.kindtrail.need.Need;
import org.kindtrail.need.Needs;
import org.kindtrail.need.WhoAnswers;

/** Knows which organisation answers for a need, and since when, over all the hops that it made. */
@ApplicationScoped
class Answering implements WhoAnswers {
    private final Referrals referrals;
    private final Organisations organisations;
    private final Needs needs;

    Answering(Referrals referrals, Organisations organisations, Needs needs) {
        this.referrals = referrals;
        this.organisations = organisations;
        this.needs = needs;
    }

    /** Who answers, and since when. */
    record Who(String organisation, Instant since) {}

    /** Whoever has the need answers for it, unless another took it on; since it was posted, taken on, or came back. */
    Who of(Need need) {
        Optional<Referral> standing = standing(need);
        if (standing.isPresent()) {
            return who(standing.get());
        }
        return new Who(holder(need).getName(), heldSince(need, referrals.takenBy(need.getId())));
    }

    private Organisation holder(Need need) {
        return organisations.findById(need.getOrganisationId());
    }

    private Optional<Referral> standing(Need need) {
        return need.getState() == Need.State.REFERRED
                ? referrals.standing(need.getId()).filter(each -> each.getAnswering() != null)
                : Optional.empty();
    }

    private static Who who(Referral accepted) {
        return new Who(accepted.getAnswering().getName(), accepted.getAnsweringSince());
    }

    private Instant heldSince(Need need, Optional<Referral> came) {
        Instant since = came.map(Referral::getDecidedAt).orElse(need.getCreatedAt());
        return referrals.lastReturned(need.getId())
                .map(Referral::getEndedAt)
                .filter(returned -> returned.isAfter(since))
                .orElse(since);
    }

    @Override
    @Transactional
    public Answer of(String code) {
        Need need = needs.get(code);
        Optional<Referral> came = referrals.takenBy(need.getId());
        String from = came.map(each -> each.getOrganisation().getName()).orElse(null);
        Optional<Referral> standing = standing(need);
        if (standing.isPresent()) {
            Who who = who(standing.get());
            return new Answer(who.organisation(), who.since(), standing.get().getCode(), true, from);
        }
        Optional<Referral> back = referrals.lastReturned(need.getId());
        if (came.isEmpty() && back.isEmpty()) {
            return null;
        }
        String referral = came.or(() -> back).map(Referral::getCode).orElseThrow();
        return new Answer(holder(need).getName(), heldSince(need, came), referral, false, from);
    }

    /** Tells those further up who answers now for what they passed on. */
    void changed(Need need, Organisation who, Instant now) {
        Optional<Referral> above = referrals.takenBy(need.getId());
        while (above.isPresent() && above.get().getState() == Referral.State.ACCEPTED) {
            above.get().answeredBy(who, now);
            above = referrals.takenBy(above.get().getNeed().getId());
        }
    }

    /** Whether the organisation has passed this need on before, so that it would come back to it in a circle. */
    boolean isAbove(Organisation organisation, Need need) {
        Optional<Referral> above = referrals.takenBy(need.getId());
        while (above.isPresent()) {
            if (above.get().isFrom(organisation.getId())) {
                return true;
            }
            above = referrals.takenBy(above.get().getNeed().getId());
        }
        return false;
    }
}
