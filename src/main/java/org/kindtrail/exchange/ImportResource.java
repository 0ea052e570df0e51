package org.kindtrail.exchange;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Reply;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;
import org.kindtrail.sheet.Encoding;
import org.kindtrail.sheet.Separator;
import org.kindtrail.sheet.Wish;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.FieldNames;

/** Imports for programs. */
@Path("/api/v1/imports")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "imports")
public class ImportResource {
    private static final Set<String> SHEETS = Set.of(
            "text/csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/octet-stream");

    private final ImportService imports;
    private final Once once;

    ImportResource(ImportService imports, Once once) {
        this.imports = imports;
        this.once = once;
    }

    /** A page of imports, named for the description of the API. */
    @Schema(name = "ImportPage")
    public record ImportPage(List<ImportView> rows, String next) {}

    /** A page of rows, named for the description of the API. */
    @Schema(name = "ImportRowPage")
    public record ImportRowPage(List<ImportRowView> rows, String next) {}

    /** What tells a repeat from another request: the file is its digest. */
    private record Brought(Kind kind, String name, Wish wish, String file) {}

    @GET
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "listImports", summary = "Imports, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportPage.class)))
    public ImportPage list(
            @QueryParam("kind") String kind, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<ImportView> page = imports.list(Cursor.choice("kind", kind, Kind.class), after, Cursor.size(limit));
        return new ImportPage(page.rows(), page.next());
    }

    @POST
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "bringImport",
            summary = "Send a spreadsheet; its columns are guessed, and nothing is taken yet",
            description = "CSV (UTF-8, UTF-16, windows-1251; comma, semicolon or tab) or XLSX, at most 12 MB; what it is, is found"
                    + " by its content. The first row holds the names of the columns.")
    @RequestBody(
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/octet-stream",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response bring(
            @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) @HeaderParam("Content-Type") String type,
            @Parameter(
                            description = "What its rows are; left out: it is found out, where another program made the file",
                            schema = @Schema(implementation = Kind.class))
                    @QueryParam("kind")
                    String kind,
            @Parameter(description = "What the file is called; shown until it is deleted", example = "stock.csv")
                    @QueryParam("name")
                    String name,
            @Parameter(
                            description = "How its letters are written; left out: it is found out",
                            schema = @Schema(implementation = Encoding.class))
                    @QueryParam("encoding")
                    String encoding,
            @Parameter(
                            description = "What stands between its cells; left out: it is found out",
                            schema = @Schema(implementation = Separator.class))
                    @QueryParam("separator")
                    String separator,
            @Parameter(description = "The sheet of a workbook; left out: the first", example = "Sheet1")
                    @QueryParam("sheet")
                    String sheet,
            byte[] file) {
        String plain = type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        byte[] sent = file == null ? new byte[0] : file;
        if (sent.length > 0 && !SHEETS.contains(plain)) {
            throw new NotSupportedException();
        }
        Kind wanted = Cursor.choice("kind", kind, Kind.class);
        Wish wish = new Wish(
                Cursor.choice("encoding", encoding, Encoding.class),
                Cursor.choice("separator", separator, Separator.class),
                sheet == null || sheet.isBlank() ? null : sheet);
        return once.answer(key, new Brought(wanted, name, wish, SentSheet.digest(sent)), () -> {
            // The file is the whole body, not a field of it.
            ImportView view = FieldNames.as(
                    path -> path.equals(SentSheet.FIELD) ? "" : path, () -> imports.bring(wanted, name, sent, wish));
            return Reply.created("/api/v1/imports/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "getImport", summary = "One import, and how far it is")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public ImportView get(@PathParam("code") String code) {
        return imports.get(code);
    }

    @GET
    @Path("/{code}/rows")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "listImportRows",
            summary = "The rows of an import as they were checked, in the order of the file")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportRowPage.class)))
    public ImportRowPage rows(
            @PathParam("code") String code,
            @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<ImportRowView> page =
                imports.rows(code, Cursor.choice("state", state, RowState.class), after, Cursor.size(limit));
        return new ImportRowPage(page.rows(), page.next());
    }

    @PUT
    @Path("/{code}/mapping")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "matchImport",
            summary = "Say which column of the file is which of ours, and what the file is",
            description = "What was checked before no longer counts. The next file with the same header is matched alike.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public ImportView match(@PathParam("code") String code, MatchColumns command) {
        return imports.match(code, command);
    }

    @GET
    @Path("/{code}/unknown")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "listUnknownWords",
            summary = "Words of a file that nothing here is called by, each once",
            description = "At most 200 of them, from the first 5,000 rows that are wrong, after the import was checked.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = UnknownValue.class)))
    public List<UnknownValue> unknown(@PathParam("code") String code) {
        return imports.unknown(code);
    }

    @PUT
    @Path("/{code}/values")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "chooseValues",
            summary = "Say what words of a file are here",
            description = "What was checked before no longer counts. The choice is remembered for the next file of the same program.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public ImportView choose(@PathParam("code") String code, ChooseValues command) {
        return imports.choose(code, command);
    }

    @POST
    @Path("/{code}/check")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "checkImport",
            summary = "Look at every row, and take nothing",
            description = "It goes on after the answer; the import says how far it is.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response check(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(imports.check(code)));
    }

    @POST
    @Path("/{code}/take")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "takeImport",
            summary = "Take in the rows that are good",
            description = "It goes on after the answer, and after a restart of the service; the import says how far it is.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response take(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, TakeRows command) {
        return once.answer(key, command, () -> Reply.done(imports.take(code, command)));
    }

    @POST
    @Path("/{code}/reverse")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "reverseImport",
            summary = "Take back all that an import made, or say what stands in the way",
            description = "It goes on after the answer; when something stands in the way, the import is taken as before and its"
                    + " problem says what.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response reverse(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, Reverse command) {
        return once.answer(key, command, () -> Reply.done(imports.reverse(code, command)));
    }
}
