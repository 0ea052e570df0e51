package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindtrail.account.History;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.donor.Contacts;
import org.kindtrail.donor.Donor;
import org.kindtrail.donor.Donors;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.mail.MessageKind;
import org.kindtrail.mail.Outbox;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.programme.Programme;
import org.kindtrail.programme.Programmes;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;
import org.kindtrail.watch.Deed;
import org.kindtrail.watch.Deeds;
import org.kindtrail.web.Frame;

/** What can be done with donations. */
@ApplicationScoped
public class DonationService {
    private final Donations donations;
    private final Donors donors;
    private final Contacts contacts;
    private final Outbox outbox;
    private final WrittenLines goods;
    private final Ledger ledger;
    private final Movements movements;
    private final TrackingCodes tracking;
    private final Catalogue catalogue;
    private final Rules rules;
    private final Scope scope;
    private final Frame frame;
    private final Codes codes;
    private final History history;
    private final Clock clock;
    private final Programmes programmes;
    private final Deeds deeds;

    DonationService(
            Donations donations,
            Donors donors,
            Contacts contacts,
            Outbox outbox,
            WrittenLines goods,
            Ledger ledger,
            Movements movements,
            TrackingCodes tracking,
            Catalogue catalogue,
            Rules rules,
            Scope scope,
            Frame frame,
            Codes codes,
            History history,
            Clock clock,
            Programmes programmes,
            Deeds deeds) {
        this.deeds = deeds;
        this.programmes = programmes;
        this.donations = donations;
        this.donors = donors;
        this.contacts = contacts;
        this.outbox = outbox;
        this.goods = goods;
        this.ledger = ledger;
        this.movements = movements;
        this.tracking = tracking;
        this.catalogue = catalogue;
        this.rules = rules;
        this.scope = scope;
        this.frame = frame;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Goods come in. The view bears no tracking code: the door adds it on the way out, so that it is kept nowhere.
     *
     * @throws Invalid naming the fields at fault
     * @throws Refused when the drive is closed
     */
    @Transactional
    public DonationView receive(ReceiveDonation command) {
        rules.check(command);
        List<NewLot> coming = coming(command);
        DonationView recorded = received(command, coming, arrival(command, false));
        deeds.done(Deed.BAG_RECORDED, 1);
        return recorded;
    }

    /**
     * Money comes in to a fund. The view bears no tracking code: the door adds it on the way out.
     *
     * @throws Invalid naming the fields at fault
     * @throws Refused when the drive is closed
     */
    @Transactional
    public DonationView receiveMoney(MoneyGift gift) {
        ReceiveDonation command = rules.check(gift.asDonation());
        if (!isBlank(command.donor()) && !isBlank(command.newDonor())) {
            throw Invalid.field("donor", "error_intake_donor_twice");
        }
        NewLot money = NewLot.money(codes, catalogue.money(gift.money().currency()), gift.money().minor());
        return received(command, List.of(money), arrival(command, true));
    }

    private DonationView received(ReceiveDonation command, List<NewLot> coming, Donations.Arrival arrival) {
        Instant now = clock.instant();
        Instant received = command.receivedAt() == null || command.receivedAt().isAfter(now) ? now : command.receivedAt();
        Donor donor = isBlank(command.newDonor()) ? arrival.donor() : donors.add(command.newDonor());
        if (command.contact() != null) {
            Invalid.under("contact", () -> contacts.tell(donor, command.contact()));
        }
        Donation donation = new Donation(
                arrival.drive(),
                donor,
                arrival.place(),
                codes.next(CodeKind.DONATION),
                isBlank(command.remark()) ? null : command.remark().strip(),
                received,
                now,
                scope.person());
        donation.track(tracking, now);
        if (arrival.label() != null) {
            arrival.label().use(now);
            if (command.lines() != null) {
                donation.label(arrival.label().getCode());
            }
        }
        donations.persist(donation);
        if (donor != null) {
            outbox.queue(MessageKind.RECEIVED, donor, donation.getCode());
        }
        List<Lot> lots = ledger.receive(
                donation.getId(), arrival.place(), new Entry(Reason.RECEIVED, donation.getCode(), received), coming);
        return view(
                new Donations.Recorded(donation, frame.getPerson()),
                lots.stream().map(lot -> new Donations.Held(lot, lot.getQuantity())).toList(),
                List.of());
    }

    private List<NewLot> coming(ReceiveDonation command) {
        List<FieldError> faults = new ArrayList<>();
        if (command.bags() == null && command.lines() == null) {
            faults.add(new FieldError("bags", "error_intake_bags_or_lines"));
        } else if (command.bags() != null && command.lines() != null) {
            faults.add(new FieldError("bags", "error_intake_bags_and_lines"));
        }
        if (!isBlank(command.donor()) && !isBlank(command.newDonor())) {
            faults.add(new FieldError("donor", "error_intake_donor_twice"));
        }
        if (command.contact() != null && isBlank(command.donor()) && isBlank(command.newDonor())) {
            faults.add(new FieldError("donor", "error_intake_contact_of_nobody"));
        }
        if (command.label() != null && command.bags() != null && command.bags() > 1) {
            faults.add(new FieldError("bags", "error_intake_label_one_bag", Map.of("label", command.label())));
        }
        List<NewLot> coming = new ArrayList<>();
        for (int i = 0; command.lines() != null && i < command.lines().size(); i++) {
            coming.add(goods.received("lines[" + i + "].", command.lines().get(i), faults));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        for (int i = 0; command.bags() != null && i < command.bags(); i++) {
            coming.add(goods.bag(bagCode(command.label())));
        }
        Programme programme = programmes.chargeable("programme", command.programme());
        if (programme != null) {
            coming.replaceAll(lot -> lot.keptFor(programme.getId()));
        }
        return coming;
    }

    private String bagCode(String label) {
        return label == null ? goods.newCode() : Code.read(CodeKind.BAG, label).orElse("");
    }

    private Donations.Arrival arrival(ReceiveDonation command, boolean money) {
        Donations.Arrival arrival = donations.arrival(command);
        List<FieldError> faults = new ArrayList<>();
        if (arrival.drive() == null) {
            throw Invalid.field("drive", "error_intake_drive_unknown", Map.of("given", command.drive()));
        }
        if (!isOpen(arrival.place(), money)) {
            faults.add(new FieldError("place", "error_place_unknown", Map.of("given", command.place())));
        }
        if (!isBlank(command.donor()) && arrival.donor() == null) {
            faults.add(new FieldError("donor", "error_intake_donor_unknown", Map.of("given", command.donor())));
        }
        if (command.label() != null && (arrival.label() == null || arrival.label().isUsed())) {
            faults.add(new FieldError(
                    "label",
                    arrival.label() == null ? "error_intake_label_unknown" : "error_intake_label_used",
                    Map.of("given", command.label())));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        if (!arrival.drive().isOpen()) {
            throw new Refused(
                    "error_intake_drive_closed",
                    Map.of("drive", arrival.drive().getCode(), "title", arrival.drive().getTitle()));
        }
        return arrival;
    }

    /** Goods are put at a site, on a shelf or into a container there, money into a fund. */
    static boolean isOpen(Place place, boolean money) {
        return place != null
                && place.isActive()
                && (money ? place.getKind() == PlaceKind.FUND : place.getKind().isForGoods() && place.isAtHand());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    @Transactional
    public DonationView get(String code) {
        return view(donations.recorded(code));
    }

    /**
     * The donor gets a new tracking code, because the last one was lost: that one opens nothing any more.
     *
     * @return which code of this donation it is; the door adds the code itself
     */
    @Transactional
    public TrackingView trackAnew(String code) {
        Donation donation = donations.locked(code);
        donation.track(tracking, clock.instant());
        history.note(donation.getCode(), "donation_tracked_anew", null, null);
        return new TrackingView(donation.getCode(), donation.getTrackingTurn(), null, null);
    }

    /**
     * The donation did not happen, or not like this.
     *
     * @throws Refused naming what has moved on since
     */
    @Transactional
    public DonationView reverse(String code, Reverse command) {
        rules.check(command);
        Donation donation = donations.locked(code);
        donation.reverse(clock.instant());
        for (Donations.Standing sorting : donations.sortingsOf(donation)) {
            if (sorting.state() != Sorting.State.REVERSED) {
                throw new Refused(
                        "error_intake_reverse_sorting_first",
                        Map.of("document", donation.getCode(), "sorting", sorting.sorting()));
            }
        }
        ledger.reverse(donation.getCode(), command.why().strip());
        history.note(donation.getCode(), "donation_reversed", null, command.why().strip());
        donations.flush();
        return get(donation.getCode());
    }

    /** @param unsorted true: only those with bags that wait to be sorted */
    @Transactional
    public Page<DonationRow> list(String drive, String donor, boolean unsorted, String after, int size) {
        Donations.Filter filter = new Donations.Filter(blankToNull(drive), blankToNull(donor), unsorted);
        return Page.of(donations.newest(filter, Cursor.id(after), size + 1), size, DonationRow::id);
    }

    private static String blankToNull(String text) {
        return isBlank(text) ? null : text;
    }

    /** What the page of a donation shows. */
    @Transactional
    public DonationPage page(String code) {
        Donations.Recorded recorded = donations.recorded(code);
        Donation donation = recorded.donation();
        String key = donation.showsTracking(clock.instant())
                ? tracking.of(donation.getCode(), donation.getTrackingTurn())
                : null;
        return new DonationPage(
                view(recorded),
                key,
                movements.of(donation),
                history.of(donation.getCode()),
                scope.has(Role.COORDINATOR));
    }

    private DonationView view(Donations.Recorded recorded) {
        return view(
                recorded, donations.lotsOf(recorded.donation()), donations.sortingsOf(recorded.donation()));
    }

    private DonationView view(
            Donations.Recorded recorded, List<Donations.Held> lots, List<Donations.Standing> sortings) {
        Donation donation = recorded.donation();
        Map<Long, Donations.Standing> byBag = new HashMap<>();
        Map<Long, Donations.Standing> byConversion = new HashMap<>();
        for (Donations.Standing sorting : sortings) {
            if (sorting.state() != Sorting.State.REVERSED) {
                byBag.put(sorting.bagId(), sorting);
            }
            byConversion.put(sorting.conversionId(), sorting);
        }
        Donor donor = donation.getDonor();
        Programmes.Named keptFor = keptFor(lots);
        return new DonationView(
                donation.getCode(),
                donation.getDrive().getCode(),
                donation.getDrive().getTitle(),
                donor == null ? null : donor.getCode(),
                donor == null ? null : donor.getKnownAs(),
                donation.getPlace().getCode(),
                donation.getPlace().label(),
                donation.getLabelCode(),
                keptFor == null ? null : keptFor.code(),
                keptFor == null ? null : keptFor.name(),
                donation.getRemark(),
                donation.getReceivedAt(),
                donation.getRecordedAt(),
                recorded.by(),
                donation.getReversedAt(),
                lots.stream()
                        .map(held -> lot(
                                donation,
                                held,
                                byBag.get(held.lot().getId()),
                                held.lot().getConversionId() == null
                                        ? null
                                        : byConversion.get(held.lot().getConversionId())))
                        .toList(),
                null,
                null);
    }

    /** The programme for which what came in is kept; null: for anything. */
    private Programmes.Named keptFor(List<Donations.Held> lots) {
        return lots.stream()
                .map(held -> held.lot())
                .filter(lot -> lot.getConversionId() == null)
                .map(Lot::getProgrammeId)
                .filter(Objects::nonNull)
                .findFirst()
                .map(id -> programmes.keptFor(List.of(id)).get(id))
                .orElse(null);
    }

    private DonationLot lot(
            Donation donation, Donations.Held held, Donations.Standing sorting, Donations.Standing outOf) {
        Lot lot = held.lot();
        var item = catalogue.of(lot.getItem().getId());
        long onHand = held.onHand() == null ? 0 : held.onHand();
        return new DonationLot(
                lot.getCode(),
                item.getCode(),
                catalogue.label(item),
                lot.getSize(),
                lot.getFits(),
                lot.getGrade(),
                lot.getQuantity(),
                item.getUnit(),
                onHand,
                state(donation, lot, onHand, sorting, outOf),
                sorting == null ? null : sorting.sorting(),
                outOf == null ? null : outOf.sorting(),
                lot.getExpiresOn());
    }

    private static DonationLot.State state(
            Donation donation, Lot lot, long onHand, Donations.Standing sorting, Donations.Standing outOf) {
        if (donation.getReversedAt() != null || (outOf != null && outOf.state() == Sorting.State.REVERSED)) {
            return DonationLot.State.REVERSED;
        }
        if (sorting != null) {
            return sorting.state() == Sorting.State.OPEN ? DonationLot.State.SORTING : DonationLot.State.SORTED;
        }
        if (onHand > 0) {
            return DonationLot.State.HELD;
        }
        return lot.getGrade() == Grade.UNFIT ? DonationLot.State.LET_GO : DonationLot.State.MOVED_ON;
    }
}
