package org.kindtrail.archive;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.kindtrail.account.History;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** What a coordinator can take away, and who did. */
@Path("/archive")
@Produces("text/html")
public class ArchivePages {
    private final ArchiveFiles files;
    private final ArchiveService archives;
    private final History history;

    ArchivePages(ArchiveFiles files, ArchiveService archives, History history) {
        this.files = files;
        this.archives = archives;
        this.history = history;
    }

    @CheckedTemplate(basePath = "archive", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance archive(Form form, List<History.Entry> history);
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance archive() {
        return page(Form.empty());
    }

    private TemplateInstance page(Form form) {
        return Templates.archive(form, history.of(archives.code()).stream()
                .filter(entry -> entry.happened().startsWith("archive_"))
                .toList());
    }

    @GET
    @Path("/archive.zip")
    @Produces("*/*")
    @OpenTo(Role.COORDINATOR)
    public Response tables() {
        return files.tables();
    }

    @GET
    @Path("/events.jsonld")
    @Produces("*/*")
    @OpenTo(Role.COORDINATOR)
    public Response events(@Context UriInfo here) {
        Form form = Form.of(here.getQueryParameters());
        try {
            Reading read = form.read();
            String from = text(read.day("from"));
            String to = text(read.day("to"));
            List<FieldError> faults = read.faults();
            if (!faults.isEmpty()) {
                throw new Invalid(faults);
            }
            return files.events(from, to);
        } catch (Invalid refusal) {
            return Response.status(422).type("text/html;charset=UTF-8").entity(page(form.refusedFor(refusal))).build();
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
