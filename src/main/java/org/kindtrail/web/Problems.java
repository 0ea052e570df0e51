package org.kindtrail.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.DomainException;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Outage;
import org.kindtrail.kernel.Outages;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.TooManyAttempts;
import org.kindtrail.kernel.Unavailable;
import org.kindtrail.kernel.Unreadable;

/** The one place where what went wrong becomes an answer: a problem for programs, a page for people. */
@ApplicationScoped
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    /** PostgreSQL takes no NUL in a text, wherever it came in: a name to sign in by, what is searched for. */
    private static final String NO_CHARACTER = "22021";
    /** Two at once made what there may be once only; for POSTs account.Once has tried again by then. */
    private static final String TAKEN = "23505";

    private final Words words;
    private final Frame frame;
    private final Outages outages;

    Problems(Words words, Frame frame, Outages outages) {
        this.words = words;
        this.frame = frame;
        this.outages = outages;
    }

    @ServerExceptionMapper
    public Response refused(DomainException e) {
        Response.ResponseBuilder answer = Response.status(e.status());
        if (e instanceof TooManyAttempts wait) {
            answer.header("Retry-After", wait.seconds());
        } else if (e instanceof Unavailable wait) {
            answer.header("Retry-After", wait.seconds());
        }
        if (e.status() == 401 && forPrograms()) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        String said = e instanceof Unavailable wait && forPrograms()
                ? words.say(frame.getLocale(), wait.outage().wordsForPrograms())
                : say(e);
        return answered(answer, e.status(), e.type(), said, e.fields());
    }

    @ServerExceptionMapper
    Response byTheFramework(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        String type =
                switch (status) {
                    case 401 -> "sign-in-needed";
                    case 403 -> "forbidden";
                    case 404 -> "not-found";
                    case 405 -> "method-not-allowed";
                    case 406 -> "not-acceptable";
                    case 409 -> "conflict";
                    case 413 -> "too-large";
                    case 415 -> "unsupported-media-type";
                    case 429 -> "too-many-attempts";
                    default -> status < 500 ? "unreadable" : "internal";
                };
        if (status >= 500) {
            return unexpected(e);
        }
        Response.ResponseBuilder answer = Response.status(status);
        String allow = e.getResponse().getHeaderString("Allow");
        if (allow != null) {
            answer.header("Allow", allow);
        }
        return answered(answer, status, type, words.say(frame.getLocale(), "error_http_" + known(status)), List.of());
    }

    private static int known(int status) {
        return switch (status) {
            case 404, 405, 406, 413, 415 -> status;
            default -> 400;
        };
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return refused(new Unreadable(
                    path(unknown),
                    "error_json_unknown",
                    Map.of("field", unknown.getPropertyName(), "known", known(unknown))));
        }
        if (e instanceof JsonMappingException mapping
                && mapping.getCause() instanceof DomainException refusal) {
            return refused(refusal);
        }
        if (e instanceof MismatchedInputException mismatch) {
            boolean secret = isConfidential(mismatch);
            Class<?> type = secret ? String.class : mismatch.getTargetType();
            String wanted = type == null ? "" : readable(type);
            Object given = !secret && e instanceof InvalidFormatException format ? format.getValue() : "";
            return refused(new Unreadable(
                    path(mismatch), "error_json_type", Map.of("wanted", wanted, "given", String.valueOf(given))));
        }
        JsonLocation where = e.getLocation();
        return refused(new Unreadable(
                e instanceof JsonMappingException mapping ? path(mapping) : "",
                "error_json_syntax",
                where == null
                        ? Map.of("line", 1, "column", 1)
                        : Map.of("line", where.getLineNr(), "column", where.getColumnNr())));
    }

    /** The library's own mapper for these would win over the one for their parent. */
    @ServerExceptionMapper
    Response mismatch(MismatchedInputException e) {
        return json(e);
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? ""
                : unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private String readable(Class<?> type) {
        String key;
        if (type.isEnum()) {
            return java.util.Arrays.stream(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name().toLowerCase())
                    .collect(Collectors.joining(", "));
        } else if (Number.class.isAssignableFrom(type) || type == long.class || type == int.class) {
            key = "error_json_whole_number";
        } else if (type == String.class) {
            key = "error_json_text";
        } else if (java.time.LocalDate.class == type) {
            key = "error_json_day";
        } else if (java.time.Instant.class == type) {
            key = "error_json_moment";
        } else if (List.class.isAssignableFrom(type)) {
            key = "error_json_list";
        } else if (type == Boolean.class || type == boolean.class) {
            key = "error_json_truth";
        } else {
            key = "error_json_object";
        }
        return words.say(frame.getLocale(), key);
    }

    /** What was sent for a field that is to be sealed is not said again. */
    private static boolean isConfidential(JsonMappingException e) {
        if (e.getPath().isEmpty()) {
            return false;
        }
        JsonMappingException.Reference last = e.getPath().get(e.getPath().size() - 1);
        return last.getFrom() instanceof Class<?> type
                && type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(each -> each.getType() == Confidential.class && each.getName().equals(last.getFieldName()));
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return refused(refusal);
            }
            if (cause instanceof OptimisticLockException || cause instanceof org.hibernate.StaleStateException) {
                return refused(new Refused("error_changed_meanwhile"));
            }
            if (cause instanceof SQLException sql && isContention(sql)) {
                return refused(new Refused("error_busy"));
            }
            if (cause instanceof SQLException sql && TAKEN.equals(sql.getSQLState())) {
                return refused(new Refused("error_taken"));
            }
            if (cause instanceof SQLException sql && NO_CHARACTER.equals(sql.getSQLState())) {
                return unreadable("error_text_characters");
            }
        }
        if (isUnreadableForm(e)) {
            return unreadable("error_form_unreadable");
        }
        Optional<Outage> outage = outages.of(e);
        if (outage.isPresent()) {
            return refused(new Unavailable(outage.get()));
        }
        String reference = RequestNumber.now();
        LOG.errorf(e, "Unexpected, reference %s", reference);
        return answered(
                Response.status(500),
                500,
                "internal",
                words.say(frame.getLocale(), "error_unexpected", Map.of("reference", reference)),
                List.of());
    }

    /** What cannot be read and belongs to no field; a page says the reason, too. */
    private Response unreadable(String key) {
        return answered(Response.status(400), 400, "unreadable", words.say(frame.getLocale(), key), List.of());
    }

    /** A stray % in a form's body, or too many fields; the library has no exception of its own for either. */
    private static boolean isUnreadableForm(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof IllegalArgumentException && message.startsWith("Failed to decode URL")
                || e.getClass() == RuntimeException.class && message.startsWith("Param limit of ");
    }

    /** Deadlock, serialisation failure or lock timeout, by SQL state. */
    private static boolean isContention(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("40") || state.equals("HYT00") || state.equals("55P03");
    }

    /** The refusal in words. */
    public String say(DomainException e) {
        return words.say(frame.getLocale(), e.key(), e.facts());
    }

    /** What is wrong with the field, in words. */
    public String say(FieldError fault) {
        return words.say(frame.getLocale(), fault.key(), fault.facts());
    }

    /** The problem's kind in words. */
    public String title(String type) {
        return words.say(frame.getLocale(), "error_title_" + type.replace('-', '_'));
    }

    private boolean forPrograms() {
        return frame.getPath().startsWith("/api/") || frame.getPath().equals("/api");
    }

    private Response answered(
            Response.ResponseBuilder answer, int status, String type, String detail, List<FieldError> fields) {
        if (!forPrograms()) {
            return answer.type("text/html;charset=UTF-8")
                    .entity(ErrorPages.error(
                            title(type), detail, fields.stream().map(this::say).toList(), status))
                    .build();
        }
        List<Problem.Fault> errors = fields.isEmpty()
                ? null
                : fields.stream()
                        .map(fault -> new Problem.Fault(fault.pointer(), say(fault)))
                        .toList();
        return answer.type("application/problem+json")
                .entity(new Problem("/problems/" + type, title(type), status, detail, errors, status < 500 ? null : RequestNumber.now()))
                .build();
    }
}
