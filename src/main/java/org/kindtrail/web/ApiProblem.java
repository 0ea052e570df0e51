package org.kindtrail.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems that an operation may answer with, as the description of the API tells them; {@link Problems} makes them. */
enum ApiProblem {
    UNREADABLE("400", "Not JSON, a field with another kind of value, an unknown field, or a parameter that makes no sense.", "unreadable"),
    SIGN_IN_NEEDED("401", "No token came along, or it has ended.", "sign-in-needed"),
    FORBIDDEN(
            "403",
            "The person's role does not include it; or needs a second factor, which they have to set up on their page first.",
            "forbidden",
            "second-factor-needed"),
    NOT_FOUND("404", "There is no such thing in the organisation, or the code is mistyped.", "not-found"),
    NOT_ACCEPTABLE("406", "The `Accept` header asks for something else than JSON.", "not-acceptable"),
    CONFLICT(
            "409",
            "It does not fit how things are now; the detail names what stands in the way. Nothing was changed.",
            "conflict",
            "not-enough-stock"),
    TOO_LARGE("413", "The body is larger than 12 MB.", "too-large"),
    UNSUPPORTED("415", "The body is not sent as `application/json`.", "unsupported-media-type"),
    UNPROCESSABLE(
            "422",
            "A field holds what cannot be taken; `errors` names each. Or the Idempotency-Key was used for another request. "
                    + "Nothing was changed.",
            "validation",
            "key-reused"),
    TOO_MANY("429", "Too many wrong guesses; `Retry-After` says for how many seconds.", "too-many-attempts"),
    UNEXPECTED("500", "A fault of the service; `request` is its number for whoever runs it.", "internal");

    /** The parameters of lists that name one thing by its code. */
    private static final Set<String> CODES = Set.of(
            "about", "document", "donor", "drive", "fund", "item", "lot", "need", "place", "programme", "recipient", "site");

    private static final String JSON = "application/problem+json";

    private final String status;
    private final String description;
    private final List<String> types;

    ApiProblem(String status, String description, String... types) {
        this.status = status;
        this.description = description;
        this.types = List.of(types);
    }

    String status() {
        return status;
    }

    private String title() {
        return Stream.of(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase())
                .collect(Collectors.joining());
    }

    private String typesInWords() {
        return " " + (types.size() == 1 ? "Type: " : "Types: ")
                + types.stream().map(type -> "`/problems/" + type + "`").collect(Collectors.joining(", ")) + ".";
    }

    /** What fits the operation. */
    static List<ApiProblem> of(String path, HttpMethod method, Operation operation, boolean anyone) {
        boolean body = operation.getRequestBody() != null;
        boolean asked = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(each -> each.getIn() != Parameter.In.PATH);
        boolean acts = method != HttpMethod.GET && method != HttpMethod.HEAD;
        List<ApiProblem> fit = new ArrayList<>(List.of(NOT_ACCEPTABLE, UNEXPECTED));
        add(fit, body || asked, UNREADABLE);
        add(fit, !anyone, SIGN_IN_NEEDED, FORBIDDEN);
        add(fit, path.contains("{") || asksByCode(operation), NOT_FOUND);
        add(fit, acts, CONFLICT);
        add(fit, body, TOO_LARGE, UNSUPPORTED);
        add(fit, acts, UNPROCESSABLE);
        add(fit, anyone, TOO_MANY);
        return fit;
    }

    /** A list of what belongs to one thing, which there must be. */
    private static boolean asksByCode(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(each -> each.getIn() == Parameter.In.QUERY && CODES.contains(each.getName()));
    }

    private static void add(List<ApiProblem> to, boolean when, ApiProblem... which) {
        if (when) {
            to.addAll(List.of(which));
        }
    }

    APIResponse reference() {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + title());
    }

    /** What a resource tells of the problem, with the problem's types and form. */
    APIResponse formOf(APIResponse told) {
        told.setDescription(told.getDescription() + (told.getDescription().contains("/problems/") ? "" : typesInWords()));
        return shaped(told);
    }

    static APIResponse shaped(APIResponse response) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        JSON,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
        response.setContent(content);
        return response;
    }

    static void describeIn(Components components) {
        components.addSchema("Problem", problem());
        for (ApiProblem each : values()) {
            APIResponse response = shaped(OASFactory.createAPIResponse().description(each.description + each.typesInWords()));
            if (each == TOO_MANY) {
                response.addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .description("Seconds to wait")
                                .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
            }
            components.addResponse(each.title(), response);
        }
    }

    /** As {@link Problem} is written. */
    private static Schema problem() {
        Schema fault = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("pointer", text("JSON pointer (RFC 6901) into the request's body, or a parameter's name"))
                .addProperty("detail", text("What is wrong and what would be right"));
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("What went wrong, as RFC 9457 has it")
                .addProperty("type", text("The kind of problem, a page of this service, as /problems/validation"))
                .addProperty("title", text("The kind of problem in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("The HTTP status"))
                .addProperty("detail", text("What stands in the way here, and what to do"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("The fields at fault, when it is in what was sent")
                                .items(fault))
                .addProperty(
                        "request",
                        text("With 500 and 503: the number of the request, for whoever runs the service; the header `X-Request-Id` has it in every answer"))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
