package org.kindtrail.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.function.Supplier;
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

/** Photographs and stories for programs. */
@Path("/api/v1/pictures")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "pictures")
public class PictureResource {
    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png", "application/octet-stream");

    private final PictureService pictures;
    private final Once once;
    private final ObjectMapper json;

    PictureResource(PictureService pictures, Once once, ObjectMapper json) {
        this.pictures = pictures;
        this.once = once;
        this.json = json;
    }

    /** A page of pictures, named for the description of the API. */
    @Schema(name = "PicturePage")
    public record PicturesPage(List<PictureView> rows, String next) {}

    /** What is kept as the first answer: the words must not outlive their withdrawal there. */
    record Kept(String code) {}

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "listPictures",
            summary = "Photographs and stories, newest first",
            description = "Those without a consent only who added them and coordinators see.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PicturesPage.class)))
    public PicturesPage list(
            @Parameter(description = "Code of a drive, dispatch, delivery, lot or container") @QueryParam("about") String about,
            @Parameter(description = "true: only those without a consent") @QueryParam("waiting") String waiting,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        boolean only = Boolean.TRUE.equals(Cursor.truth("waiting", waiting));
        Page<PictureView> page =
                pictures.list(about == null || about.isEmpty() ? null : about, only, after, Cursor.size(limit));
        return new PicturesPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "addPicture", summary = "Add a story, or a photograph whose image is sent next")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PictureView.class)))
    public Response add(@HeaderParam("Idempotency-Key") String key, AddPicture command) {
        return once.answer(
                key,
                command,
                () -> {
                    String code = pictures.add(command).code();
                    return Reply.created("/api/v1/pictures/" + code, new Kept(code));
                },
                this::asItIsNow);
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "getPicture",
            summary = "One photograph or story",
            description = "Of one that was withdrawn or removed, coordinators read who, when and why; for others it is not there.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PictureView.class)))
    public PictureView get(@PathParam("code") String code) {
        return pictures.get(code);
    }

    @GET
    @Path("/{code}/image")
    @Produces("*/*")
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getPictureImage", summary = "The image of a photograph")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "image/jpeg",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response image(@PathParam("code") String code) {
        return Response.ok(pictures.image(code), "image/jpeg").build();
    }

    @PUT
    @Path("/{code}/image")
    @Consumes("*/*")
    @OpenTo(Role.VOLUNTEER)
    @Operation(
            operationId = "putPictureImage",
            summary = "Send the image of a photograph, or another one in its place",
            description =
                    "A JPEG or PNG of at most 10 MB; what it is, is found by its content. It is drawn anew as a JPEG of at most"
                            + " 1600 pixels and 300 KB, without anything that a camera writes beside it. A consent for the image"
                            + " before does not stand for this one. Once people outside see the photograph, it takes none.")
    @RequestBody(
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PictureView.class)))
    public PictureView illustrate(
            @PathParam("code") String code,
            @Parameter(hidden = true) @HeaderParam("Content-Type") String type,
            byte[] file) {
        String plain = type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        byte[] sent = file == null ? new byte[0] : file;
        if (sent.length > 0 && !IMAGES.contains(plain)) {
            throw new NotSupportedException();
        }
        pictures.mayTakeImage(code);
        return pictures.illustrate(code, pictures.clean("image", sent));
    }

    @POST
    @Path("/{code}/consent")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "recordPictureConsent", summary = "Record a consent: from now on it is shown to whom it says")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PictureView.class)))
    public Response consent(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, RecordConsent command) {
        return acted(key, command, () -> pictures.consent(code, command));
    }

    @POST
    @Path("/{code}/withdraw")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "withdrawPictureConsent",
            summary = "Withdraw the consent: image and words are deleted at once, everywhere")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PictureView.class)))
    public Response withdraw(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, EndPicture command) {
        return once.answer(key, command, () -> Reply.done(pictures.withdraw(code, command)));
    }

    @POST
    @Path("/{code}/remove")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "removePicture",
            summary = "Remove a photograph or story: image and words are deleted at once, everywhere")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PictureView.class)))
    public Response remove(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, EndPicture command) {
        return once.answer(key, command, () -> Reply.done(pictures.remove(code, command)));
    }

    private Response acted(String key, Object command, Supplier<PictureView> act) {
        return once.answer(key, command, () -> Reply.done(new Kept(act.get().code())), this::asItIsNow);
    }

    /** The kept answer with what it stands for. */
    private String asItIsNow(String kept) {
        try {
            return json.writeValueAsString(pictures.get(json.readValue(kept, Kept.class).code()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
