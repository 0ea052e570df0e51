package org.kindtrail.donor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.kindtrail.account.History;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** What can be done with donors. */
@ApplicationScoped
public class DonorService {
    private final Donors donors;
    private final DonorMapper mapper;
    private final Rules rules;
    private final History history;

    DonorService(Donors donors, DonorMapper mapper, Rules rules, History history) {
        this.donors = donors;
        this.mapper = mapper;
        this.rules = rules;
        this.history = history;
    }

    @Transactional
    public DonorView add(AddDonor command) {
        return mapper.view(donors.add(rules.check(command).knownAs()));
    }

    /**
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
        donor.rename(command.knownAs());
        donors.flush();
        // The names themselves stay out of the history: a donor's name can be erased, a history cannot.
        history.note(donor.getCode(), "donor_renamed", null, null);
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
