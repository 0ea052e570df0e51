package org.kindtrail.donor;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.kindtrail.account.FirstAnswers;
import org.kindtrail.account.History;
import org.kindtrail.kernel.Rules;

/**
 * Lets go of everything that tells who a donor is: the name, the contact, the wishes, the keys, and what other rooms keep.
 * What they gave stays, with every number, and so do the tracking pages.
 */
@ApplicationScoped
public class Erasing {
    /** What in answers of the API may tell who a donor is, beside the donor's code. */
    private static final Set<String> TELLING = Set.of("knownAs", "donorName", "remark");

    private final Donors donors;
    private final Contacts contacts;
    private final DonorMapper mapper;
    private final FirstAnswers answers;
    private final History history;
    private final Rules rules;
    private final Clock clock;
    private final List<KeptOfDonors> rooms;

    Erasing(
            Donors donors,
            Contacts contacts,
            DonorMapper mapper,
            FirstAnswers answers,
            History history,
            Rules rules,
            Clock clock,
            @All List<KeptOfDonors> rooms) {
        this.donors = donors;
        this.contacts = contacts;
        this.mapper = mapper;
        this.answers = answers;
        this.history = history;
        this.rules = rules;
        this.clock = clock;
        this.rooms = rooms;
    }

    /**
     * A coordinator erases a donor.
     *
     * @throws org.kindtrail.kernel.Refused when the donor was erased before
     */
    @Transactional
    public DonorView erase(String code, EraseDonor command) {
        rules.check(command);
        Donor donor = donors.get(code);
        erase(donor, "donor_erased", command.why().strip());
        return mapper.view(donor);
    }

    /** The donor does it. */
    @Transactional
    public void eraseOwn(Long id) {
        erase(donors.findById(id), "donor_erased_own", null);
    }

    private void erase(Donor donor, String happened, String why) {
        donor.erase(clock.instant());
        donors.flush();
        contacts.erase(donor);
        rooms.forEach(room -> room.erase(donor));
        answers.clear(donor.getCode(), TELLING);
        history.note(donor.getCode(), happened, null, why);
    }
}
