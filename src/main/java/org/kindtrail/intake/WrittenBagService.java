package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.donor.Donor;
import org.kindtrail.donor.Donors;
import org.kindtrail.drive.Drive;
import org.kindtrail.intake.EnterWrittenBags.WrittenBag;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.mail.MessageKind;
import org.kindtrail.mail.Outbox;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.watch.Deed;
import org.kindtrail.watch.Deeds;

/** Takes in what was written down by hand: a donation for each line, and none for a line that was typed in before. */
@ApplicationScoped
public class WrittenBagService {
    private final Donations donations;
    private final IntakeSheets sheets;
    private final Donors donors;
    private final Outbox outbox;
    private final WrittenLines goods;
    private final Ledger ledger;
    private final TrackingCodes tracking;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final Clock clock;
    private final Deeds deeds;

    WrittenBagService(
            Donations donations,
            IntakeSheets sheets,
            Donors donors,
            Outbox outbox,
            WrittenLines goods,
            Ledger ledger,
            TrackingCodes tracking,
            Rules rules,
            Scope scope,
            Codes codes,
            Clock clock,
            Deeds deeds) {
        this.deeds = deeds;
        this.donations = donations;
        this.sheets = sheets;
        this.donors = donors;
        this.outbox = outbox;
        this.goods = goods;
        this.ledger = ledger;
        this.tracking = tracking;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.clock = clock;
    }

    /** A line that is new: its label, what comes in, and who gave. */
    private record Coming(BlankLabel label, NewLot lot, WrittenBag line, Donor donor) {}

    /** What all lines are read against. */
    private record Known(Drive drive, Map<String, BlankLabel> labels, Map<Long, Drive> ofSheets, Map<String, Donor> donors) {}

    /**
     * All lines, or none. A line whose code is used already changes nothing, whatever it says now.
     *
     * @throws Invalid naming every line and field at fault
     * @throws Refused when something is new and the drive is closed
     */
    @Transactional
    public WrittenBagsView enter(EnterWrittenBags command) {
        rules.check(command);
        Donations.Arrival arrival = donations.arrival(new ReceiveDonation(
                command.drive(), command.place(), null, null, null, null, null, null, null));
        if (arrival.drive() == null) {
            throw Invalid.field("drive", "error_intake_drive_unknown", Map.of("given", Given.shortened(command.drive())));
        }
        Known known = known(arrival.drive(), command.bags());
        List<Coming> coming = coming(command.bags(), known);
        if (!coming.isEmpty()) {
            if (!DonationService.isOpen(arrival.place(), false)) {
                throw Invalid.field("place", "error_place_unknown", Map.of("given", Given.shortened(command.place())));
            }
            if (!arrival.drive().isOpen()) {
                throw new Refused(
                        "error_intake_drive_closed",
                        Map.of("drive", arrival.drive().getCode(), "title", arrival.drive().getTitle()));
            }
        }
        Map<String, Donation> made = receive(arrival.drive(), arrival.place(), command.receivedAt(), coming);
        return told(command.bags(), made);
    }

    private Known known(Drive drive, List<WrittenBag> bags) {
        Map<String, BlankLabel> labels = sheets.lockLabels(read(CodeKind.BAG, bags.stream().map(WrittenBag::label))).stream()
                .collect(Collectors.toMap(BlankLabel::getCode, Function.identity()));
        Set<Long> printed = labels.values().stream()
                .map(BlankLabel::getSheet)
                .filter(Objects::nonNull)
                .map(IntakeSheet::getId)
                .collect(Collectors.toSet());
        Map<Long, Drive> ofSheets = sheets.among(printed).stream()
                .collect(Collectors.toMap(IntakeSheet::getId, IntakeSheet::getDrive));
        Map<String, Donor> named = donors.byCodes(read(CodeKind.DONOR, bags.stream().map(WrittenBag::donor))).stream()
                .collect(Collectors.toMap(Donor::getCode, Function.identity()));
        return new Known(drive, labels, ofSheets, named);
    }

    private static Set<String> read(CodeKind kind, java.util.stream.Stream<String> typed) {
        return typed.filter(Objects::nonNull).flatMap(each -> Code.read(kind, each).stream()).collect(Collectors.toSet());
    }

    private List<Coming> coming(List<WrittenBag> bags, Known known) {
        List<FieldError> faults = new ArrayList<>();
        List<Coming> coming = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < bags.size(); i++) {
            String path = "bags[" + i + "].";
            try {
                Coming each = coming(path, i + 1, bags.get(i), known, seen, faults);
                if (each != null) {
                    coming.add(each);
                }
            } catch (Invalid invalid) {
                faults.addAll(invalid.fields());
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return named(coming);
    }

    /** @return null when it was recorded before, or something is wrong with it that the faults say */
    private Coming coming(
            String path, int line, WrittenBag bag, Known known, Map<String, Integer> seen, List<FieldError> faults) {
        BlankLabel label = label(path, bag, known);
        Integer before = seen.putIfAbsent(label.getCode(), line);
        if (before != null) {
            throw Invalid.field(path + "label", "error_intake_sheet_twice", Map.of("given", label.getCode(), "line", before));
        }
        if (label.isUsed()) {
            return null;
        }
        boolean named = !isBlank(bag.donor());
        if (named && !isBlank(bag.newDonor())) {
            faults.add(new FieldError(path + "donor", "error_intake_donor_twice"));
        }
        Donor donor = named ? Code.read(CodeKind.DONOR, bag.donor()).map(known.donors()::get).orElse(null) : null;
        if (named && donor == null) {
            faults.add(new FieldError(path + "donor", "error_intake_donor_unknown", Map.of("given", Given.shortened(bag.donor()))));
        }
        return new Coming(label, lot(path, label, bag, faults), bag, donor);
    }

    private static BlankLabel label(String path, WrittenBag bag, Known known) {
        BlankLabel label = Code.read(CodeKind.BAG, bag.label()).map(known.labels()::get).orElse(null);
        if (label == null) {
            throw Invalid.field(path + "label", "error_intake_label_unknown", Map.of("given", Given.shortened(bag.label())));
        }
        Drive printedFor = label.getSheet() == null ? null : known.ofSheets().get(label.getSheet().getId());
        if (printedFor != null && !printedFor.getId().equals(known.drive().getId())) {
            throw Invalid.field(
                    path + "label",
                    "error_intake_sheet_other_drive",
                    Map.of("given", label.getCode(), "title", printedFor.getTitle(), "drive", printedFor.getCode()));
        }
        return label;
    }

    /** A bag that nobody opened bears the label itself; of what is itemised the donation does. */
    private NewLot lot(String path, BlankLabel label, WrittenBag bag, List<FieldError> faults) {
        if (!isBlank(bag.item())) {
            if (bag.quantity() == null) {
                faults.add(new FieldError(path + "quantity", "error_intake_sheet_how_many"));
                return null;
            }
            DonationLine line = new DonationLine(bag.item(), bag.size(), bag.fits(), bag.grade(), bag.quantity());
            return goods.received(path, line, faults);
        }
        if (bag.quantity() != null || !isBlank(bag.size())) {
            faults.add(new FieldError(path + "item", "error_intake_sheet_of_what"));
            return null;
        }
        return goods.bag(label.getCode());
    }

    /** The same new name in several lines is one donor. */
    private List<Coming> named(List<Coming> coming) {
        Map<String, Donor> added = new LinkedHashMap<>();
        return coming.stream()
                .map(each -> isBlank(each.line().newDonor())
                        ? each
                        : new Coming(each.label(), each.lot(), each.line(), added.computeIfAbsent(
                                each.line().newDonor().strip().toLowerCase(Locale.ROOT),
                                same -> donors.add(each.line().newDonor()))))
                .toList();
    }

    /** @return the donations, by the code in the line */
    private Map<String, Donation> receive(Drive drive, Place place, Instant told, List<Coming> coming) {
        Instant now = clock.instant();
        Instant received = told == null || told.isAfter(now) ? now : told;
        Map<String, Donation> made = new HashMap<>();
        List<Ledger.Arriving> arriving = new ArrayList<>();
        for (Coming each : coming) {
            String remark = isBlank(each.line().remark()) ? null : each.line().remark().strip();
            Donation donation = new Donation(
                    drive, each.donor(), place, codes.next(CodeKind.DONATION), remark, received, now, scope.person());
            donation.track(tracking, now);
            each.label().use(now);
            if (!isBlank(each.line().item())) {
                donation.label(each.label().getCode());
            }
            donations.persist(donation);
            made.put(each.label().getCode(), donation);
            arriving.add(new Ledger.Arriving(
                    donation.getId(), new Entry(Reason.RECEIVED, donation.getCode(), received), List.of(each.lot())));
        }
        if (!arriving.isEmpty()) {
            ledger.receive(place, arriving);
        }
        deeds.done(Deed.BAG_RECORDED, made.size());
        coming.stream()
                .filter(each -> each.donor() != null)
                .forEach(each -> outbox.queue(
                        MessageKind.RECEIVED, each.donor(), made.get(each.label().getCode()).getCode()));
        return made;
    }

    private WrittenBagsView told(List<WrittenBag> bags, Map<String, Donation> made) {
        List<String> labels = bags.stream().map(bag -> Code.read(CodeKind.BAG, bag.label()).orElseThrow()).toList();
        Map<String, Donation> before = new HashMap<>();
        sheets.bearing(labels.stream().filter(each -> !made.containsKey(each)).toList())
                .forEach(each -> before.put(each.label().getCode(), each.donation()));
        return new WrittenBagsView(
                made.size(),
                labels.size() - made.size(),
                labels.stream()
                        .map(each -> new WrittenBagsView.Bag(
                                each,
                                made.getOrDefault(each, before.get(each)).getCode(),
                                !made.containsKey(each)))
                        .toList());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
