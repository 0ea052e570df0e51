package org.kindtrail.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;
import org.kindtrail.web.Option;

/** The people of the organisation, for its coordinators. */
@Path("/people")
@Produces("text/html")
public class PeoplePages {
    private final PeopleService people;
    private final SecondFactorService factors;
    private final Once once;
    private final Listings listings;
    private final Frame frame;

    PeoplePages(PeopleService people, SecondFactorService factors, Once once, Listings listings, Frame frame) {
        this.people = people;
        this.factors = factors;
        this.once = once;
        this.listings = listings;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance person(
                PersonView person,
                String roles,
                boolean changeable,
                boolean own,
                Instant secondFactor,
                Form form,
                List<History.Entry> history);

        static native TemplateInstance personEdit(String name, Form form, List<Option> roles);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public Response list(
            @QueryParam("active") String active, @QueryParam("after") String after, @QueryParam("format") String format) {
        Boolean wanted = Cursor.truth("active", active);
        String path = wanted == null ? "/people" : "/people?active=" + wanted;
        Listing<PersonView> listing = new Listing<>("account_people", path, (from, size) -> people.list(wanted, from, size))
                .link("account_display_name", PersonView::displayName, person -> "/people/" + person.name())
                .column("account_name", PersonView::name)
                .column("account_roles", person -> words(person.roles()))
                .column(
                        "account_state",
                        person -> frame.say(person.active() ? "account_is_active" : "account_is_inactive", Map.of()))
                .filter(frame.say("account_filter_all", Map.of()), "/people", wanted == null)
                .filter(frame.say("account_filter_active", Map.of()), "/people?active=true", Boolean.TRUE.equals(wanted))
                .filter(
                        frame.say("account_filter_inactive", Map.of()),
                        "/people?active=false",
                        Boolean.FALSE.equals(wanted))
                .action("account_person_new", "/people/new");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/new")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance adding() {
        return edit(null, Form.empty().with("roles", Role.VOLUNTEER.word()));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response add(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/people/"
                        + people.add(new AddPerson(
                                        form.value("name"),
                                        form.read().text("displayName"),
                                        roles(form),
                                        form.value("password")))
                                .name(),
                refused -> edit(null, refused));
    }

    @GET
    @Path("/{name}")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance person(@PathParam("name") String name) {
        return page(name, Form.empty());
    }

    @GET
    @Path("/{name}/edit")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance editing(@PathParam("name") String name) {
        PersonView person = people.get(name);
        Form form = Form.empty().with("version", person.version()).with("displayName", person.displayName());
        return edit(person.name(), form.withAll("roles", person.roles().stream().map(Role::word).toList()));
    }

    @POST
    @Path("/{name}/edit")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response change(@PathParam("name") String name, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Long version = form.read().wholeNumber("version");
                    ChangePerson command = new ChangePerson(
                            version == null ? -1 : version.intValue(), form.read().text("displayName"), roles(form));
                    return "/people/" + people.change(name, command).name();
                },
                refused -> edit(name, refused));
    }

    @POST
    @Path("/{name}/password")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response password(@PathParam("name") String name, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/people/"
                        + people.newPassword(name, new NewPassword(form.value("password"))).name(),
                refused -> page(name, refused));
    }

    @POST
    @Path("/{name}/deactivate")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response deactivate(@PathParam("name") String name, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed), () -> "/people/" + people.deactivate(name).name(), refused -> page(name, refused));
    }

    @POST
    @Path("/{name}/reactivate")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reactivate(@PathParam("name") String name, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed), () -> "/people/" + people.reactivate(name).name(), refused -> page(name, refused));
    }

    @POST
    @Path("/{name}/second-factor/remove")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response removeSecondFactor(@PathParam("name") String name, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/people/"
                        + factors.remove(name, new RemoveSecondFactor(form.read().text("reason"))).name(),
                refused -> page(name, refused));
    }

    private TemplateInstance page(String name, Form form) {
        PersonView person = people.get(name);
        boolean changeable = !person.roles().contains(Role.ADMINISTRATOR) || frame.may(Role.ADMINISTRATOR.word());
        return Templates.person(
                person,
                words(person.roles()),
                changeable,
                people.isOneself(person.name()),
                factors.activeSince(person.name()),
                form,
                people.historyOf(person.name()));
    }

    private TemplateInstance edit(String name, Form form) {
        List<Option> roles = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role != Role.PARTNER && (role != Role.ADMINISTRATOR || frame.may(role.word()) || form.chosen("roles", role.word()))) {
                roles.add(new Option(role.word(), frame.say("account_role_" + role.word() + "_means", Map.of())));
            }
        }
        return Templates.personEdit(name, form, roles);
    }

    private String words(Set<Role> roles) {
        return roles.stream()
                .map(role -> frame.say("account_role_" + role.word(), Map.of()))
                .collect(Collectors.joining(", "));
    }

    private static Set<Role> roles(Form form) {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (form.chosen("roles", role.word())) {
                chosen.add(role);
            }
        }
        return chosen;
    }
}
