package org.kindtrail.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.AddPartner;
import org.kindtrail.account.AddPartnerLink;
import org.kindtrail.account.History;
import org.kindtrail.account.NewPartnerLink;
import org.kindtrail.account.NewPassword;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.PartnerPersonView;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.recipient.RecipientService;
import org.kindtrail.recipient.RecipientView;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.QrCode;
import org.kindtrail.web.Reading;

/** Who of a recipient may come in, on a page of the recipient. */
@Path("/recipients/{code}/partners")
@Produces("text/html")
public class PartnerPeoplePages {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String HTML = "text/html;charset=UTF-8";

    private final PartnerPeopleService partners;
    private final RecipientService recipients;
    private final History history;
    private final Once once;
    private final Rules rules;
    private final Frame frame;

    PartnerPeoplePages(
            PartnerPeopleService partners,
            RecipientService recipients,
            History history,
            Once once,
            Rules rules,
            Frame frame) {
        this.partners = partners;
        this.recipients = recipients;
        this.history = history;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance partners(
                RecipientView recipient, List<PartnerPersonView> people, Form form, List<History.Entry> history);

        static native TemplateInstance partnerPassword(RecipientView recipient, PartnerPersonView person, Form form);

        static native TemplateInstance link(String recipient, PartnerPersonView person, String address, String qr);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance list(@PathParam("code") String code) {
        return page(code, Form.empty().with("days", AddPartnerLink.USUAL));
    }

    private TemplateInstance page(String code, Form form) {
        RecipientView recipient = recipients.get(code);
        return Templates.partners(recipient, partners.of(code), form, history.of(recipient.code()));
    }

    private static String at(String code) {
        return "/recipients/" + code + "/partners";
    }

    @POST
    @Consumes(FORM)
    @OpenTo(Role.COORDINATOR)
    public Response admit(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    partners.admit(
                            code,
                            new AddPartner(form.value("name"), form.read().text("displayName"), form.value("password")));
                    return at(recipients.get(code).code());
                },
                refused -> page(code, refused));
    }

    /** The link stands on the answer itself and is kept nowhere, so a repeat cannot show it again. */
    @POST
    @Path("/links")
    @Consumes(FORM)
    @OpenTo(Role.COORDINATOR)
    public Response link(
            @PathParam("code") String code, MultivaluedMap<String, String> typed, @Context UriInfo here) {
        Form form = Form.of(typed);
        NewPartnerLink[] made = {null};
        Response answer = once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    AddPartnerLink command = new AddPartnerLink(read.text("whoHasIt"), read.wholeNumber("days"));
                    made[0] = partners.link(code, rules.check(command, read.faults()));
                    return at(code);
                },
                refused -> page(code, refused));
        if (answer.getStatus() != 303) {
            return answer;
        }
        if (made[0] == null) {
            TemplateInstance again = page(code, form.refusedFor(new Refused("error_partner_link_shown", Map.of())));
            return Response.status(409).type(HTML).entity(again).build();
        }
        String address = here.getBaseUri().toString().replaceFirst("/+$", "") + "/q/" + made[0].key();
        String qr = QrCode.svg(address, frame.say("portal_link_qr", Map.of()));
        return Response.ok(Templates.link(code, made[0].person(), address, qr), HTML).build();
    }

    @GET
    @Path("/{name}/password")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance settingPassword(@PathParam("code") String code, @PathParam("name") String name) {
        return passwordPage(code, name, Form.empty());
    }

    private TemplateInstance passwordPage(String code, String name, Form form) {
        return Templates.partnerPassword(recipients.get(code), partners.one(code, name), form);
    }

    @POST
    @Path("/{name}/password")
    @Consumes(FORM)
    @OpenTo(Role.COORDINATOR)
    public Response password(
            @PathParam("code") String code, @PathParam("name") String name, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    partners.newPassword(code, name, new NewPassword(form.value("password")));
                    return at(recipients.get(code).code());
                },
                refused -> passwordPage(code, name, refused));
    }

    @POST
    @Path("/{name}/end")
    @Consumes(FORM)
    @OpenTo(Role.COORDINATOR)
    public Response end(
            @PathParam("code") String code, @PathParam("name") String name, MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> {
                    partners.end(code, name);
                    return at(recipients.get(code).code());
                },
                refused -> page(code, refused));
    }
}
