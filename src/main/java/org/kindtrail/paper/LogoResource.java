package org.kindtrail.paper;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** The organisation's logo, for programs. */
@Path("/api/v1/organisations/mine/logo")
@Produces("application/json")
@Tag(name = "organisations")
public class LogoResource {
    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png", "application/octet-stream");

    private final LogoService logos;

    LogoResource(LogoService logos) {
        this.logos = logos;
    }

    @GET
    @Produces("*/*")
    @OpenTo
    @Operation(operationId = "getLogo", summary = "The logo of the organisation")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "image/png",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "There is no logo: `/problems/not-found`")
    public Response get() {
        return Response.ok(logos.image(), "image/png").build();
    }

    @PUT
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "putLogo",
            summary = "Send the logo that stands at the head of printed documents, or another one in its place",
            description = "A PNG or JPEG of at most 2 MB; what it is, is found by its content. It is drawn anew as a PNG of at most"
                    + " 600 x 300 pixels.")
    @RequestBody(
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LogoView.class)))
    public LogoView put(
            @Parameter(hidden = true) @HeaderParam("Content-Type") String type, byte[] file) {
        String plain = type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        byte[] sent = file == null ? new byte[0] : file;
        if (sent.length > 0 && !IMAGES.contains(plain)) {
            throw new NotSupportedException();
        }
        return logos.put(sent);
    }

    @DELETE
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "deleteLogo", summary = "Print without a logo")
    @APIResponse(responseCode = "204", description = "There is none, or none any more")
    public void remove() {
        logos.remove();
    }
}
