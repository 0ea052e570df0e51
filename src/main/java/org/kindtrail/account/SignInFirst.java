package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.kindtrail.kernel.SignInNeeded;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Problems;

/**
 * Somebody comes to a door that needs a sign-in: a reader is led to the sign-in page and back, and a form that was sent is
 * kept on that page, so that signing in sends it again and nothing typed is lost. Programs get their problem.
 */
@ApplicationScoped
class SignInFirst {
    private final Problems problems;
    private final Frame frame;
    private final TypedForm typedForm;

    SignInFirst(Problems problems, Frame frame, TypedForm typedForm) {
        this.problems = problems;
        this.frame = frame;
        this.typedForm = typedForm;
    }

    @ServerExceptionMapper
    Response signInFirst(SignInNeeded needed, ContainerRequestContext request) {
        URI here = request.getUriInfo().getRequestUri();
        if (frame.getPath().startsWith("/api/")) {
            return problems.refused(needed);
        }
        if (frame.getPath().equals(SignOutPages.PATH)) {
            return SignOutPages.gone("https".equals(here.getScheme()));
        }
        String then = LocalPath.of(here.getRawPath() + (here.getRawQuery() == null ? "" : "?" + here.getRawQuery()));
        if (!request.getMethod().equals("POST")) {
            String carried = URLEncoder.encode(then, StandardCharsets.UTF_8);
            return Response.seeOther(URI.create(SignInPages.PATH + (then.equals("/") ? "" : "?_then=" + carried)))
                    .build();
        }
        CarriedForm carried =
                typedForm.isWithFile() ? CarriedForm.tooMuch() : CarriedForm.of(typedForm.form());
        return SignInPages.again(
                        401, SignInPages.Templates.login(Form.empty(), then, carried.fields(), true, carried.lost()))
                .build();
    }
}
