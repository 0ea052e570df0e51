package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Problems;

/** Whoever must set up a second factor is led to it from every page; what was sent is refused with words, as for programs. */
@ApplicationScoped
class SecondFactorFirst {
    private final Problems problems;
    private final Frame frame;

    SecondFactorFirst(Problems problems, Frame frame) {
        this.problems = problems;
        this.frame = frame;
    }

    @ServerExceptionMapper
    Response setUpFirst(SecondFactorNeeded needed, ContainerRequestContext request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads && !frame.getPath().startsWith("/api/")
                ? Response.seeOther(URI.create(SecondFactorPages.PATH)).build()
                : problems.refused(needed);
    }
}
