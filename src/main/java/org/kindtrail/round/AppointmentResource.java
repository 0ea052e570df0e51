package org.kindtrail.round;

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

/** Hand-over appointments for programs. */
@Path("/api/v1/appointments")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "appointments")
public class AppointmentResource {
    private final AppointmentService appointments;
    private final Once once;

    AppointmentResource(AppointmentService appointments, Once once) {
        this.appointments = appointments;
        this.once = once;
    }

    /** A page of appointments, named for the description of the API. */
    @Schema(name = "AppointmentPage")
    public record AppointmentPage(List<AppointmentView> rows, String next) {}

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(
            operationId = "listAppointments",
            summary = "Appointments of today and later, the next one first; or those of before today, which are deleted after 30 days")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentPage.class)))
    public AppointmentPage list(
            @Parameter(description = "true: those of before today; left out or false: those of today and later")
                    @QueryParam("past")
                    String past,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Page<AppointmentView> page =
                appointments.list(Boolean.TRUE.equals(Cursor.truth("past", past)), after, Cursor.size(limit));
        return new AppointmentPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "bookAppointment", summary = "Book a slot at which a dispatch is fetched")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    public Response book(@HeaderParam("Idempotency-Key") String key, BookAppointment command) {
        return once.answer(key, command, () -> {
            AppointmentView view = appointments.book(command);
            return Reply.created("/api/v1/appointments/" + view.code(), view);
        });
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "getAppointment", summary = "One appointment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    public AppointmentView get(@PathParam("code") String code) {
        return appointments.get(code);
    }

    @POST
    @Path("/{code}/move")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "moveAppointment", summary = "Move an appointment to another slot")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    public Response move(
            @HeaderParam("Idempotency-Key") String key, @PathParam("code") String code, MoveAppointment command) {
        return once.answer(key, command, () -> Reply.done(appointments.move(code, command)));
    }

    @POST
    @Path("/{code}/cancel")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "cancelAppointment", summary = "Call an appointment off; its slot is free again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    public Response cancel(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(appointments.cancel(code)));
    }

    @POST
    @Path("/{code}/keep")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "keepAppointment", summary = "Somebody came; not before its day")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    public Response keep(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(appointments.keep(code)));
    }

    @POST
    @Path("/{code}/miss")
    @Consumes("*/*")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "missAppointment", summary = "Nobody came; not before its hour")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    public Response miss(@HeaderParam("Idempotency-Key") String key, @PathParam("code") String code) {
        return once.answer(key, "", () -> Reply.done(appointments.miss(code)));
    }
}
