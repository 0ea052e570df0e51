package org.kindtrail.donor;

import jakarta.enterprise.context.ApplicationScoped;
import org.kindtrail.kernel.Token;
import org.kindtrail.web.HouseSecret;

/** Makes what stands in the link at the end of every letter that ends them. None is kept but its hash. */
@ApplicationScoped
public class StopKeys {
    private final HouseSecret house;

    StopKeys(HouseSecret house) {
        this.house = house;
    }

    /** The same for all letters to the donor's present address. */
    public String of(Donor donor) {
        return Token.of(house.signature("stop", donor.getCode() + "|" + donor.getContactTurn()));
    }
}
