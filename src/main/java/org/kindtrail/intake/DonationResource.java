package org.kindtrail.intake;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.stock.Reverse;

/** Donations for programs. */
@Path("/api/v1/donations")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "donations")
public class DonationResource {
    private final DonationService donations;
    private final TrackedAnswers tracked;
    private final Once once;

    DonationResource(DonationService donations, TrackedAnswers tracked, Once once) {
        this.donations = donations;
        this.tracked = tracked;
        this.once = once;
    }

    /** A page of donations, named for the description of the API. */
    @Schema(name = "DonationPage")
    public record DonationsPage(List<DonationRow> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listDonations", summary = "Donations, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DonationsPage.class)))
    public DonationsPage list(
            @Parameter(description = "Code of a drive") @QueryParam("drive") String drive,
            @Parameter(description = "Code of a donor") @QueryParam("donor") String donor,
            @Parameter(description = "true: only those with bags that wait to be sorted") @QueryParam("unsorted")
                    String unsorted,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        boolean waiting = Boolean.TRUE.equals(Cursor.truth("unsorted", unsorted));
        Page<DonationRow> page = donations.list(drive, donor, waiting, after, Cursor.size(limit));
        return new DonationsPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "receiveDonation",
            summary = "Record a donation: unsorted bags, or what is in it; the answer holds the donor's tracking code")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DonationView.class)))
    public Response receive(@HeaderParam("Idempotency-Key") String key, ReceiveDonation command) {
        return once.answer(
                key,
                command,
                () -> {
                    DonationView view = donations.receive(command);
                    return Reply.created("/api/v1/donations/" + view.code(), view);
                },
                tracked::first);
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getDonation", summary = "One donation, and what has become of what came with it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DonationView.class)))
    public DonationView get(@PathParam("code") String code) {
        return donations.get(code);
    }

    @POST
    @Path("/{code}/tracking")
    @Consumes("*/*")
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "trackDonationAnew",
            summary = "Give the donor a new tracking code; the one before opens nothing any more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TrackingView.class)))
    public Response track(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(donations.trackAnew(code)), tracked::another);
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reverseDonation", summary = "Take a donation back; it stays readable")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DonationView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(donations.reverse(code, command)));
    }
}
