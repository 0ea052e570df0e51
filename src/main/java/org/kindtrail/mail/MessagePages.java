package org.kindtrail.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.web.Form;

/** How far the letters are, for people. */
@Path("/messages")
@Produces("text/html")
public class MessagePages {
    private final MessageService messages;
    private final Once once;

    MessagePages(MessageService messages, Once once) {
        this.messages = messages;
        this.once = once;
    }

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance messages(MessagesView messages, Form form);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance look() {
        return Templates.messages(messages.look(), Form.empty());
    }

    @POST
    @Path("/retry")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response retry(MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> {
                    messages.tryAgain();
                    return "/messages";
                },
                refused -> Templates.messages(messages.look(), refused));
    }
}
