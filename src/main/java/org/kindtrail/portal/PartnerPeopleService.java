package org.kindtrail.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.AddPartner;
import org.kindtrail.account.AddPartnerLink;
import org.kindtrail.account.NewPartnerLink;
import org.kindtrail.account.NewPassword;
import org.kindtrail.account.PartnerAccess;
import org.kindtrail.account.PartnerPersonView;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.recipient.Recipient;
import org.kindtrail.recipient.Recipients;

/** Who of a recipient may come in; a coordinator decides. */
@ApplicationScoped
public class PartnerPeopleService {
    private final Recipients recipients;
    private final PartnerAccess partners;

    PartnerPeopleService(Recipients recipients, PartnerAccess partners) {
        this.recipients = recipients;
        this.partners = partners;
    }

    private static PartnerAccess.Whose whose(Recipient recipient) {
        return new PartnerAccess.Whose(recipient.getId(), recipient.getCode());
    }

    /** The recipient's people, the newest first, those who come in no more included. */
    @Transactional
    public List<PartnerPersonView> of(String recipient) {
        return partners.of(whose(recipients.get(recipient)));
    }

    /**
     * Lets somebody of the recipient come in by a name and a password.
     *
     * @throws Refused when the recipient is retired
     */
    @Transactional
    public PartnerPersonView admit(String recipient, AddPartner command) {
        return partners.admit(served(recipient), command);
    }

    /**
     * Makes a link by which somebody of the recipient comes in.
     *
     * @throws Refused when the recipient is retired, or when the installation requires a second factor of partners
     */
    @Transactional
    public NewPartnerLink link(String recipient, AddPartnerLink command) {
        return partners.link(served(recipient), command);
    }

    /** @throws NotFound when the recipient has nobody of that name */
    @Transactional
    public PartnerPersonView one(String recipient, String name) {
        return partners.one(whose(recipients.get(recipient)), name);
    }

    /**
     * Gives somebody who comes in by a name a new password; their sessions and tokens end.
     *
     * @throws Refused when they come in by a link, or no more
     */
    @Transactional
    public PartnerPersonView newPassword(String recipient, String name, NewPassword command) {
        return partners.newPassword(whose(locked(recipient)), name, command);
    }

    /** They come in no more, and are out at once. */
    @Transactional
    public PartnerPersonView end(String recipient, String name) {
        return partners.end(whose(locked(recipient)), name);
    }

    /** Locked, so that it is not retired while somebody of it is let in. */
    private PartnerAccess.Whose served(String typed) {
        Recipient recipient = locked(typed);
        if (!recipient.isActive()) {
            throw new Refused("error_partner_recipient_retired", Map.of("recipient", recipient.getCode()));
        }
        return whose(recipient);
    }

    private Recipient locked(String typed) {
        String code = Code.read(CodeKind.RECIPIENT, typed).orElseThrow(() -> new NotFound(typed));
        return recipients.lockAll(List.of(code)).stream().findFirst().orElseThrow(() -> new NotFound(typed));
    }
}
