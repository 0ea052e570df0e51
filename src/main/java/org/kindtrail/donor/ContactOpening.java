package org.kindtrail.donor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Opening;
import org.kindtrail.account.OpeningService;
import org.kindtrail.account.Openings;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.seal.Seal;

/** People of the house open what is sealed of a donor, or look for a donor by it; each time is written down. */
@ApplicationScoped
public class ContactOpening {
    /** How long the answer to a request that opened can be asked for again, texts included. */
    private static final Duration SHOWN_AGAIN = Duration.ofMinutes(15);

    private final Donors donors;
    private final Contacts contacts;
    private final DonorMapper mapper;
    private final Seal seal;
    private final Openings openings;
    private final OpeningService reading;
    private final Scope scope;
    private final Rules rules;
    private final Clock clock;

    ContactOpening(
            Donors donors,
            Contacts contacts,
            DonorMapper mapper,
            Seal seal,
            Openings openings,
            OpeningService reading,
            Scope scope,
            Rules rules,
            Clock clock) {
        this.donors = donors;
        this.contacts = contacts;
        this.mapper = mapper;
        this.seal = seal;
        this.openings = openings;
        this.reading = reading;
        this.scope = scope;
        this.rules = rules;
        this.clock = clock;
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
        String why = command.why().strip();
        openings.note(donor.getCode(), Opening.Manner.SHOWN, why);
        return new OpenedContact(donor.getCode(), reading.said(why), clock.instant(), null, null).with(contacts.open(donor));
    }

    /** What was opened at that time, for the answer on its way out; nothing when that is too long ago. */
    @Transactional
    OpenedContact again(OpenedContact kept) {
        boolean tooLate = clock.instant().isAfter(kept.openedAt().plus(SHOWN_AGAIN));
        return tooLate ? kept : kept.with(contacts.open(donors.get(kept.donor())));
    }

    /** Those whose address it is; at most 50. For each that is found stands a line on the list: now somebody knows it. */
    @Transactional
    public List<DonorView> find(FindDonor command) {
        rules.check(command);
        List<Long> ids = seal.find(scope.organisation(), Contacts.OWNER, Contacts.EMAIL, command.email());
        List<Donor> found = donors.among(ids);
        found.forEach(donor -> openings.note(donor.getCode(), Opening.Manner.FOUND, "donor_why_found"));
        return found.stream().map(mapper::view).toList();
    }
}
