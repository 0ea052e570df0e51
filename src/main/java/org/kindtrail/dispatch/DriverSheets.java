package org.kindtrail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.kindtrail.recipient.OpenedView;
import org.kindtrail.recipient.SealedDetails;
import org.kindtrail.recipient.SealedService;

/** Prints the driver's half of a waybill. Each printing is an opening of what is sealed. */
@ApplicationScoped
public class DriverSheets {
    private static final String WHY = "dispatch_why_deliver";

    private final Dispatches dispatches;
    private final SealedService sealed;

    DriverSheets(Dispatches dispatches, SealedService sealed) {
        this.dispatches = dispatches;
        this.sealed = sealed;
    }

    /**
     * @throws org.kindtrail.kernel.Refused when the goods are neither on the vehicle nor on their way, or nothing is sealed
     */
    @Transactional
    public DriverSheet print(String code) {
        Dispatch dispatch = dispatches.get(code);
        dispatch.mustBeOnTheVehicle();
        OpenedView opened = sealed.print(dispatch.getRecipient(), WHY + " " + dispatch.getCode());
        return new DriverSheet(
                dispatch.getCode(),
                opened.recipient(),
                dispatch.getVehicle(),
                dispatch.getDriver(),
                opened.openedAt(),
                opened.sealed());
    }

    /** What was opened for it, for the answer on its way out; null when that is too long ago. */
    SealedDetails again(DriverSheet kept) {
        return sealed.again(kept.recipient(), kept.openedAt());
    }
}
