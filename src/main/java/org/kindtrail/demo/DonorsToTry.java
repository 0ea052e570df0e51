package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.kindtrail.account.Acting;
import org.kindtrail.account.Role;
import org.kindtrail.donor.AddDonor;
import org.kindtrail.donor.Contact;
import org.kindtrail.donor.DonorService;
import org.kindtrail.donor.OwnCodeService;
import org.kindtrail.donor.Wish;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.ReceiveDonation;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.place.PlaceService;

/** A donor who asked to be told by e-mail, and two to be erased: one by a coordinator, one by themselves. */
@ApplicationScoped
class DonorsToTry {
    private final DonorService donors;
    private final OwnCodeService ownCodes;
    private final DonationService donations;
    private final PlaceService places;
    private final Acting acting;

    DonorsToTry(
            DonorService donors,
            OwnCodeService ownCodes,
            DonationService donations,
            PlaceService places,
            Acting acting) {
        this.donors = donors;
        this.ownCodes = ownCodes;
        this.donations = donations;
        this.places = places;
        this.acting = acting;
    }

    /** @return the code by which the first sees what is held about them */
    String know(DemonstrationHouse.Keys keys, String drive) {
        return acting.as(keys.person(Role.VOLUNTEER), () -> {
            String site = places.list(true, null, 1).rows().get(0).code();
            String asel = added("Asel, by e-mail", "asel@example.org", Set.of(Wish.values()));
            donations.receive(new ReceiveDonation(drive, site, asel, null, null, null, 1L, null, null));
            String code = codeFor(asel);
            added("Bolat, to be erased", "bolat@example.org", Set.of());
            codeFor(added("Carla, who erases herself", "carla@example.org", Set.of(Wish.THANKS)));
            return code;
        });
    }

    private String added(String name, String email, Set<Wish> wants) {
        Contact contact = new Contact(Confidential.of(email), Confidential.of("+7 700 000 00 00"), wants, null);
        return donors.add(new AddDonor(name, contact)).code();
    }

    private String codeFor(String donor) {
        ownCodes.give(donor);
        return ownCodes.shown(donor).ownCode();
    }
}
