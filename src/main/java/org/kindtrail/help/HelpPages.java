package org.kindtrail.help;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** Where a coordinator writes how the organisation is reached by somebody who needs help. */
@Path("/organisation/help")
@Produces("text/html")
public class HelpPages {
    private final HelpService help;
    private final FourLanguages languages;
    private final Once once;
    private final Rules rules;

    HelpPages(HelpService help, FourLanguages languages, Once once, Rules rules) {
        this.help = help;
        this.languages = languages;
        this.once = once;
        this.rules = rules;
    }

    @CheckedTemplate(basePath = "help", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance edit(OwnHelpView own, Form form, List<String> telephones);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance editing() {
        OwnHelpView own = help.own();
        HelpView told = own.help();
        Form form = Form.empty()
                .with("version", own.version())
                .with("shown", own.shown() ? "yes" : null)
                .with("whatsapp", told.whatsapp())
                .with("telegram", told.telegram())
                .with("email", told.email())
                .with("hours", told.hours())
                .with("texts.en", told.texts().en())
                .with("texts.ru", told.texts().ru())
                .with("texts.kk", told.texts().kk())
                .with("texts.ky", told.texts().ky());
        for (int i = 0; i < told.telephones().size(); i++) {
            form = form.with("telephones[" + i + "]", told.telephones().get(i));
        }
        return page(own, form);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response describe(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    help.describe(read(form));
                    return "/organisation/help/preview";
                },
                refused -> page(help.own(), refused));
    }

    /** What everybody sees, or would. */
    @GET
    @Path("/preview")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance preview() {
        return GetHelpPages.page(help.own().help(), languages, true);
    }

    private static TemplateInstance page(OwnHelpView own, Form form) {
        List<String> telephones = new ArrayList<>();
        for (int i = 0; i < DescribeHelp.MOST_TELEPHONES; i++) {
            telephones.add("telephones[" + i + "]");
        }
        return Templates.edit(own, form, telephones);
    }

    private DescribeHelp read(Form form) {
        Reading typed = form.read();
        List<String> telephones = new ArrayList<>();
        for (int i = 0; i < DescribeHelp.MOST_TELEPHONES; i++) {
            telephones.add(typed.text("telephones[" + i + "]"));
        }
        Long version = typed.wholeNumber("version");
        DescribeHelp command = new DescribeHelp(
                version == null ? -1 : version.intValue(),
                typed.ticked("shown"),
                telephones,
                typed.text("whatsapp"),
                typed.text("telegram"),
                typed.text("email"),
                typed.text("hours"),
                new HelpTexts(typed.text("texts.en"), typed.text("texts.ru"), typed.text("texts.kk"), typed.text("texts.ky")));
        return rules.check(command, typed.faults());
    }
}
