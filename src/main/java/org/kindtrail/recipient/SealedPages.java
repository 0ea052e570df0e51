package org.kindtrail.recipient;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** What is sealed of a recipient, for people: which details there are, opening them, writing and erasing them. */
@Path("/recipients/{code}/sealed")
@Produces("text/html")
public class SealedPages {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String WHY = "recipient_why_";
    /** The reasons that one press gives. */
    private static final List<String> REASONS = List.of("deliver", "arrange", "check");

    private final SealedService sealed;
    private final Once once;
    private final Rules rules;
    private final Frame frame;

    SealedPages(SealedService sealed, Once once, Rules rules, Frame frame) {
        this.sealed = sealed;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "recipient", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sealed(
                SealedView recipient, List<SealedField> fields, List<Option> reasons, Form form);

        static native TemplateInstance sealedEdit(SealedView recipient, List<SealedField> fields, Form form);

        static native TemplateInstance opened(OpenedView opened);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public TemplateInstance sealed(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        List<Option> reasons =
                REASONS.stream().map(reason -> new Option(reason, frame.say(WHY + reason, Map.of()))).toList();
        return Templates.sealed(sealed.show(code), List.of(SealedField.values()), reasons, form);
    }

    /** Sent again, as a browser does when this page is loaded anew, it is another opening. */
    @POST
    @Path("/open")
    @Consumes(FORM)
    @OpenTo(Role.DISTRIBUTOR)
    public Response open(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.show(
                form, () -> Templates.opened(sealed.open(code, new OpenSealed(why(form)))), refused -> page(code, refused));
    }

    /** The reason of the button that was pressed, else what was typed. */
    private static String why(Form form) {
        String pressed = form.value("reason");
        return REASONS.contains(pressed) ? WHY + pressed : form.read().text("why");
    }

    @GET
    @Path("/edit")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance editing(@PathParam("code") String code) {
        return edit(code, Form.empty());
    }

    private TemplateInstance edit(String code, Form form) {
        return Templates.sealedEdit(sealed.show(code), List.of(SealedField.values()), form);
    }

    @POST
    @Path("/edit")
    @Consumes(FORM)
    @OpenTo(Role.COORDINATOR)
    public Response change(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading read = form.read();
                    ChangeSealed command = new ChangeSealed(details(read), removed(form));
                    return at(sealed.change(code, rules.check(command, read.faults())).code());
                },
                refused -> edit(code, refused));
    }

    /** What was typed into the fields of the sealed details. */
    static SealedDetails details(Reading read) {
        return new SealedDetails(
                read.confidential(name(SealedField.TRUE_NAME)),
                read.confidential(name(SealedField.ADDRESS)),
                read.confidential(name(SealedField.TELEPHONE)),
                read.confidential(name(SealedField.DIRECTIONS)));
    }

    private static String name(SealedField field) {
        return Form.SEALED + field.word();
    }

    private static Set<SealedField> removed(Form form) {
        Set<SealedField> removed = EnumSet.noneOf(SealedField.class);
        for (SealedField field : SealedField.values()) {
            if (form.has(field.removeName())) {
                removed.add(field);
            }
        }
        return removed;
    }

    @POST
    @Path("/erase")
    @Consumes(FORM)
    @OpenTo(Role.COORDINATOR)
    public Response erase(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        return once.submit(Form.of(typed), () -> at(sealed.erase(code).code()), refused -> page(code, refused));
    }

    private static String at(String code) {
        return "/recipients/" + code + "/sealed";
    }
}
