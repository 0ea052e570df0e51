package org.kindtrail.intake;

import java.time.Instant;
import org.kindtrail.kernel.Money;
import org.kindtrail.place.Place;

/**
 * Money that somebody gives; the room of funds has read it.
 *
 * @param drive code of the drive that it is given for
 * @param fund where it will lie
 * @param donor code of a donor; null, with newDonor too, when the giver stays unknown
 * @param newDonor name of a donor who is added with it
 * @param receivedAt null: now
 */
public record MoneyGift(
        String drive, Place fund, String donor, String newDonor, Money money, Instant receivedAt, String remark) {
    ReceiveDonation asDonation() {
        return new ReceiveDonation(drive, fund.getCode(), donor, newDonor, receivedAt, remark, null, null, null);
    }
}
