package org.kindtrail.round;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Unreadable;

/** Hand-over hours of a site for programs. */
@Path("/api/v1/places/{code}/hours")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "appointments")
public class HoursResource {
    private final HoursService hours;
    private final AppointmentService appointments;

    HoursResource(HoursService hours, AppointmentService appointments) {
        this.hours = hours;
        this.appointments = appointments;
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    @Operation(operationId = "getHandOverHours", summary = "When goods are handed over at a site")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoursView.class)))
    public HoursView get(@PathParam("code") String code) {
        return hours.get(code);
    }

    @PUT
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "setHandOverHours", summary = "Set when goods are handed over at a site, all of it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoursView.class)))
    public HoursView set(@PathParam("code") String code, SetHours command) {
        return hours.set(code, command);
    }

    /** The slots of one day; there are never more than fit on a page. */
    @Schema(name = "HandOverSlotPage")
    public record SlotPage(List<SlotView> rows, String next) {}

    @GET
    @Path("/slots")
    @OpenTo(Role.DISTRIBUTOR)
    @Operation(operationId = "listHandOverSlots", summary = "The slots of a day at a site, and what is free of each")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SlotPage.class)))
    public SlotPage slots(
            @PathParam("code") String code,
            @Parameter(description = "The day, by the organisation's clock; it must be said") @QueryParam("day")
                    String day) {
        LocalDate wanted = Days.read("day", day);
        if (wanted == null) {
            throw new Unreadable("day", "error_date", Map.of("given", ""));
        }
        return new SlotPage(appointments.slots(code, wanted), null);
    }
}
