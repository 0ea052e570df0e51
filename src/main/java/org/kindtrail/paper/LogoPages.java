package org.kindtrail.paper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.web.Form;

/** The organisation's logo, for its coordinators. */
@Path("/organisation/logo")
@Produces("text/html")
public class LogoPages {
    private final LogoService logos;
    private final Once once;

    LogoPages(LogoService logos, Once once) {
        this.logos = logos;
        this.once = once;
    }

    @CheckedTemplate(basePath = "paper", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance logo(LogoView logo, Form form);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance logo() {
        return page(Form.empty());
    }

    private TemplateInstance page(Form form) {
        return Templates.logo(logos.mine(), form);
    }

    /** For the head of printable pages. */
    @GET
    @Path("/image")
    @Produces("*/*")
    @OpenTo
    public Response image() {
        return Response.ok(logos.image(), "image/png").build();
    }

    @POST
    @Consumes({"multipart/form-data", "application/x-www-form-urlencoded"})
    @OpenTo(Role.COORDINATOR)
    public Response put(MultipartFormDataInput sent) {
        SentLogo logo = SentLogo.of(sent);
        return once.submit(
                logo.form(),
                () -> {
                    logos.put(LogoImage.of(SentLogo.FIELD, logo.file()));
                    return "/organisation/logo";
                },
                this::page);
    }

    @POST
    @Path("/remove")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response remove(MultivaluedMap<String, String> typed) {
        return once.submit(
                Form.of(typed),
                () -> {
                    logos.remove();
                    return "/organisation/logo";
                },
                this::page);
    }
}
