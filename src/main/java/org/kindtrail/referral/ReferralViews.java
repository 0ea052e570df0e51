package org.kindtrail.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.need.Need;
import org.kindtrail.need.NeedLine;
import org.kindtrail.need.ReferredNeeds;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.recipient.Recipient;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.web.Frame;

/**
 * Shows a referral to either organisation. The one to which it is passed reads of the recipient what the public may, and nothing
 * that the other keeps for itself; when it has ended, it reads no more what was asked for.
 */
@ApplicationScoped
class ReferralViews {
    private final ReferredNeeds needs;
    private final Answering answering;
    private final Met met;
    private final PublicWords publicWords;
    private final Scope scope;
    private final Frame frame;

    ReferralViews(
            ReferredNeeds needs, Answering answering, Met met, PublicWords publicWords, Scope scope, Frame frame) {
        this.needs = needs;
        this.answering = answering;
        this.met = met;
        this.publicWords = publicWords;
        this.scope = scope;
        this.frame = frame;
    }

    /** What may be told of a recipient: no more than the public could read of it. */
    record Told(String words, RecipientKind kind, String country, String region) {}

    Told told(Recipient recipient) {
        PublicWords.Said said = publicWords.read(PublicWords.Subject.of(recipient), frame.getLocale());
        if (recipient.getDisclosure() == Disclosure.HIDDEN) {
            return new Told(said.words(), null, null, null);
        }
        return new Told(
                said.words(), recipient.getKind(), recipient.getCountry(), said.widened() ? null : recipient.getRegion());
    }

    ReferralView view(Referral referral) {
        boolean own = referral.isFrom(scope.organisation());
        boolean stands = referral.getState() == Referral.State.OFFERED || referral.getState() == Referral.State.ACCEPTED;
        boolean reads = own || stands;
        Need need = referral.getNeed();
        Told told = told(need.getRecipient());
        Answering.Who who = who(referral, own);
        return new ReferralView(
                referral.getCode(),
                referral.getState(),
                own,
                referral.getOrganisation().getName(),
                referral.getReceiver().getName(),
                who.organisation(),
                who.since(),
                own ? need.getCode() : referral.getTakenNeed() == null ? null : referral.getTakenNeed().getCode(),
                referral.getTakenNeed() == null ? null : referral.getTakenNeed().getState(),
                need.getForWhom(),
                reads ? people(need) : List.of(),
                need.getUrgency(),
                need.getWantedBy(),
                told.words(),
                told.kind(),
                told.country(),
                told.region(),
                reads ? referral.getNote() : null,
                referral.getReason(),
                referral.getOfferedAt(),
                referral.getDecidedAt(),
                referral.getEndedAt(),
                referral.getDetailsAt(),
                reads ? lines(referral) : List.of());
    }

    /** Where it went after the other let go of it is nobody's business but the one's who passes it on. */
    private Answering.Who who(Referral referral, boolean own) {
        if (referral.getState() == Referral.State.ACCEPTED) {
            return new Answering.Who(referral.getAnswering().getName(), referral.getAnsweringSince());
        }
        return own || referral.getState() == Referral.State.OFFERED
                ? answering.of(referral.getNeed())
                : new Answering.Who(referral.getOrganisation().getName(), referral.getEndedAt());
    }

    private static List<ReferralView.People> people(Need need) {
        return need.getPeople().stream()
                .map(each -> new ReferralView.People(each.getSex(), each.getAgeBand(), each.getNumber()))
                .sorted(Comparator.comparing(ReferralView.People::ageBand).thenComparing(ReferralView.People::sex))
                .toList();
    }

    private List<ReferralView.Line> lines(Referral referral) {
        if (referral.getTakenNeed() == null) {
            return needs.missing(referral.getNeed()).stream().map(line -> line(line, 0)).toList();
        }
        Map<Integer, Long> metThere = referral.getState() == Referral.State.ACCEPTED
                ? met.of(referral.getTakenNeed().getId())
                : Map.of();
        Map<Integer, NeedLine> asked = new HashMap<>();
        referral.getNeed().getLines().forEach(line -> asked.put(line.getLine(), line));
        return referral.getLines().stream()
                .map(line -> line(
                        needs.asked(asked.get(line.getLine()), line.getQuantity()),
                        line.getMet() + metThere.getOrDefault(line.getTakenLine(), 0L)))
                .toList();
    }

    private static ReferralView.Line line(ReferredNeeds.Asked asked, long met) {
        return new ReferralView.Line(asked.line(), asked.what(), asked.fits(), asked.sizes(), asked.quantity(), met);
    }

    ReferralRow row(Referral referral) {
        boolean own = referral.isFrom(scope.organisation());
        return new ReferralRow(
                referral.getCode(),
                referral.getState(),
                own,
                (own ? referral.getReceiver() : referral.getOrganisation()).getName(),
                referral.getNeed().getForWhom(),
                referral.getNeed().getUrgency(),
                referral.getNeed().getWantedBy(),
                referral.getOfferedAt(),
                referral.getAnswering() == null ? null : referral.getAnswering().getName(),
                referral.getAnsweringSince());
    }
}
