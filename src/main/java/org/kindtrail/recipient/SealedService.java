package org.kindtrail.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.account.History;
import org.kindtrail.account.Opening;
import org.kindtrail.account.OpeningService;
import org.kindtrail.account.OpeningView;
import org.kindtrail.account.Openings;
import org.kindtrail.account.Role;
import org.kindtrail.account.PartnerAccess;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Frame;

/**
 * The one door to what is sealed of recipients: whoever comes through it to read is noted with the reason, in the
 * transaction that opens.
 */
@ApplicationScoped
public class SealedService {
    /** How long the answer to a request that opened can be asked for again, texts included. */
    static final Duration SHOWN_AGAIN = Duration.ofMinutes(15);

    private static final int NEWEST = 20;

    private final Recipients recipients;
    private final RecipientSeal seal;
    private final Households households;
    private final RecipientViews views;
    private final Openings openings;
    private final OpeningService reading;
    private final PartnerAccess partners;
    private final Rules rules;
    private final Scope scope;
    private final History history;
    private final Frame frame;
    private final Clock clock;

    SealedService(
            Recipients recipients,
            RecipientSeal seal,
            Households households,
            RecipientViews views,
            Openings openings,
            OpeningService reading,
            PartnerAccess partners,
            Rules rules,
            Scope scope,
            History history,
            Frame frame,
            Clock clock) {
        this.recipients = recipients;
        this.seal = seal;
        this.households = households;
        this.views = views;
        this.openings = openings;
        this.reading = reading;
        this.partners = partners;
        this.rules = rules;
        this.scope = scope;
        this.history = history;
        this.frame = frame;
        this.clock = clock;
    }

    /** What is kept, and for coordinators who opened it; opens nothing. */
    @Transactional
    SealedView show(String code) {
        Recipient recipient = recipients.get(code);
        List<OpeningView> newest =
                scope.has(Role.COORDINATOR) ? reading.newest(recipient.getCode(), NEWEST) : null;
        return new SealedView(recipient.getCode(), recipient.getAlias(), seal.kept(recipient), newest);
    }

    /**
     * Opens all of it.
     *
     * @throws Refused when nothing is sealed
     */
    @Transactional
    public OpenedView open(String code, OpenSealed command) {
        rules.check(command);
        return opened(recipients.get(code), Opening.Manner.SHOWN, command.why().strip());
    }

    /**
     * Opens all of it for a paper; joins the transaction of whoever prints.
     *
     * @param why key of the words of the reason, and after a space the code of what it is printed for
     * @throws Refused when nothing is sealed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public OpenedView print(Recipient recipient, String why) {
        return opened(recipient, Opening.Manner.PRINTED, why);
    }

    private OpenedView opened(Recipient recipient, Opening.Manner manner, String why) {
        if (seal.kept(recipient).isEmpty()) {
            throw new Refused("error_recipient_nothing_sealed", Map.of("recipient", recipient.getCode()));
        }
        openings.note(recipient.getCode(), manner, why);
        return new OpenedView(recipient.getCode(), reading.said(why), clock.instant(), seal.open(recipient));
    }

    /**
     * What was opened at that time, for the answer on its way out, which is kept without it.
     *
     * @return null when that is too long ago
     */
    @Transactional
    public SealedDetails again(String code, Instant openedAt) {
        return clock.instant().isAfter(openedAt.plus(SHOWN_AGAIN)) ? null : seal.open(recipients.get(code));
    }

    /** All four are as given; what is left out is kept no longer. */
    @Transactional
    public RecipientView replace(String code, SealedDetails command) {
        rules.check(command);
        Recipient recipient = recipients.lock(code);
        Set<SealedField> gone = EnumSet.noneOf(SealedField.class);
        gone.addAll(seal.kept(recipient));
        write(recipient, command, gone);
        return views.view(recipient);
    }

    /** @throws Invalid when the same detail is given and taken away */
    @Transactional
    public RecipientView change(String code, ChangeSealed command) {
        rules.check(command);
        List<FieldError> both = Arrays.stream(SealedField.values())
                .filter(field -> command.sealed().has(field) && command.remove().contains(field))
                .map(field -> new FieldError("sealed." + field.word(), "error_recipient_sealed_both"))
                .toList();
        if (!both.isEmpty()) {
            throw new Invalid(both);
        }
        Recipient recipient = recipients.lock(code);
        write(recipient, command.sealed(), command.remove());
        return views.view(recipient);
    }

    /** Writes what is given; the history tells which details, and nothing of them. */
    void write(Recipient recipient, SealedDetails given, Set<SealedField> removed) {
        List<SealedField> changed = seal.keep(recipient, given, removed);
        if (!changed.isEmpty()) {
            String told = changed.stream()
                    .map(field -> frame.say(field.wordsKey(), Map.of()))
                    .collect(Collectors.joining(", "));
            history.note(recipient.getCode(), "recipient_sealed_changed", told, null);
        }
    }

    /**
     * A coordinator lets go of all of it, and of who is in the household.
     *
     * @throws Refused when nothing is kept
     */
    @Transactional
    public RecipientView erase(String code) {
        Recipient recipient = recipients.lock(code);
        if (seal.kept(recipient).isEmpty() && recipient.getHouseholdAt() == null) {
            throw new Refused("error_recipient_nothing_sealed", Map.of("recipient", recipient.getCode()));
        }
        erase(List.of(recipient), "recipient_sealed_erased");
        return views.view(recipient);
    }

    /**
     * The sealed details of these, and who is in their households, are gone for ever, and their own people come in no more; joins
     * the transaction of whoever has decided it.
     *
     * @param happened the history's words for it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(List<Recipient> some, String happened) {
        seal.erase(scope.organisation(), some.stream().map(Recipient::getId).toList());
        households.forget(some);
        partners.endAllOf(some.stream().map(Recipient::getId).toList());
        some.forEach(each -> history.note(each.getCode(), happened, null, null));
    }

    /**
     * Hands what is sealed of a recipient over to another organisation, for a recipient of its own: sealed anew there, where
     * the other keeps nothing of the kind yet. It is noted as an opening at both. Joins the transaction of whoever does it.
     *
     * @param why key of the words of the reason, and after a space the reason itself
     * @throws Refused when nothing is sealed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handOver(Recipient from, Recipient to, String why) {
        SealedDetails texts = opened(from, Opening.Manner.SHOWN, why).sealed();
        openings.noteIn(to.getOrganisationId(), to.getCode(), Opening.Manner.SHOWN, why);
        seal.keep(to, texts.without(seal.kept(to)), Set.of());
    }

    /**
     * The recipients of which exactly this is sealed. To be found tells that it is so, and is noted as an opening of each.
     *
     * @throws Invalid when there is nothing to look for
     */
    @Transactional
    public List<RecipientRow> find(FindRecipient command) {
        rules.check(command);
        if (!command.byName() && !command.byTelephone()) {
            throw Invalid.field("trueName", "error_recipient_find_what");
        }
        List<Recipient> found = recipients.byIds(numbers(command));
        String why = command.byName() && command.byTelephone()
                ? "recipient_why_found_both"
                : command.byName() ? "recipient_why_found_name" : "recipient_why_found_telephone";
        found.forEach(each -> openings.note(each.getCode(), Opening.Manner.FOUND, why));
        return found.stream().map(views::row).toList();
    }

    private List<Long> numbers(FindRecipient command) {
        if (!command.byTelephone()) {
            return seal.find(scope.organisation(), SealedField.TRUE_NAME, command.trueName());
        }
        List<Long> called = seal.find(scope.organisation(), SealedField.TELEPHONE, command.telephone());
        if (!command.byName() || called.isEmpty()) {
            return called;
        }
        List<Long> named = seal.find(scope.organisation(), SealedField.TRUE_NAME, command.trueName());
        return called.stream().filter(named::contains).toList();
    }
}
