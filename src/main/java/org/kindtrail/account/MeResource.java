package org.kindtrail.account;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who a program works for, and its tokens. The first token is made on the page of one's own account. */
@Path("/api/v1/people/me")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "people")
public class MeResource {
    private final MeService me;
    private final SecondFactorService factor;
    private final Once once;

    MeResource(MeService me, SecondFactorService factor, Once once) {
        this.me = me;
        this.factor = factor;
        this.once = once;
    }

    @GET
    @OpenTo
    @Operation(operationId = "getMe", summary = "Whom this token belongs to, and their organisation")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeView.class)))
    public MeView get() {
        return me.me();
    }

    @PUT
    @Path("/language")
    @OpenTo(partners = true)
    @Operation(
            operationId = "setMyLanguage",
            summary = "Choose the language of one's pages",
            description = "Pages come in it from now on, with whatever browser. An answer to a program is in the language of its header"
                    + " Accept-Language, or English.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeView.class)))
    public MeView speak(ChooseLanguage command) {
        me.speak(command);
        return me.me();
    }

    @GET
    @Path("/second-factor")
    @OpenTo
    @Operation(
            operationId = "getMySecondFactor",
            summary = "How it stands with one's own second factor",
            description = "It is set up and turned off on the page of one's own account only.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SecondFactorView.class)))
    public SecondFactorView secondFactor() {
        return factor.mine();
    }

    /** All sessions of one person that have not ended. */
    @Schema(name = "SessionPage")
    public record SessionPage(List<AccessView> rows, String next) {}

    @GET
    @Path("/sessions")
    @OpenTo
    @Operation(operationId = "listSessions", summary = "Where one is signed in with a browser, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionPage.class)))
    public SessionPage sessions() {
        return new SessionPage(me.sessions(), null);
    }

    @DELETE
    @Path("/sessions/{id}")
    @OpenTo
    @Operation(operationId = "endSession", summary = "Sign out of a browser")
    @APIResponse(responseCode = "204")
    public void endSession(@PathParam("id") String id) {
        me.endSession(id);
    }

    /** All tokens of one person; there are never more than fit on a page. */
    @Schema(name = "TokenPage")
    public record TokenPage(List<AccessView> rows, String next) {}

    @GET
    @Path("/tokens")
    @OpenTo
    @Operation(operationId = "listTokens", summary = "One's own tokens, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TokenPage.class)))
    public TokenPage tokens() {
        return new TokenPage(me.tokens(), null);
    }

    @POST
    @Path("/tokens")
    @OpenTo
    @Operation(
            operationId = "createToken",
            summary = "Make a token",
            description = "The secret is in this answer only; a repeat under the same Idempotency-Key gets it no more.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NewToken.class)))
    public Response create(@HeaderParam("Idempotency-Key") String key, CreateToken command) {
        NewToken[] made = {null};
        Response kept = once.answer(key, command, () -> {
            made[0] = me.createToken(command);
            // What is kept for a repeat is without the secret.
            return Reply.created("/api/v1/people/me/tokens", new NewToken(made[0].token(), null));
        });
        return made[0] == null ? kept : Response.fromResponse(kept).entity(made[0]).build();
    }

    @DELETE
    @Path("/tokens/{id}")
    @OpenTo
    @Operation(operationId = "revokeToken", summary = "End a token: it opens no door any more")
    @APIResponse(responseCode = "204")
    public void revoke(@PathParam("id") String id) {
        me.revokeToken(id);
    }
}
