package org.kindtrail.mydata;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.OpenToAnyone;
import org.kindtrail.web.Visitor;

/** What is held about a donor, for the donor's program. The code is sent in the body, so that it stands in no address. */
@Path("/api/v1/own-data")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "own-data")
public class OwnDataResource {
    private final OwnDataService ownData;
    private final Rules rules;
    private final Visitor visitor;

    OwnDataResource(OwnDataService ownData, Rules rules, Visitor visitor) {
        this.ownData = ownData;
        this.rules = rules;
        this.visitor = visitor;
    }

    /** That it is done. */
    @Schema(description = "That a donor is erased")
    public record OwnDataErased(@Schema(description = "true") boolean erased) {}

    @POST
    @OpenToAnyone
    @Operation(operationId = "getOwnData", summary = "All that is held about a donor, for who holds the donor's code")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnData.class)))
    @APIResponse(responseCode = "404", description = "The code opens nothing: `/problems/not-found`")
    public OwnData see(OwnCode command) {
        return ownData.see(opened(rules.check(command).code()));
    }

    @POST
    @Path("/correct")
    @OpenToAnyone
    @Operation(operationId = "correctOwnData", summary = "Correct what is held about a donor, as who holds the donor's code")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnData.class)))
    @APIResponse(responseCode = "404", description = "The code opens nothing: `/problems/not-found`")
    public OwnData correct(CorrectOwnData command) {
        rules.check(command);
        OwnDataService.Visitor who = opened(command.code());
        return Invalid.under("donor", () -> ownData.correct(who, command.donor()));
    }

    @POST
    @Path("/erase")
    @OpenToAnyone
    @Operation(
            operationId = "eraseOwnData",
            summary = "Erase a donor, as who holds the donor's code",
            description = "What they gave stays, with every number. Afterwards the code opens nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnDataErased.class)))
    @APIResponse(responseCode = "404", description = "The code opens nothing: `/problems/not-found`")
    public OwnDataErased erase(OwnCode command) {
        ownData.erase(opened(rules.check(command).code()));
        return new OwnDataErased(true);
    }

    private OwnDataService.Visitor opened(String code) {
        return ownData.byCode(code, visitor.address());
    }
}
