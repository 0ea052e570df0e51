package org.kindtrail.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.History;
import org.kindtrail.account.PartnerAccess;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Frame;

/** What can be done with recipients. */
@ApplicationScoped
public class RecipientService {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Recipients recipients;
    private final PublicWords publicWords;
    private final RecipientViews views;
    private final SealedService sealed;
    private final Households households;
    private final PartnerAccess partners;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Frame frame;
    private final Clock clock;

    RecipientService(
            Recipients recipients,
            PublicWords publicWords,
            RecipientViews views,
            SealedService sealed,
            Households households,
            PartnerAccess partners,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Frame frame,
            Clock clock) {
        this.recipients = recipients;
        this.publicWords = publicWords;
        this.views = views;
        this.sealed = sealed;
        this.households = households;
        this.partners = partners;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.frame = frame;
        this.clock = clock;
    }

    /** @throws Invalid naming the fields at fault */
    @Transactional
    public RecipientView add(DescribeRecipient command) {
        check(command, true);
        Recipient recipient = new Recipient(scope.organisation(), codes.next(CodeKind.RECIPIENT), clock.instant());
        describe(recipient, command);
        recipients.persist(recipient);
        history.note(recipient.getCode(), "recipient_added", command.disclosure().word(), null);
        if (command.sealed() != null) {
            sealed.write(recipient, command.sealed(), Set.of());
        }
        return views.view(recipient);
    }

    /**
     * @param version the version that the change was made on
     * @throws Refused when somebody else changed it meanwhile
     */
    @Transactional
    public RecipientView change(String code, int version, DescribeRecipient command) {
        Recipient recipient = recipients.get(code);
        check(command, false);
        if (recipient.getVersion() != version) {
            throw new Refused("error_changed_meanwhile");
        }
        if (command.kind() != RecipientKind.HOUSEHOLD) {
            households.forget(List.of(recipient));
        }
        Disclosure before = recipient.getDisclosure();
        describe(recipient, command);
        recipients.flush();
        // What it was called in public is not kept here: what is no longer shown shall not stay readable.
        String opened = before == command.disclosure() ? null : before.word() + " > " + command.disclosure().word();
        history.note(recipient.getCode(), "recipient_changed", opened, null);
        return views.view(recipient);
    }

    /**
     * One that another organisation tells of with a referral: it is counted in no crowd, as the other counts it. Joins the
     * transaction of whoever takes the referral.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Recipient addReferred(DescribeRecipient command) {
        check(command, true);
        Recipient recipient = new Recipient(scope.organisation(), codes.next(CodeKind.RECIPIENT), clock.instant());
        describe(recipient, command);
        recipient.cameByReferral();
        recipients.persistAndFlush(recipient);
        history.note(recipient.getCode(), "recipient_added", command.disclosure().word(), null);
        return recipient;
    }

    /** Nothing more is asked for it, and its own people come in no more; what was stays readable. */
    @Transactional
    public RecipientView retire(String code) {
        Recipient recipient = recipients.get(code);
        recipient.retire();
        recipients.flush();
        partners.endAllOf(List.of(recipient.getId()));
        history.note(recipient.getCode(), "recipient_retired", null, null);
        return views.view(recipient);
    }

    @Transactional
    public RecipientView reinstate(String code) {
        Recipient recipient = recipients.get(code);
        recipient.reinstate();
        recipients.flush();
        history.note(recipient.getCode(), "recipient_reinstated", null, null);
        return views.view(recipient);
    }

    @Transactional
    public RecipientView get(String code) {
        return views.view(recipients.get(code));
    }

    /**
     * What the public would read if it were kept like this; nothing is changed.
     *
     * @param code of the recipient that is being changed; null for a new one
     */
    @Transactional
    public PublicWords.Said preview(String code, DescribeRecipient command) {
        Recipient changed = code == null ? null : recipients.get(code);
        check(command, code == null);
        Recipient kept = new Recipient(scope.organisation(), "", clock.instant());
        describe(kept, command);
        return publicWords.preview(
                PublicWords.Subject.of(kept),
                changed == null ? null : changed.getId(),
                changed == null || changed.isActive() && !changed.isReferred(),
                frame.getLocale());
    }

    /**
     * @param search part of an alias; null for all
     * @param active true: those that can be given to; false: the retired ones; null: all
     */
    @Transactional
    public Page<RecipientRow> list(String search, RecipientKind kind, Boolean active, String after, int size) {
        List<Recipient> found = recipients.byAlias(search, kind, active, Cursor.id(after), size + 1);
        return Page.of(found, size, Recipient::getId).map(views::row);
    }

    /** What the house has called regions so far. */
    @Transactional
    public List<String> regions() {
        return recipients.regions();
    }

    private static void describe(Recipient recipient, DescribeRecipient command) {
        recipient.describe(
                command.alias().strip(),
                command.kind(),
                command.country(),
                command.region().strip(),
                command.disclosure(),
                stripped(command.publicName()),
                stripped(command.description()));
    }

    /**
     * Whether a recipient can be added like this; nothing is changed.
     *
     * @throws Invalid naming the fields at fault
     */
    public void checkNew(DescribeRecipient command) {
        check(command, true);
    }

    private void check(DescribeRecipient command, boolean fresh) {
        rules.check(command);
        List<FieldError> faults = new ArrayList<>();
        if (!COUNTRIES.contains(command.country())) {
            faults.add(new FieldError("country", "error_recipient_country", Map.of("given", Given.shortened(command.country()))));
        }
        if (fresh && command.kind() == RecipientKind.SHELTER && command.disclosure().compareTo(Disclosure.REGION) < 0) {
            faults.add(new FieldError("disclosure", "error_recipient_shelter_starts"));
        }
        if (!fresh && command.sealed() != null) {
            faults.add(new FieldError("sealed", "error_recipient_sealed_elsewhere"));
        }
        goesWith(faults, "publicName", command.publicName(), command.disclosure() == Disclosure.NAMED);
        goesWith(faults, "description", command.description(), command.disclosure() == Disclosure.DESCRIBED);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    /** Nothing is kept of what may not be shown: a name in the database is a name that can get out. */
    private static void goesWith(List<FieldError> faults, String path, String text, boolean shown) {
        boolean given = stripped(text) != null;
        String field = path.equals("publicName") ? "name" : "description";
        if (shown && !given) {
            faults.add(new FieldError(path, "error_recipient_" + field + "_missing"));
        } else if (!shown && given) {
            faults.add(new FieldError(path, "error_recipient_" + field + "_unused"));
        }
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
