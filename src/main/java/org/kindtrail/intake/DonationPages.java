package org.kindtrail.intake;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.paper.LabelChoice;
import org.kindtrail.paper.Labels;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.QrCode;

/** Donations for people. */
@Path("/donations")
@Produces("text/html")
public class DonationPages {
    private final DonationService donations;
    private final Once once;
    private final Listings listings;
    private final Labels labels;
    private final Frame frame;

    DonationPages(DonationService donations, Once once, Listings listings, Labels labels, Frame frame) {
        this.labels = labels;
        this.donations = donations;
        this.once = once;
        this.listings = listings;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "intake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance donation(DonationPage page, Form form, String qr, String address, String trackingQr);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("drive") String drive,
            @QueryParam("donor") String donor,
            @QueryParam("unsorted") String unsorted,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        boolean waiting = Boolean.TRUE.equals(Cursor.truth("unsorted", unsorted));
        String of = (drive == null || drive.isEmpty() ? "" : "&drive=" + Addresses.part(drive))
                + (donor == null || donor.isEmpty() ? "" : "&donor=" + Addresses.part(donor));
        String all = "/donations" + of.replaceFirst("&", "?");
        String only = "/donations?unsorted=true" + of;
        Listing<DonationRow> listing = new Listing<DonationRow>(
                        "intake_list", waiting ? only : all, (from, size) -> donations.list(drive, donor, waiting, from, size))
                .link("intake_code", DonationRow::code, row -> "/donations/" + row.code())
                .column("intake_received_at", DonationRow::receivedAt)
                .link(
                        "intake_donor",
                        row -> row.donor() != null && row.donorName() == null
                                ? frame.say("donor_erased", Map.of())
                                : row.donorName(),
                        row -> row.donor() == null ? null : "/donors/" + row.donor())
                .link("intake_drive", DonationRow::driveTitle, row -> "/donations?drive=" + row.drive())
                .column("intake_lots", DonationRow::lots)
                .column("intake_unsorted", DonationRow::unsorted)
                .column(
                        "intake_state",
                        row -> row.reversedAt() == null ? "" : frame.say("intake_is_reversed", Map.of()))
                .filter(frame.say("intake_filter_all", Map.of()), all, !waiting)
                .filter(frame.say("intake_filter_unsorted", Map.of()), only, waiting)
                .action("intake_record", "/record" + (of.startsWith("&drive") ? of.replaceFirst("&", "?") : ""))
                .action("intake_labels_blank", "/labels/blank")
                .whenEmpty("intake_list_empty");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance donation(@PathParam("code") String code, @Context UriInfo here) {
        return page(code, Form.empty(), here);
    }

    /** What goes on the bags: a code for a camera and for people, and nothing that says whose it was. */
    @GET
    @Path("/{code}/label")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance labels(@PathParam("code") String code, @Context UriInfo here) {
        DonationView donation = donations.get(code);
        String back = "/donations/" + donation.code();
        return LabelPages.Templates.labels(LabelCard.of(onIt(donation), here, frame), back + "/label.pdf", back);
    }

    /** The same on a sheet of labels. */
    @GET
    @Path("/{code}/label.pdf")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    public Response labelSheet(
            @PathParam("code") String code,
            @QueryParam("sheet") String sheet,
            @QueryParam("start") String start,
            @Context UriInfo here) {
        LabelChoice choice = LabelChoice.read(sheet, start);
        DonationView donation = donations.get(code);
        List<Labels.Label> on = onIt(donation).stream()
                .map(each -> new Labels.Label(each, Labels.address(here, each), contents(donation), Set.of()))
                .toList();
        return labels.pdf(choice, frame.say("intake_labels", Map.of()), on);
    }

    /** A bag for each, or one for all that was written down by the piece. */
    private static List<String> onIt(DonationView donation) {
        return donation.itemised()
                ? List.of(donation.shownCode())
                : donation.cameIn().stream().map(DonationLot::code).toList();
    }

    /** What is in a bag is known when it is sorted. */
    private List<String> contents(DonationView donation) {
        return donation.itemised() && !donation.money()
                ? donation.cameIn().stream()
                        .map(lot -> frame.number(lot.quantity()) + " x " + lot.name()
                                + (lot.size() == null ? "" : ", " + lot.size()))
                        .toList()
                : List.of();
    }

    @POST
    @Path("/{code}/tracking")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response track(@PathParam("code") String code, MultivaluedMap<String, String> typed, @Context UriInfo here) {
        return once.submit(
                Form.of(typed),
                () -> "/donations/" + donations.trackAnew(code).donation(),
                refused -> page(code, refused, here));
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed, @Context UriInfo here) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/donations/" + donations.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused, here));
    }

    private TemplateInstance page(String code, Form form, UriInfo here) {
        DonationPage page = donations.page(code);
        String address = page.trackingCode() == null
                ? null
                : Addresses.absolute(here, TrackingCodes.address(page.trackingCode()));
        return Templates.donation(
                page,
                form,
                qr(here, page.donation().shownCode()),
                address,
                address == null ? null : QrCode.svg(address, frame.say("intake_tracking", Map.of())));
    }

    private String qr(UriInfo here, String code) {
        return QrCode.svg(Labels.address(here, code), frame.say("intake_qr", Map.of("code", code)));
    }
}
