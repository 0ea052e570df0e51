package org.kindtrail.container;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.PlaceService;
import org.kindtrail.place.PlaceView;
import org.kindtrail.place.Places;
import org.kindtrail.web.Form;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Emptying a site or a shelf, for people. */
@Path("/places/{code}/empty")
@Produces("text/html")
public class EmptyPlacePages {
    private final CarryService carrying;
    private final PlaceService service;
    private final Places places;
    private final Once once;
    private final Rules rules;

    EmptyPlacePages(CarryService carrying, PlaceService service, Places places, Once once, Rules rules) {
        this.carrying = carrying;
        this.service = service;
        this.places = places;
        this.once = once;
        this.rules = rules;
    }

    @CheckedTemplate(basePath = "container", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance emptyPlace(PlaceView place, Form form, List<Option> places);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance emptying(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        PlaceView place = service.get(code);
        List<Option> others = places.open().stream()
                .filter(each -> !each.getCode().equals(place.code()))
                .map(each -> new Option(each.getCode(), each.label()))
                .toList();
        return Templates.emptyPlace(place, form, others);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response empty(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    EmptyPlace command = rules.check(new EmptyPlace(reading.code("to")), reading.faults());
                    carrying.empty(code, command);
                    return "/places/" + service.get(code).code();
                },
                refused -> page(code, refused));
    }
}
