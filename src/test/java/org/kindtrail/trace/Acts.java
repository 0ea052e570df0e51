package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kindtrail.dispatch.DeliveryService;
import org.kindtrail.dispatch.DepartDispatch;
import org.kindtrail.dispatch.DispatchService;
import org.kindtrail.dispatch.DispatchView;
import org.kindtrail.dispatch.PrepareDispatch;
import org.kindtrail.dispatch.ThanksService;
import org.kindtrail.drive.DriveService;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.SortingService;
import org.kindtrail.need.AllocateStock;
import org.kindtrail.need.AllocationService;
import org.kindtrail.need.NeedService;
import org.kindtrail.recipient.RecipientService;

/** What can be done in a house, through its services. */
@ApplicationScoped
class Acts {
    private final DriveService drives;
    private final RecipientService recipients;
    private final DonationService donations;
    private final SortingService sortings;
    private final NeedService needs;
    private final AllocationService allocations;
    private final DispatchService dispatches;
    private final DeliveryService deliveries;
    private final ThanksService thanks;

    Acts(
            DriveService drives,
            RecipientService recipients,
            DonationService donations,
            SortingService sortings,
            NeedService needs,
            AllocationService allocations,
            DispatchService dispatches,
            DeliveryService deliveries,
            ThanksService thanks) {
        this.drives = drives;
        this.recipients = recipients;
        this.donations = donations;
        this.sortings = sortings;
        this.needs = needs;
        this.allocations = allocations;
        this.dispatches = dispatches;
        this.deliveries = deliveries;
        this.thanks = thanks;
    }

    DriveService drives() {
        return drives;
    }

    RecipientService recipients() {
        return recipients;
    }

    DonationService donations() {
        return donations;
    }

    SortingService sortings() {
        return sortings;
    }

    NeedService needs() {
        return needs;
    }

    DispatchService dispatches() {
        return dispatches;
    }

    DeliveryService deliveries() {
        return deliveries;
    }

    ThanksService thanks() {
        return thanks;
    }

    /** What was picked out is promised, packed and loaded. */
    DispatchView prepare(String need, List<AllocateStock.Pick> picks) {
        allocations.allocate(new AllocateStock(need, picks, null, null));
        DispatchView prepared = dispatches.prepare(new PrepareDispatch(need));
        return dispatches.load(prepared.code());
    }

    Object depart(String dispatch) {
        return dispatches.depart(dispatch, new DepartDispatch(null, null, null));
    }
}
