package org.kindtrail.donor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Unreadable;

/** Donors for programs. */
@Path("/api/v1/donors")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "donors")
public class DonorResource {
    private final DonorService donors;
    private final ContactOpening openings;
    private final OwnCodeService ownCodes;
    private final Erasing erasing;
    private final Once once;
    private final ObjectMapper json;

    DonorResource(
            DonorService donors,
            ContactOpening openings,
            OwnCodeService ownCodes,
            Erasing erasing,
            Once once,
            ObjectMapper json) {
        this.donors = donors;
        this.openings = openings;
        this.ownCodes = ownCodes;
        this.erasing = erasing;
        this.once = once;
        this.json = json;
    }

    /** A page of donors, named for the description of the API. */
    @Schema(name = "DonorPage")
    public record DonorPage(List<DonorView> rows, String next) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "listDonors", summary = "Donors, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DonorPage.class)))
    public DonorPage list(
            @Parameter(description = "Part of the name, in any case") @QueryParam("name") String name,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<DonorView> page = donors.list(name, after, Cursor.size(limit));
        return new DonorPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "addDonor", summary = "Add a donor")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DonorView.class)))
    public Response add(@HeaderParam("Idempotency-Key") String key, AddDonor command) {
        return once.answer(key, command, () -> {
            DonorView view = donors.add(command);
            return Reply.created("/api/v1/donors/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getDonor", summary = "One donor")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DonorView.class)))
    public DonorView get(@PathParam("code") String code) {
        return donors.get(code);
    }

    /** A donor told anew, and the version that this was made on. */
    public record ChangeDonor(
            @Schema(description = "The version that the change was made on") int version,
            @NotNull AddDonor donor) {}

    @PUT
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "changeDonor", summary = "Rename a donor, or tell anew how to reach one")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DonorView.class)))
    public DonorView change(@PathParam("code") String code, ChangeDonor command) {
        if (command == null || command.donor() == null) {
            throw new Unreadable("donor", "error_json_missing", java.util.Map.of());
        }
        return Invalid.under("donor", () -> donors.rename(code, command.version(), command.donor()));
    }

    @POST
    @Path("/find")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "findDonors",
            summary = "Donors by an e-mail address",
            description = "At most 50. For each that is found, a line is added to the list of openings.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DonorsFound.class)))
    public Response find(@HeaderParam("Idempotency-Key") String key, FindDonor command) {
        return once.answer(key, command, () -> Reply.done(new DonorsFound(openings.find(command))));
    }

    /** Donors that were looked for. */
    @Schema(name = "DonorsFound")
    public record DonorsFound(List<DonorView> rows) {}

    @POST
    @Path("/{code}/openings")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "openContact",
            summary = "Open the contact of a donor",
            description = "Sent again under the same Idempotency-Key it is no further opening; the texts are in the answer for "
                    + "15 minutes after the first, and null later.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OpenedContact.class)))
    public Response open(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, OpenContact command) {
        return once.answer(
                key,
                command,
                () -> {
                    OpenedContact opened = openings.open(code, command);
                    return Reply.created(
                            "/api/v1/openings?about=" + opened.donor(), opened.with(new Contacts.Open(null, null)));
                },
                OpenedContact.class,
                openings::again);
    }

    @POST
    @Path("/{code}/own-code")
    @Consumes("*/*")
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "giveOwnCode",
            summary = "Give a donor a code to see, correct and erase what is held about them; the one before opens nothing any more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnCodeView.class)))
    public Response giveCode(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(ownCodes.give(code)), this::withCode);
    }

    /** Puts the key into the answer on its way out: it is kept nowhere, and the same comes out for a repeat. */
    private String withCode(String body) {
        try {
            ObjectNode view = (ObjectNode) json.readTree(body);
            String code = ownCodes.code(view.get("donor").asText(), view.get("turn").asInt());
            return view.put("ownCode", code).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @POST
    @Path("/{code}/erase")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "eraseDonor", summary = "Erase a donor; what they gave stays, with every number")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DonorView.class)))
    public Response erase(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, EraseDonor command) {
        return once.answer(key, command, () -> Reply.done(erasing.erase(code, command)));
    }
}
