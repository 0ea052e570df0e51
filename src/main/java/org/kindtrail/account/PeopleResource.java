package org.kindtrail.account;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Page;

/** The people of the organisation, for programs. */
@Path("/api/v1/people")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "people")
public class PeopleResource {
    private final PeopleService people;
    private final SecondFactorService factors;
    private final Once once;

    PeopleResource(PeopleService people, SecondFactorService factors, Once once) {
        this.people = people;
        this.factors = factors;
        this.once = once;
    }

    /** A page of people, named for the description of the API. */
    @Schema(name = "PersonPage")
    public record PersonPage(List<PersonView> rows, String next) {}

    @GET
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "listPeople", summary = "The people of the organisation, by name")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonPage.class)))
    public PersonPage list(
            @QueryParam("active") String active, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        Page<PersonView> page = people.list(Cursor.truth("active", active), after, Cursor.size(limit));
        return new PersonPage(page.rows(), page.next());
    }

    @POST
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "addPerson", summary = "Let somebody new work here")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response add(@HeaderParam("Idempotency-Key") String key, AddPerson command) {
        return once.answer(key, command == null ? null : command.withoutPassword(), () -> {
            PersonView view = people.add(command);
            return Reply.created("/api/v1/people/" + view.name(), view);
        });
    }

    @GET
    @Path("/{name}")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "getPerson", summary = "Somebody who works here")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    public PersonView get(@PathParam("name") String name) {
        return people.get(name);
    }

    @PUT
    @Path("/{name}")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "changePerson", summary = "Rename somebody, or entrust them with other roles")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    public PersonView change(@PathParam("name") String name, ChangePerson command) {
        return people.change(name, command);
    }

    @POST
    @Path("/{name}/password")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "setPassword", summary = "Give somebody a new password; their sessions and tokens end")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response password(
            @HeaderParam("Idempotency-Key") String key, @PathParam("name") String name, NewPassword command) {
        return once.answer(key, command == null ? null : "", () -> Reply.done(people.newPassword(name, command)));
    }

    @POST
    @Path("/{name}/deactivate")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "deactivatePerson", summary = "Let somebody in no more; their sessions and tokens end")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response deactivate(@HeaderParam("Idempotency-Key") String key, @PathParam("name") String name) {
        return once.answer(key, "", () -> Reply.done(people.deactivate(name)));
    }

    @POST
    @Path("/{name}/reactivate")
    @Consumes("*/*")
    @OpenTo(Role.COORDINATOR)
    @Operation(operationId = "reactivatePerson", summary = "Let somebody in again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response reactivate(@HeaderParam("Idempotency-Key") String key, @PathParam("name") String name) {
        return once.answer(key, "", () -> Reply.done(people.reactivate(name)));
    }

    @POST
    @Path("/{name}/second-factor/remove")
    @OpenTo(Role.COORDINATOR)
    @Operation(
            operationId = "removeSecondFactor",
            summary = "Take the second factor of somebody away who lost it; their sessions end")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response removeSecondFactor(
            @HeaderParam("Idempotency-Key") String key, @PathParam("name") String name, RemoveSecondFactor command) {
        return once.answer(key, command, () -> Reply.done(factors.remove(name, command)));
    }
}
