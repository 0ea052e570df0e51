package org.kindtrail.donor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.kindtrail.account.History;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** What can be done with donors. */
@ApplicationScoped
public class DonorService {
    private final Donors donors;
    private final Contacts contacts;
    private final DonorMapper mapper;
    private final Rules rules;
    private final History history;

    DonorService(Donors donors, Contacts contacts, DonorMapper mapper, Rules rules, History history) {
        this.donors = donors;
        this.contacts = contacts;
        this.mapper = mapper;
        this.rules = rules;
        this.history = history;
    }

    @Transactional
    public DonorView add(AddDonor command) {
        Donor donor = donors.add(rules.check(command).knownAs());
        if (told(donor, command.contact())) {
            donors.flush();
        }
        return mapper.view(donor);
    }

    private boolean told(Donor donor, Contact contact) {
        return Invalid.under("contact", () -> contacts.tell(donor, contact));
    }

    /** How the donor can be reached, and what they ask to be told. */
    @Transactional
    public DonorView tell(String code, Contact command) {
        rules.check(command);
        Donor donor = donors.get(code);
        contacts.tell(donor, command);
        history.note(donor.getCode(), "donor_contact_told", null, null);
        donors.flush();
        return mapper.view(donor);
    }

    /** The donor tells it anew. */
    @Transactional
    public void tellOwn(Long id, AddDonor command) {
        rules.check(command);
        Donor donor = donors.findById(id);
        donor.rename(command.knownAs());
        told(donor, command.contact());
        history.note(donor.getCode(), "donor_told_own", null, null);
    }

    /**
     * The donor told anew.
     *
     * @param version the version that the change was made on
     * @throws Refused when somebody else changed it meanwhile
     */
    @Transactional
    public DonorView rename(String code, int version, AddDonor command) {
        rules.check(command);
        Donor donor = donors.get(code);
        if (donor.getVersion() != version) {
            throw new Refused("error_changed_meanwhile");
        }
        boolean renamed = !command.knownAs().strip().equals(donor.getKnownAs());
        donor.rename(command.knownAs());
        boolean told = told(donor, command.contact());
        donors.flush();
        // The names themselves stay out of the history: a donor's name can be erased, a history cannot.
        if (renamed || !told) {
            history.note(donor.getCode(), "donor_renamed", null, null);
        }
        if (told) {
            history.note(donor.getCode(), "donor_contact_told", null, null);
        }
        return mapper.view(donor);
    }

    @Transactional
    public DonorView get(String code) {
        return mapper.view(donors.get(code));
    }

    /** @param part what the name holds, in any case; null or blank: all */
    @Transactional
    public Page<DonorView> list(String part, String after, int size) {
        List<Donor> found = donors.newest(part, Cursor.id(after), size + 1);
        return Page.of(found, size, Donor::getId).map(mapper::view);
    }
}
