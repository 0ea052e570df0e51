package org.kindtrail.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error as programs get it, {@code application/problem+json}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What went wrong, as RFC 9457 has it")
public record Problem(
        @Schema(description = "The kind of problem, a page of this service", examples = "/problems/validation") String type,
        @Schema(description = "The kind of problem in words") String title,
        @Schema(description = "The HTTP status") int status,
        @Schema(description = "What stands in the way here, and what to do") String detail,
        @Schema(description = "The fields at fault, when it is in what was sent") List<Fault> errors,
        @Schema(description = "With 500 and 503: the number of the request, for whoever runs the service; `X-Request-Id` has it in every answer")
                String request) {

    /** What is wrong with one field. */
    public record Fault(
            @Schema(description = "JSON pointer (RFC 6901) into the request's body, or the name of a query parameter")
                    String pointer,
            @Schema(description = "What is wrong and what would be right") String detail) {}
}
