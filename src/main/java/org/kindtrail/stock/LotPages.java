package org.kindtrail.stock;

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
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Places;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** A lot for people: what it is, where it is, its way, and putting it away. */
@Path("/lots/{code}")
@Produces("text/html")
public class LotPages {
    private final StockService stock;
    private final MoveService moves;
    private final Places places;
    private final Once once;
    private final Rules rules;
    private final History history;
    private final Frame frame;

    LotPages(
            StockService stock,
            MoveService moves,
            Places places,
            Once once,
            Rules rules,
            History history,
            Frame frame) {
        this.stock = stock;
        this.moves = moves;
        this.places = places;
        this.once = once;
        this.rules = rules;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "stock", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance lot(
                LotStory story,
                String grade,
                String fits,
                Form form,
                List<Option> from,
                List<Option> to,
                List<History.Entry> history);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance lot(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    private TemplateInstance page(String code, Form form) {
        LotStory story = stock.story(code);
        List<Option> from = story.free().stream()
                .map(there -> new Option(
                        there.place(),
                        frame.say(
                                "stock_free_at",
                                Map.of("place", there.placeName(), "available", there.available()))))
                .toList();
        List<Option> to = from.isEmpty()
                ? List.of()
                : places.open().stream().map(place -> new Option(place.getCode(), place.label())).toList();
        return Templates.lot(
                story,
                frame.say("catalogue_grade_" + story.lot().grade().word(), Map.of()),
                frame.say("catalogue_wearer_" + story.lot().fits().word(), Map.of()),
                form,
                from,
                to,
                history.of(story.lot().code()));
    }

    @POST
    @Path("/put-away")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response putAway(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        String lot = stock.lot(code).code();
        return once.submit(
                form,
                () -> "/lots/" + putAway(lot, form).lot(),
                refused -> page(lot, refused));
    }

    /** To a place that is chosen, or into a box whose code is typed: then what is wrong with it is found there. */
    private MovementView putAway(String lot, Form form) {
        String to = form.has("box") ? "box" : "to";
        try {
            Reading typed = form.read();
            PutAway command = new PutAway(lot, typed.code("from"), typed.code(to), typed.wholeNumber("quantity"));
            return moves.putAway(rules.check(command, typed.faults()));
        } catch (Invalid refused) {
            throw new Invalid(refused.fields().stream()
                    .filter(each -> !each.path().equals("to") || refused.fields().stream().noneMatch(other -> other.path().equals("box")))
                    .map(each -> each.path().equals("to") ? new FieldError(to, each.key(), each.facts()) : each)
                    .toList());
        }
    }

    @POST
    @Path("/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/lots/"
                        + moves.reversePutAway(form.value("document"), Reverse.read(form))
                                .lot(),
                refused -> page(code, refused));
    }
}
