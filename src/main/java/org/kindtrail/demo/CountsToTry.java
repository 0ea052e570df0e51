package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.Role;
import org.kindtrail.intake.DonationLot;
import org.kindtrail.stocktake.ApproveStocktake;
import org.kindtrail.stocktake.CountService;
import org.kindtrail.stocktake.CountStock;
import org.kindtrail.stocktake.Limits;
import org.kindtrail.stocktake.OpenStocktake;
import org.kindtrail.stocktake.SetLimits;
import org.kindtrail.stocktake.StocktakeService;
import org.kindtrail.stocktake.WriteOffCause;
import org.kindtrail.stocktake.WriteOffGoods;
import org.kindtrail.stocktake.WriteOffService;

/** Stocktakes to count, to hand in, to approve, to have counted again, to cancel and to take back; and write-offs as far apart. */
@ApplicationScoped
class CountsToTry {
    private final Acting acting;
    private final StocktakeService stocktakes;
    private final CountService counting;
    private final WriteOffService writeOffs;
    private final Limits limits;

    CountsToTry(
            Acting acting, StocktakeService stocktakes, CountService counting, WriteOffService writeOffs, Limits limits) {
        this.acting = acting;
        this.stocktakes = stocktakes;
        this.counting = counting;
        this.writeOffs = writeOffs;
        this.limits = limits;
    }

    void lay(DemonstrationHouse.Keys keys, RoadToTry.Laid laid) {
        new Laying(keys, laid).all();
    }

    private final class Laying {
        private final DemonstrationHouse.Keys keys;
        private final RoadToTry.Laid laid;

        private Laying(DemonstrationHouse.Keys keys, RoadToTry.Laid laid) {
            this.keys = keys;
            this.laid = laid;
        }

        private <T> T as(Role role, Supplier<T> work) {
            return acting.as(keys.person(role), work);
        }

        private void all() {
            opened(0, "To count");
            counted(opened(1, "To hand in"), 1, 29);
            handedIn(opened(2, "To approve"), 2, 28);
            handedIn(opened(3, "To count once more"), 3, 12);
            opened(4, "To cancel");
            String posted = opened(5, "Approved");
            handedIn(posted, 5, 31);
            as(Role.COORDINATOR, () -> stocktakes.approve(
                    posted, new ApproveStocktake(stocktakes.get(posted).version(), null, "One lay behind the rack")));
            as(Role.VOLUNTEER, () -> writtenOff(6, 2));
            as(Role.COORDINATOR, () -> limits.set(new SetLimits(List.of(new SetLimits.Limit("KZT", "20000.00")))));
            as(Role.VOLUNTEER, () -> writtenOff(7, 3));
            as(Role.VOLUNTEER, () -> writtenOff(8, 4));
        }

        private DonationLot lot(int number) {
            return laid.counted().get(number);
        }

        private String opened(int lot, String remark) {
            return as(
                    Role.VOLUNTEER,
                    () -> stocktakes.open(new OpenStocktake(laid.otherRack(), lot(lot).item(), remark)).code());
        }

        private void counted(String stocktake, int lot, long quantity) {
            as(Role.VOLUNTEER, () -> counting.count(
                    stocktake,
                    new CountStock(List.of(new CountStock.Counted(
                            laid.otherRack(), lot(lot).code(), null, null, null, quantity)))));
        }

        private void handedIn(String stocktake, int lot, long quantity) {
            counted(stocktake, lot, quantity);
            as(Role.VOLUNTEER, () -> stocktakes.submit(stocktake));
        }

        private String writtenOff(int lot, long quantity) {
            return writeOffs
                    .writeOff(new WriteOffGoods(
                            List.of(new WriteOffGoods.Piece(lot(lot).code(), laid.otherRack(), quantity)),
                            null, null, WriteOffCause.DAMAGED, null, "The roof leaked", null, null, null, null))
                    .code();
        }
    }
}
