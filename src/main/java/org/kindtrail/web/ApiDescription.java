package org.kindtrail.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Says of every operation of the API what holds for all of them: how a program signs in, who may, which problems it may
 * meet, how lists go on and requests are repeated. Resources say only what is their own. Works while the service is built.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String TOKEN = "token";
    private static final DotName OPERATION = DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName OPEN_TO = DotName.createSimple("org.kindtrail.account.OpenTo");
    private static final DotName OPEN_TO_ANYONE = DotName.createSimple(OpenToAnyone.class.getName());

    /** Whom each operation is open to, by its id; empty: everybody who works here. */
    private final Map<String, List<String>> roles = new TreeMap<>();
    /** Of those that name nobody the ones that a recipient's own people may call, too. */
    private final List<String> toPartners = new ArrayList<>();
    /** The operations that need no sign-in. */
    private final List<String> open = new ArrayList<>();
    private final ApiExamples examples = ApiExamples.load();
    private final ApiSchemas schemas;

    public ApiDescription(IndexView index) {
        schemas = new ApiSchemas(index);
        for (AnnotationInstance door : index.getAnnotations(OPERATION)) {
            AnnotationValue id = door.value("operationId");
            if (id == null) {
                continue;
            }
            AnnotationInstance to = door.target().asMethod().annotation(OPEN_TO);
            if (to != null) {
                AnnotationValue named = to.value();
                roles.put(id.asString(), named == null ? List.of() : List.of(named.asEnumArray()));
                AnnotationValue partners = to.value("partners");
                if (partners != null && partners.asBoolean()) {
                    toPartners.add(id.asString());
                }
            } else if (door.target().asMethod().hasAnnotation(OPEN_TO_ANYONE)) {
                open.add(id.asString());
            }
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(OASFactory.createServer().url("/").description("The service itself")));
        if (api.getInfo() == null) {
            api.setInfo(OASFactory.createInfo());
        }
        api.getInfo()
                .description("Follows goods that were given away from the donor's bag to whom they reach. Everything that a "
                        + "page does, a program can do here.");
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A personal access token. A person makes it under \"my account\", sees it once, "
                                        + "and can end it there. It may do what the person may."));
        ApiProblem.describeIn(api.getComponents());

        Map<String, PathItem> paths = new TreeMap<>(api.getPaths().getPathItems());
        api.setPaths(OASFactory.createPaths());
        paths.forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                item.getOperations().forEach((method, operation) -> describe(path, method, operation));
                api.getPaths().addPathItem(path, item);
            }
        });
        schemas.tellIn(api);
    }

    private void describe(String path, PathItem.HttpMethod method, Operation operation) {
        String id = operation.getOperationId();
        boolean anyone = open.contains(id);
        operation.setSecurity(
                anyone ? List.of() : List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
        List<String> may = roles.getOrDefault(id, List.of());
        String who = anyone ? "Needs no sign-in." : may.isEmpty() ? everybody(id) : "For " + words(may) + ".";
        operation.setDescription(operation.getDescription() == null ? who : operation.getDescription() + " " + who);
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> {
                ApiParameters.describe(path, parameter);
                describe(id, parameter);
            });
        }
        answers(operation, ApiProblem.of(path, method, operation, anyone));
        examples.addTo(operation);
    }

    private String everybody(String id) {
        return toPartners.contains(id)
                ? "For everybody who is signed in."
                : "For everybody who is signed in and works here; not for partners.";
    }

    /** The lowest role that may; higher ones include it. */
    private static String words(List<String> roles) {
        return String.join(" and ", roles.stream().map(role -> role.toLowerCase() + "s").toList());
    }

    private static void describe(String operation, Parameter parameter) {
        switch (parameter.getName()) {
            case "Idempotency-Key" -> tell(
                    parameter,
                    "A text of 1 to 100 characters of the program's own making, another one for each request. The same "
                            + "request sent again with it acts once and gets the first answer; another request with it is "
                            + "refused (`/problems/key-reused`).",
                    // One key for all of them would be refused at the second.
                    UUID.nameUUIDFromBytes(operation.getBytes(StandardCharsets.UTF_8)).toString());
            case "after" -> tell(
                    parameter, "Where the page begins: the `next` of the page before. Without it, the first page.", null);
            case "limit" -> tell(parameter, "How many rows a page holds at most.", null);
            default -> {}
        }
    }

    private static void tell(Parameter parameter, String description, Object example) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(description);
        }
        if (parameter.getExample() == null && example != null) {
            parameter.setExample(example);
        }
    }

    /** What a resource says of a problem itself stays, and gets the problem's form; the rest is the same everywhere. */
    private static void answers(Operation operation, List<ApiProblem> problems) {
        Map<String, APIResponse> told = new LinkedHashMap<>(operation.getResponses().getAPIResponses());
        Map<String, APIResponse> all = new TreeMap<>();
        told.forEach((status, response) -> {
            if (status.startsWith("2") || status.startsWith("3")) {
                if (response.getDescription() == null) {
                    response.setDescription(status.equals("201") ? "Made" : "Done");
                }
                all.put(status, response);
            }
        });
        for (ApiProblem problem : problems) {
            APIResponse own = told.get(problem.status());
            all.put(problem.status(), own == null || isBare(own) ? problem.reference() : problem.formOf(own));
        }
        told.forEach((status, response) -> {
            if (!all.containsKey(status)) {
                all.put(status, response.getContent() == null ? ApiProblem.shaped(response) : response);
            }
        });
        APIResponses responses = OASFactory.createAPIResponses();
        all.forEach(responses::addAPIResponse);
        operation.setResponses(responses);
    }

    /** The library adds "Bad Request" by itself. */
    private static boolean isBare(APIResponse response) {
        return response.getDescription() == null || response.getDescription().equals("Bad Request");
    }

    /** The one form of JSON in a request or answer. */
    static MediaType json(org.eclipse.microprofile.openapi.models.media.Content content) {
        return content == null ? null : content.getMediaType("application/json");
    }
}
