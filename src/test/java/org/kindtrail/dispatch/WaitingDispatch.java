package org.kindtrail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation.House;

/** Dispatches that wait for a vehicle, for the tests of rooms above. */
@ApplicationScoped
public class WaitingDispatch {
    /** What the house calls whom each of them is for. */
    public static final String ALIAS = PromisedGoods.ALIAS;

    private final PromisedGoods goods;
    private final DispatchService dispatches;

    WaitingDispatch(PromisedGoods goods, DispatchService dispatches) {
        this.goods = goods;
        this.dispatches = dispatches;
    }

    /** Being picked: jumpers from the shelves in turn, shelf B first. */
    public String staged(House house, long... quantities) {
        return house.as(Role.DISTRIBUTOR, () -> dispatches
                .prepare(new PrepareDispatch(goods.jumpers(house, quantities).need()))
                .code());
    }

    /** On the vehicle. */
    public String loaded(House house, long... quantities) {
        String code = staged(house, quantities);
        load(house, code);
        return code;
    }

    public void load(House house, String code) {
        house.as(Role.DISTRIBUTOR, () -> dispatches.load(code));
    }

    public void cancel(House house, String code) {
        house.as(Role.DISTRIBUTOR, () -> dispatches.cancel(code));
    }

    public DispatchView get(House house, String code) {
        return house.as(Role.DISTRIBUTOR, () -> dispatches.get(code));
    }
}
