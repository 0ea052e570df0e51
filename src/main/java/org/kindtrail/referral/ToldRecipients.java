package org.kindtrail.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.recipient.DescribeRecipient;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.Recipient;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.recipient.RecipientService;
import org.kindtrail.recipient.Recipients;
import org.kindtrail.web.Frame;

/**
 * For whom a need is taken on: a recipient of one's own, or one that is made of what was told. It is never shown more openly than
 * the other organisation shows it: by its region where that was told, and not at all where it was not.
 */
@ApplicationScoped
class ToldRecipients {
    private final Recipients recipients;
    private final RecipientService making;
    private final ReferralViews views;
    private final Organisations organisations;
    private final Scope scope;
    private final Frame frame;

    ToldRecipients(
            Recipients recipients,
            RecipientService making,
            ReferralViews views,
            Organisations organisations,
            Scope scope,
            Frame frame) {
        this.recipients = recipients;
        this.making = making;
        this.views = views;
        this.organisations = organisations;
        this.scope = scope;
        this.frame = frame;
    }

    /** @throws Invalid when neither or both are given, or the recipient is not known */
    Recipient chosenOrMade(AcceptReferral command, Recipient theirs) {
        boolean named = command.recipient() != null && !command.recipient().isBlank();
        boolean made = command.alias() != null && !command.alias().isBlank();
        if (named == made) {
            throw Invalid.field("recipient", "error_referral_recipient");
        }
        return named ? recipients.active("recipient", command.recipient()) : made(command.alias(), theirs);
    }

    private Recipient made(String alias, Recipient theirs) {
        ReferralViews.Told told = views.told(theirs);
        boolean whereTold = told.region() != null;
        return making.addReferred(new DescribeRecipient(
                alias,
                told.kind() == null ? RecipientKind.GROUP : told.kind(),
                told.country() == null ? organisations.findById(scope.organisation()).getCountry() : told.country(),
                whereTold ? told.region() : frame.say("referral_region_not_told", Map.of()),
                whereTold ? Disclosure.REGION : Disclosure.HIDDEN,
                null,
                null,
                null));
    }
}
