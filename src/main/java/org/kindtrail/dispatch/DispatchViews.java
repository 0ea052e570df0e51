package org.kindtrail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;

/** Shows dispatches; items are named in the reader's language, which is why no mapper does it. */
@ApplicationScoped
class DispatchViews {
    private final Catalogue catalogue;

    DispatchViews(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param delivery code of the confirmation that stands; null when there is none */
    DispatchView view(Dispatch dispatch, String delivery) {
        return new DispatchView(
                dispatch.getCode(),
                dispatch.getState(),
                dispatch.getNeed().getCode(),
                dispatch.getNeed().getForWhom(),
                dispatch.getRecipient().getCode(),
                dispatch.getRecipient().getAlias(),
                dispatch.getProgramme() == null ? null : dispatch.getProgramme().getCode(),
                dispatch.getProgramme() == null ? null : dispatch.getProgramme().getName(),
                dispatch.getVehicle(),
                dispatch.getDriver(),
                dispatch.getConsignment() == null ? null : dispatch.getConsignment().getCode(),
                dispatch.getStagedAt(),
                dispatch.getLoadedAt(),
                dispatch.getDepartedAt(),
                dispatch.getDeliveredAt(),
                dispatch.getCancelledAt(),
                delivery,
                lines(dispatch));
    }

    DeliveryView view(Delivery delivery, Dispatch dispatch) {
        return new DeliveryView(
                delivery.getCode(),
                dispatch.getCode(),
                delivery.getConfirmedBy() == null,
                delivery.isByRecipient(),
                delivery.getRemark(),
                delivery.getOccurredAt(),
                delivery.getRecordedAt(),
                delivery.getReversedAt(),
                delivery.getReversedAt() == null
                        ? lines(dispatch)
                        : dispatch.getLines().stream().map(line -> line(line, null, null)).toList());
    }

    ArrivalView arrival(Dispatch dispatch, ZoneId zone) {
        boolean confirmed = dispatch.getState() == Dispatch.State.DELIVERED;
        return new ArrivalView(
                dispatch.getCode(),
                confirmed,
                dispatch.getDepartedAt().atZone(zone).toLocalDate(),
                confirmed ? List.of() : dispatch.getLines().stream().map(this::sent).toList());
    }

    private ArrivalView.Sent sent(DispatchLine line) {
        Lot lot = line.getLot();
        return new ArrivalView.Sent(
                line.getLine(), catalogue.label(lot.getItem()), lot.getSize(), lot.getItem().getUnit(), line.getQuantity());
    }

    private List<DispatchLineView> lines(Dispatch dispatch) {
        return dispatch.getLines().stream()
                .map(line -> line(line, line.getReceived(), line.getDamaged()))
                .toList();
    }

    private DispatchLineView line(DispatchLine line, Long received, Long damaged) {
        Lot lot = line.getLot();
        return new DispatchLineView(
                line.getLine(),
                lot.getCode(),
                lot.getItem().getCode(),
                catalogue.label(lot.getItem()),
                lot.getSize(),
                lot.getGrade(),
                lot.getItem().getUnit(),
                line.getQuantity(),
                line.getPlace().getCode(),
                line.getPlace().label(),
                site(line),
                line.getAllocation().getCode(),
                line.isTakenBack(),
                received,
                damaged);
    }

    private static String site(DispatchLine line) {
        Place place = line.getPlace();
        return place.getTop() == null ? place.getName() : place.getTop().getName();
    }

    /** As one walks: site by site, and shelf after shelf in it. */
    List<DispatchLineView> inWalkingOrder(Dispatch dispatch) {
        return dispatch.getLines().stream()
                .filter(line -> !line.isTakenBack())
                .sorted(Comparator.comparing(DispatchViews::site)
                        .thenComparing(line -> line.getPlace().getWalk())
                        .thenComparing(line -> line.getPlace().label())
                        .thenComparing(line -> catalogue.label(line.getLot().getItem()))
                        .thenComparing(DispatchLine::getLine))
                .map(line -> line(line, line.getReceived(), line.getDamaged()))
                .toList();
    }
}
