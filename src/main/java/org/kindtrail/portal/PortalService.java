package org.kindtrail.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.dispatch.ArrivalView;
import org.kindtrail.dispatch.ConfirmArrival;
import org.kindtrail.dispatch.DeliveryService;
import org.kindtrail.dispatch.Dispatch;
import org.kindtrail.dispatch.Dispatches;
import org.kindtrail.dispatch.SayThanks;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.need.Need;
import org.kindtrail.need.NeedService;
import org.kindtrail.need.WhoAnswers;

/** What a recipient's own person does, for that recipient alone; {@link Own} says what that is. */
@ApplicationScoped
public class PortalService {
    private final Own own;
    private final FreeStock stock;
    private final NeedService needs;
    private final WhoAnswers answers;
    private final Dispatches dispatches;
    private final DeliveryService deliveries;
    private final Catalogue catalogue;
    private final Rules rules;
    private final History history;

    PortalService(
            Own own,
            FreeStock stock,
            NeedService needs,
            WhoAnswers answers,
            Dispatches dispatches,
            DeliveryService deliveries,
            Catalogue catalogue,
            Rules rules,
            History history) {
        this.own = own;
        this.stock = stock;
        this.needs = needs;
        this.answers = answers;
        this.dispatches = dispatches;
        this.deliveries = deliveries;
        this.catalogue = catalogue;
        this.rules = rules;
        this.history = history;
    }

    /**
     * Says what is needed.
     *
     * @throws org.kindtrail.kernel.Invalid naming the fields at fault
     */
    @Transactional
    public OwnNeedView post(PostOwnNeed command) {
        rules.check(command);
        String code = needs.post(command.of(own.recipient().getCode())).code();
        history.note(code, "need_posted_by_recipient", null, null);
        return view(code);
    }

    @Transactional
    public OwnNeedView need(String code) {
        return view(own.need(code));
    }

    private OwnNeedView view(String code) {
        return OwnNeedView.of(needs.get(code), answers.of(code));
    }

    /**
     * It is asked for no more.
     *
     * @throws org.kindtrail.kernel.Refused when it has ended, or when goods are promised to it
     */
    @Transactional
    public OwnNeedView withdraw(String code) {
        String mine = own.need(code);
        needs.withdraw(mine);
        return view(mine);
    }

    /** @param state null: all */
    @Transactional
    public Page<OwnNeedRow> needs(Need.State state, String after, int size) {
        return needs.list(state, false, own.recipient().getCode(), after, size).map(OwnNeedRow::of);
    }

    /**
     * What could be had, in shelf order.
     *
     * @param search part of a name; null: all
     * @param after code of the item to go on after
     * @throws Unreadable when nothing of that item is free
     */
    @Transactional
    public Page<FreeItemView> stock(String search, String after, int size) {
        own.recipient();
        List<FreeItemView> all = stock.all(search);
        int from = 0;
        if (after != null && !after.isEmpty()) {
            int found = all.stream().map(FreeItemView::item).toList().indexOf(after);
            if (found < 0) {
                throw new Unreadable("after", "error_after", Map.of("given", after.length() > 40 ? "..." : after));
            }
            from = found + 1;
        }
        return Page.of(all.subList(from, Math.min(all.size(), from + size + 1)), size, FreeItemView::item);
    }

    @Transactional
    public Page<OwnDispatchView> dispatches(String after, int size) {
        return Page.of(own.dispatches(Cursor.id(after), size + 1), size, Dispatch::getId).map(OwnDispatchView::row);
    }

    @Transactional
    public OwnDispatchView dispatch(String code) {
        return seen(own.dispatch(code));
    }

    private OwnDispatchView seen(String code) {
        Dispatch dispatch = dispatches.get(code);
        return OwnDispatchView.of(
                dispatch,
                dispatch.getLines().stream()
                        .map(line -> OwnDispatchView.line(line, catalogue.label(line.getLot().getItem())))
                        .toList());
    }

    /** What is to be counted. */
    @Transactional
    public ArrivalView arrival(String code) {
        return deliveries.arrival(own.dispatch(code));
    }

    /**
     * Says what arrived; the rules are those of the house and of the receiver with a key.
     *
     * @throws org.kindtrail.kernel.Invalid when the counts do not fit what was sent
     * @throws org.kindtrail.kernel.Refused when it has not left, or is confirmed already
     */
    @Transactional
    public OwnDispatchView confirm(String code, ConfirmArrival command) {
        String mine = own.dispatch(code);
        deliveries.confirm(mine, command);
        return seen(mine);
    }

    /**
     * Thanks the givers; a coordinator reads it first.
     *
     * @throws org.kindtrail.kernel.Refused when it has not arrived, or when words wait to be read
     */
    @Transactional
    public OwnDispatchView thank(String code, SayThanks command) {
        String mine = own.dispatch(code);
        deliveries.thank(mine, command);
        return seen(mine);
    }
}
