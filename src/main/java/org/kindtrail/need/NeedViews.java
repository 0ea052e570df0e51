package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.recipient.Recipient;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Lot;

/** Needs, candidates and promises as both doors show them; the catalogue says what things are called. */
@ApplicationScoped
class NeedViews {
    private final Catalogue catalogue;

    NeedViews(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    NeedView need(Need need) {
        Recipient recipient = need.getRecipient();
        return new NeedView(
                need.getCode(),
                recipient.getCode(),
                recipient.getAlias(),
                need.getForWhom(),
                need.getWantedBy(),
                need.getState(),
                need.getCreatedAt(),
                need.getLines().stream().map(this::line).toList());
    }

    private NeedView.Line line(NeedLine line) {
        Item item = item(line);
        return new NeedView.Line(
                line.getLine(),
                item == null ? null : item.getCode(),
                line.getCategory(),
                what(line),
                line.getFits(),
                line.getSizes(),
                line.getQuantity(),
                line.getPromised(),
                line.getSent(),
                line.getArrived(),
                line.missing());
    }

    /** The item or category of the line in words. */
    String what(NeedLine line) {
        Item item = item(line);
        return item == null ? catalogue.categoryName(line.getCategory()) : catalogue.label(item);
    }

    private Item item(NeedLine line) {
        return line.getItem() == null ? null : catalogue.of(line.getItem().getId());
    }

    NeedRow row(Need need, Needs.Sums sums) {
        return new NeedRow(
                need.getCode(),
                need.getRecipient().getCode(),
                need.getRecipient().getAlias(),
                need.getForWhom(),
                need.getWantedBy(),
                need.getState(),
                sums.asked(),
                sums.promised(),
                sums.sent(),
                sums.arrived());
    }

    CandidatesView candidates(NeedLine line, List<Candidates.Found> found) {
        return new CandidatesView(
                line.getLine(),
                line.missing(),
                found.isEmpty() ? 0 : found.get(0).availableInAll(),
                found.isEmpty() ? 0 : found.get(0).count(),
                found.stream().map(this::candidate).toList());
    }

    private CandidatesView.Candidate candidate(Candidates.Found found) {
        return new CandidatesView.Candidate(
                found.lot(),
                found.item().getCode(),
                catalogue.label(found.item()),
                found.size(),
                found.fits(),
                found.grade(),
                found.receivedAt(),
                found.place(),
                found.placeWords(),
                found.available());
    }

    /** @param dispatch the code of the dispatch on which it lies ready; null when on none */
    NeedAllocationView allocation(Need need, NeedLine line, Allocation allocation, String dispatch) {
        Lot lot = allocation.getLot();
        Item item = catalogue.of(lot.getItem().getId());
        return new NeedAllocationView(
                allocation.getCode(),
                need.getCode(),
                line.getLine(),
                lot.getCode(),
                item.getCode(),
                catalogue.label(item),
                lot.getSize(),
                lot.getGrade(),
                allocation.getPlace().getCode(),
                allocation.getPlace().label(),
                allocation.getPlace().getWalk(),
                allocation.getQuantity(),
                dispatch,
                allocation.getMadeAt());
    }
}
