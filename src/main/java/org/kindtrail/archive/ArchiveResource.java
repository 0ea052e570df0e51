package org.kindtrail.archive;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;

/** What a program can take away. */
@Path("/api/v1/archive")
@Produces("*/*")
@Tag(name = "archive")
public class ArchiveResource {
    private final ArchiveFiles files;

    ArchiveResource(ArchiveFiles files) {
        this.files = files;
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "getArchive",
            summary = "Everything of the organisation as CSV tables with datapackage.json (Frictionless Data Package), as of one moment; noted in its history")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response tables() {
        return files.tables();
    }

    @GET
    @Path("/epcis")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "getEvents",
            summary = "The ledger's events that were written down in a period, as a document of GS1 EPCIS 2.0; noted in the history")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/ld+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "422", description = "The period ends before it begins. Type: `/problems/validation`.")
    public Response events(
            @Parameter(description = "First day; usually the beginning", example = "2026-05-01") @QueryParam("from") String from,
            @Parameter(description = "Last day; usually today", example = "2026-05-31") @QueryParam("to") String to) {
        return files.events(from, to);
    }
}
