package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.drive.Drive;
import org.kindtrail.programme.Programme;
import org.kindtrail.recipient.Recipient;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Lot;

/** Needs, candidates and promises as both doors show them; the catalogue says what things are called. */
@ApplicationScoped
class NeedViews {
    /** So many days before its last one a need is told to end soon. */
    static final int SOON = 7;

    private final Catalogue catalogue;
    private final Today today;

    NeedViews(Catalogue catalogue, Today today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    NeedView need(Need need) {
        Recipient recipient = need.getRecipient();
        Programme programme = need.getProgramme();
        Drive drive = need.getDrive();
        return new NeedView(
                need.getCode(),
                recipient.getCode(),
                recipient.getAlias(),
                need.getForWhom(),
                need.getWantedBy(),
                need.getState(),
                need.getCreatedAt(),
                need.getLines().stream().map(this::line).toList(),
                need.getUrgency(),
                need.getExpiresOn(),
                need.getState() == Need.State.OPEN && need.isOver(today.day().plusDays(SOON + 1)),
                programme == null ? null : programme.getCode(),
                programme == null ? null : programme.getName(),
                drive == null ? null : drive.getCode(),
                drive == null ? null : drive.getTitle(),
                people(need),
                need.isOnWishLists(),
                need.getVersion());
    }

    /** In the order of age, then of sex. */
    private static List<PeopleOf> people(Need need) {
        return need.getPeople().stream()
                .map(PeopleOf::of)
                .sorted(Comparator.comparing(PeopleOf::ageBand).thenComparing(PeopleOf::sex))
                .toList();
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
                line.missing(),
                line.getSubstitutes().stream()
                        .map(catalogue::of)
                        .map(each -> new NeedView.Substitute(each.getCode(), catalogue.label(each)))
                        .sorted(Comparator.comparing(NeedView.Substitute::what))
                        .toList());
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
                sums.arrived(),
                need.getUrgency(),
                need.getExpiresOn());
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
                allocation.getMadeAt(),
                allocation.getExpiresAt());
    }
}
