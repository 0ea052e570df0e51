package org.kindtrail.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.need.Need;
import org.kindtrail.need.Needs;
import org.kindtrail.need.ReferredNeeds;
import org.kindtrail.recipient.SealedService;

/** What two organisations do with a need that one passes to the other. The referral is locked first, then the needs. */
@ApplicationScoped
public class ReferralService {
    /** Why sealed details were opened that were handed over. */
    private static final String WHY = "referral_why_handed";

    private final Referrals referrals;
    private final Answering answering;
    private final Met met;
    private final ReferralViews views;
    private final Needs ownNeeds;
    private final ReferredNeeds needs;
    private final ToldRecipients recipients;
    private final SealedService sealed;
    private final Organisations organisations;
    private final Codes codes;
    private final Rules rules;
    private final Scope scope;
    private final History history;
    private final Clock clock;

    ReferralService(
            Referrals referrals,
            Answering answering,
            Met met,
            ReferralViews views,
            Needs ownNeeds,
            ReferredNeeds needs,
            ToldRecipients recipients,
            SealedService sealed,
            Organisations organisations,
            Codes codes,
            Rules rules,
            Scope scope,
            History history,
            Clock clock) {
        this.referrals = referrals;
        this.answering = answering;
        this.met = met;
        this.views = views;
        this.ownNeeds = ownNeeds;
        this.needs = needs;
        this.recipients = recipients;
        this.sealed = sealed;
        this.organisations = organisations;
        this.codes = codes;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Offers what is missing of a need to another organisation; until that one accepts, one answers for it oneself.
     *
     * @throws Invalid when the need or the organisation is not known, or when it would go in a circle
     * @throws Refused when it is not open, when something is promised or on its way, when nothing is missing, or when it is
     *     offered to somebody already
     */
    @Transactional
    public ReferralView offer(OfferReferral command) {
        rules.check(command);
        Need need = own(command.need());
        Organisation receiver = receiver(command.to());
        needs.mustBeReferable(need);
        referrals.standing(need.getId()).ifPresent(stands -> {
            throw new Refused(
                    "error_referral_stands",
                    Map.of("need", need.getCode(), "referral", stands.getCode(), "organisation", stands.getReceiver().getName()));
        });
        if (answering.isAbove(receiver, need)) {
            throw Invalid.field("to", "error_referral_circle", Map.of("organisation", receiver.getName()));
        }
        Organisation mine = organisations.findById(scope.organisation());
        String note = command.note() == null || command.note().isBlank() ? null : command.note().strip();
        Referral referral =
                new Referral(mine, receiver, codes.next(CodeKind.REFERRAL), need, note, clock.instant(), scope.person());
        referrals.persistAndFlush(referral);
        history.note(need.getCode(), "need_referral_offered", told(referral, receiver), null);
        both(referral, "referral_offered", null);
        return views.view(referral);
    }

    private Need own(String typed) {
        try {
            return ownNeeds.lock(typed);
        } catch (NotFound unknown) {
            throw Invalid.field("need", "error_need_unknown", Map.of("given", Given.shortened(typed)));
        }
    }

    private Organisation receiver(String typed) {
        Organisation found = organisations.byCode(typed)
                .orElseThrow(() -> Invalid.field("to", "error_referral_organisation", Map.of("given", Given.shortened(typed))));
        if (found.getId().equals(scope.organisation())) {
            throw Invalid.field("to", "error_referral_to_oneself");
        }
        return found;
    }

    private static String told(Referral referral, Organisation other) {
        return referral.getCode() + ", " + other.getName();
    }

    /** Into the histories of both: what one does, the other reads without the name of who did it. */
    private void both(Referral referral, String happened, String why) {
        history.note(referral.getCode(), happened, null, why);
        Organisation other =
                referral.isFrom(scope.organisation()) ? referral.getReceiver() : referral.getOrganisation();
        String by = organisations.findById(scope.organisation()).getName();
        history.noteAt(other.getId(), referral.getCode(), happened, by, why);
    }

    /**
     * The organisation of this request takes it on, for a recipient of its own, and answers for it from now on.
     *
     * @throws Invalid when neither a recipient nor an alias is given, or both, or the recipient is not known
     * @throws Refused when it is not offered any more, or when the other has promised something to it meanwhile
     */
    @Transactional
    public ReferralView accept(String code, AcceptReferral command) {
        rules.check(command);
        Referral referral = referrals.lockToTake(code);
        referral.must(Referral.State.OFFERED);
        Need need = needs.lock(referral.getNeed().getId());
        mustBeAsOffered(referral, need);
        ReferredNeeds.TakenOn taken = needs.take(need, recipients.chosenOrMade(command, need.getRecipient()));
        Instant now = clock.instant();
        referral.accept(taken, now);
        answering.changed(need, referral.getReceiver(), now);
        referrals.flush();
        history.note(taken.need().getCode(), "need_taken_on", told(referral, referral.getOrganisation()), null);
        history.noteAt(
                referral.getOrganisation().getId(), need.getCode(), "need_referred", told(referral, referral.getReceiver()), null);
        both(referral, "referral_accepted", null);
        return views.view(referral);
    }

    /** What the other organisation has promised to it, and under which code, is not told. */
    private void mustBeAsOffered(Referral referral, Need need) {
        try {
            needs.mustBeReferable(need);
        } catch (Refused changed) {
            throw new Refused("error_referral_changed", Map.of("organisation", referral.getOrganisation().getName()));
        }
    }

    /** The organisation of this request does not take it on, and says why. */
    @Transactional
    public ReferralView decline(String code, TellReason command) {
        rules.check(command);
        Referral referral = referrals.lockToTake(code);
        referral.decline(command.reason().strip(), clock.instant());
        return ended(referral, "need_referral_declined", "referral_declined");
    }

    /** It is offered no more. */
    @Transactional
    public ReferralView withdraw(String code, TellReason command) {
        rules.check(command);
        Referral referral = referrals.lockOwn(code);
        referral.withdraw(command.reason().strip(), clock.instant());
        return ended(referral, "need_referral_withdrawn", "referral_withdrawn");
    }

    /**
     * @param toNeed what the history of the need says
     * @param toBoth what the history of the referral says
     */
    private ReferralView ended(Referral referral, String toNeed, String toBoth) {
        referrals.flush();
        String need = referral.getNeed().getCode();
        if (referral.isFrom(scope.organisation())) {
            history.note(need, toNeed, told(referral, referral.getReceiver()), referral.getReason());
        } else {
            history.noteAt(
                    referral.getOrganisation().getId(), need, toNeed, told(referral, referral.getReceiver()), referral.getReason());
        }
        both(referral, toBoth, referral.getReason());
        return views.view(referral);
    }

    /**
     * The organisation of this request gives it back: the other's need is open again for what is still missing.
     *
     * @throws Refused when it was not accepted, when it was passed on, or when goods are promised to it or on their way
     */
    @Transactional
    public ReferralView giveBack(String code, TellReason command) {
        rules.check(command);
        Referral referral = referrals.lockToTake(code);
        referral.must(Referral.State.ACCEPTED);
        Need taken = needs.lock(referral.getTakenNeed().getId());
        if (taken.getState() == Need.State.REFERRED) {
            throw new Refused(
                    "error_referral_passed_on",
                    Map.of("need", taken.getCode(), "organisation", referral.getAnswering().getName()));
        }
        needs.giveBack(taken);
        Need need = needs.lock(referral.getNeed().getId());
        Map<Integer, Long> metHere = metOfPassed(referral, taken);
        Instant now = clock.instant();
        referral.giveBack(metHere, command.reason().strip(), now);
        needs.comeBack(need, metHere);
        answering.changed(need, referral.getOrganisation(), now);
        referrals.flush();
        history.note(taken.getCode(), "need_given_back", told(referral, referral.getOrganisation()), referral.getReason());
        history.noteAt(
                referral.getOrganisation().getId(), need.getCode(), "need_came_back", cameBack(referral, metHere), referral.getReason());
        both(referral, "referral_returned", referral.getReason());
        return views.view(referral);
    }

    /** How many of what was passed on are met, by the number of the line at who passed it on; never more than were asked for. */
    private Map<Integer, Long> metOfPassed(Referral referral, Need taken) {
        Map<Integer, Long> there = met.of(taken.getId());
        Map<Integer, Long> here = new HashMap<>();
        referral.getLines().forEach(line -> here.put(
                line.getLine(), Math.min(line.getQuantity(), there.getOrDefault(line.getTakenLine(), 0L))));
        return here;
    }

    /** "RR-..., House: 1: 4, 2: 0": what the other met of which line. */
    private static String cameBack(Referral referral, Map<Integer, Long> met) {
        List<String> each = referral.getLines().stream()
                .map(line -> line.getLine() + ": " + met.get(line.getLine()) + "/" + line.getQuantity())
                .toList();
        return told(referral, referral.getReceiver()) + "; " + String.join(", ", each);
    }

    /**
     * Hands over what is sealed of the recipient, on purpose and with a reason: sealed anew for the other's recipient, noted as
     * an opening at both.
     *
     * @throws Refused when it is not accepted, or when nothing is sealed
     */
    @Transactional
    public ReferralView handOver(String code, TellReason command) {
        rules.check(command);
        Referral referral = referrals.lockOwn(code);
        referral.must(Referral.State.ACCEPTED);
        String why = command.reason().strip().replaceAll("\\s+", " ");
        sealed.handOver(
                referral.getNeed().getRecipient(),
                referral.getTakenNeed().getRecipient(),
                WHY + " " + referral.getCode() + ", " + why);
        referral.handedOver(clock.instant());
        referrals.flush();
        both(referral, "referral_details", null);
        return views.view(referral);
    }

    @Transactional
    public ReferralView get(String code) {
        return views.view(referrals.get(code));
    }

    /**
     * Newest first.
     *
     * @param way null: both
     * @param state null: all
     * @param need code of one's own need; null: all
     */
    @Transactional
    public Page<ReferralRow> list(Referrals.Way way, Referral.State state, String need, String after, int size) {
        String of = need == null || need.isBlank() ? null : Code.read(CodeKind.NEED, need).orElseThrow(() -> new NotFound(need));
        return Page.of(referrals.newest(way, state, of, Cursor.id(after), size + 1), size, Referral::getId)
                .map(views::row);
    }
}
