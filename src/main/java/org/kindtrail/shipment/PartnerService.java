package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;

/** What can be done with partners. */
@ApplicationScoped
public class PartnerService {
    private final Partners partners;
    private final Places places;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    PartnerService(
            Partners partners, Places places, Rules rules, Scope scope, Codes codes, History history, Clock clock) {
        this.partners = partners;
        this.places = places;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    public PartnerView add(TellPartner command) {
        rules.check(command);
        Place store = Place.partner(scope.organisation(), codes.next(CodeKind.PLACE), command.name().strip());
        places.persist(store);
        Partner partner =
                new Partner(scope.organisation(), codes.next(CodeKind.PARTNER), command, store, clock.instant());
        partners.persist(partner);
        return noted(partner, "partner_added");
    }

    /** @throws Refused when somebody else changed it meanwhile */
    @Transactional
    public PartnerView describe(String code, int version, TellPartner command) {
        rules.check(command);
        Partner partner = partners.get(code);
        if (partner.getVersion() != version) {
            throw new Refused("error_changed_meanwhile");
        }
        partner.describe(command);
        return noted(partner, "partner_described");
    }

    /** @throws Refused when goods stand there, or it is closed already */
    @Transactional
    public PartnerView close(String code) {
        Partner partner = partners.get(code);
        long containers = partners.view(code).containers();
        if (containers > 0) {
            throw new Refused(
                    "error_partner_holds_containers", Map.of("partner", partner.getName(), "containers", containers));
        }
        partner.close(clock.instant());
        return noted(partner, "partner_closed");
    }

    @Transactional
    public PartnerView reopen(String code) {
        Partner partner = partners.get(code);
        partner.reopen();
        return noted(partner, "partner_reopened");
    }

    private PartnerView noted(Partner partner, String happened) {
        partners.flush();
        history.note(partner.getCode(), happened, partner.getName() + ", " + partner.getCountry(), null);
        return partners.view(partner.getCode());
    }

    @Transactional
    public PartnerView get(String code) {
        return partners.view(code);
    }

    /** By name. */
    @Transactional
    public Page<PartnerView> list(String after, int size) {
        return Page.of(partners.list(after, size + 1), size, PartnerView::code);
    }

    /** Those to whom goods are sent, by name. */
    @Transactional
    List<Partner> open() {
        return partners.open();
    }
}
