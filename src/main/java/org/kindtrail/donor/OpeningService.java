package org.kindtrail.donor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Opening;
import org.kindtrail.account.Openings;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.seal.Seal;
import org.kindtrail.web.Frame;

/** People of the house open what is sealed of a donor, or look for a donor by it; each time is written down. */
@ApplicationScoped
public class OpeningService {
    private final Donors donors;
    private final Contacts contacts;
    private final DonorMapper mapper;
    private final Seal seal;
    private final Openings openings;
    private final Scope scope;
    private final Rules rules;
    private final Frame frame;

    OpeningService(
            Donors donors,
            Contacts contacts,
            DonorMapper mapper,
            Seal seal,
            Openings openings,
            Scope scope,
            Rules rules,
            Frame frame) {
        this.donors = donors;
        this.contacts = contacts;
        this.mapper = mapper;
        this.seal = seal;
        this.openings = openings;
        this.scope = scope;
        this.rules = rules;
        this.frame = frame;
    }

    /**
     * The contact, and a line on the list of openings.
     *
     * @throws Refused when there is none
     */
    @Transactional
    public OpenedContact open(String code, OpenContact command) {
        rules.check(command);
        Donor donor = donors.get(code);
        donor.refuseIfErased();
        if (!donor.isEmailKept() && !donor.isTelephoneKept()) {
            throw new Refused("error_donor_no_contact", Map.of("donor", donor.getCode()));
        }
        openings.note(donor.getCode(), Opening.Manner.SHOWN, command.why().strip());
        Contacts.Open open = contacts.open(donor);
        return new OpenedContact(donor.getCode(), open.email(), open.telephone());
    }

    /** Those whose address it is; at most 50. For each that is found stands a line on the list: now somebody knows it. */
    @Transactional
    public List<DonorView> find(FindDonor command) {
        rules.check(command);
        List<Long> ids = seal.find(scope.organisation(), Contacts.OWNER, Contacts.EMAIL, command.email());
        List<Donor> found = donors.among(ids);
        String why = frame.say("donor_found_why", Map.of());
        found.forEach(donor -> openings.note(donor.getCode(), Opening.Manner.FOUND, why));
        return found.stream().map(mapper::view).toList();
    }
}
