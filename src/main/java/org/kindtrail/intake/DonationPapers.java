package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Refused;
import org.kindtrail.paper.Column;
import org.kindtrail.paper.Labels;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Signature;
import org.kindtrail.paper.Table;
import org.kindtrail.place.Places;
import org.kindtrail.web.Frame;

/** The papers of a donation: the note that goods were received, and the certificate that its donor gets. */
@ApplicationScoped
class DonationPapers {
    private static final Set<String> UNITS = Set.of("piece", "pair", "set", "bag", "gram", "millilitre");

    private final DonationService donations;
    private final Places places;
    private final Goods goods;
    private final Frame frame;

    DonationPapers(DonationService donations, Places places, Goods goods, Frame frame) {
        this.donations = donations;
        this.places = places;
        this.goods = goods;
        this.frame = frame;
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    private String quantity(DonationLot lot) {
        if (lot.money()) {
            return goods.money(new Money(lot.quantity(), lot.unit()));
        }
        String unit = UNITS.contains(lot.unit()) ? lot.unit() : "any";
        return frame.say("catalogue_quantity_" + unit, Map.of("0", lot.quantity()));
    }

    /** Of a bag it is not known, and money has none. */
    private String condition(DonationLot lot) {
        return lot.bag() || lot.money() ? null : say(lot.gradeKey());
    }

    /** A row; unlike a list of Java's own it takes what is not known. */
    private static List<String> row(String... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    /**
     * The goods received note. The donor stands on it as a code: it lies with the goods.
     *
     * @throws Refused when money was given, which is no goods
     */
    @Transactional
    Paper received(String code, UriInfo here) {
        DonationView donation = donations.get(code);
        if (donation.money()) {
            throw new Refused("error_intake_note_money", Map.of("donation", donation.code()));
        }
        Paper paper = Paper.of(say("intake_note"), donation.code())
                .fact(say("intake_received_at"), frame.moment(donation.receivedAt()))
                .fact(say("intake_place"), donation.placeName())
                .fact(say("intake_drive"), donation.driveTitle())
                .fact(say("intake_paper_source"), donation.donor() == null ? say("intake_donor_unknown") : donation.donor())
                .fact(say("intake_paper_waybill"), null)
                .fact(say("intake_paper_vehicle"), null)
                .fact(say("intake_recorded"), frame.moment(donation.recordedAt()) + ", " + donation.recordedBy())
                .scan(Labels.address(here, donation.code()));
        if (donation.reversedAt() != null) {
            paper.warning(frame.say("intake_paper_reversed", Map.of("day", frame.day(donation.reversedAt()))));
        }
        List<Column> columns = List.of(
                Column.text(say("intake_code"), 3),
                Column.text(say("intake_item"), 5),
                Column.text(say("intake_paper_size"), 2),
                Column.text(say("intake_paper_condition"), 2),
                Column.hand(say("intake_paper_sent"), 2),
                Column.number(say("intake_paper_received"), 2),
                Column.hand(say("intake_paper_remarks"), 4));
        return paper.table(Table.of(columns, donation.cameIn().stream()
                        .map(lot -> row(lot.code(), lot.name(), lot.size(), condition(lot), null, quantity(lot)))
                        .toList()))
                .signature(signature("intake_paper_delivered_by"))
                .signature(signature("intake_paper_received_by"));
    }

    private Signature signature(String who) {
        return Signature.of(say(who), say("intake_paper_name"), say("intake_paper_function"), say("intake_paper_date"),
                say("intake_paper_signature"));
    }

    /**
     * The certificate for the donor. It puts no value on the goods.
     *
     * @param named whether it bears what the house calls the donor; else there is a line to write on
     * @throws Refused when the donation was reversed
     */
    @Transactional
    Paper certificate(String code, boolean named) {
        DonationView donation = donations.get(code);
        if (donation.reversedAt() != null) {
            throw new Refused("error_intake_certificate_reversed", Map.of("donation", donation.code()));
        }
        String organisation = frame.getOrganisation();
        String site = places.get(donation.place()).stands().getName();
        String day = frame.day(donation.receivedAt());
        Paper paper = Paper.of(say("intake_certificate"), donation.code())
                .fact(say("intake_certificate_donor"), named ? donation.donorName() : null)
                .fact(say("intake_certificate_organisation"), organisation)
                .fact(say("intake_certificate_address"), null)
                .fact(say("intake_certificate_day"), day)
                .fact(say("intake_certificate_place"), site)
                .table(described(donation.cameIn()));
        if (!donation.cameOut().isEmpty()) {
            paper.table(described(donation.cameOut()).headed(say("intake_what_came_out")));
        }
        return paper.note(frame.say("intake_certificate_received", Map.of("organisation", organisation, "day", day)))
                .note(say("intake_certificate_nothing_given"))
                .note(say("intake_certificate_no_value"))
                .signature(Signature.of(say("intake_certificate_for"), say("intake_paper_name"), say("intake_paper_function"),
                        say("intake_paper_date"), say("intake_paper_signature")));
    }

    private Table described(List<DonationLot> lots) {
        List<Column> columns = List.of(
                Column.text(say("intake_certificate_description"), 6),
                Column.text(say("intake_paper_size"), 2),
                Column.text(say("intake_paper_condition"), 3),
                Column.number(say("intake_quantity"), 3));
        return Table.of(columns, lots.stream()
                .map(lot -> row(lot.name(), lot.size(), condition(lot), quantity(lot)))
                .toList());
    }
}
