package org.kindtrail.container;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Places;
import org.kindtrail.web.Form;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Moving containers, one or several, for people. */
@Path("/containers/move")
@Produces("text/html")
public class MovePages {
    private final CarryService carrying;
    private final Places places;
    private final Once once;
    private final Rules rules;

    MovePages(CarryService carrying, Places places, Once once, Rules rules) {
        this.carrying = carrying;
        this.places = places;
        this.once = once;
        this.rules = rules;
    }

    @CheckedTemplate(basePath = "container", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance move(Form form, List<Option> places);
    }

    /** @param container codes of what is to be moved */
    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance moving(@QueryParam("container") List<String> container, @QueryParam("to") String to) {
        String codes = container.stream()
                .flatMap(code -> Code.read(CodeKind.CONTAINER, code).stream())
                .distinct()
                .collect(Collectors.joining("\n"));
        return page(Form.empty().with("containers", codes).with("place", ContainerQuery.given(to)));
    }

    private TemplateInstance page(Form form) {
        return Templates.move(
                form,
                places.open().stream().map(place -> new Option(place.getCode(), place.label())).toList());
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response move(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(form, () -> move(form), this::page);
    }

    private String move(Form form) {
        Reading reading = form.read();
        List<String> codes = codes(form.value("containers"));
        String into = reading.text("into");
        String to = into == null ? reading.code("place") : into.substring(into.lastIndexOf('/') + 1);
        try {
            MoveContainers command = new MoveContainers(codes, to, reading.text("why"));
            CarriedView carried = carrying.move(rules.check(command, reading.faults()));
            return codes.size() == 1
                    ? "/containers/" + Code.read(CodeKind.CONTAINER, codes.get(0)).orElseThrow()
                    : Code.read(CodeKind.CONTAINER, carried.to()).isPresent()
                            ? "/containers/" + carried.to()
                            : "/containers?place=" + carried.to();
        } catch (Invalid refused) {
            throw new Invalid(refused.fields().stream()
                    .map(each -> new FieldError(field(each.path(), into != null), each.key(), each.facts()))
                    .toList());
        }
    }

    private static String field(String path, boolean into) {
        return path.startsWith("containers") ? "containers" : path.equals("to") ? into ? "into" : "place" : path;
    }

    /** One in a line, or with commas between; each as people type it, or as a scanner reads a label. */
    private static List<String> codes(String typed) {
        return Arrays.stream(typed.split("[\\n\\r,;]+"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .map(code -> code.substring(code.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
