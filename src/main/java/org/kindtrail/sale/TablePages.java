package org.kindtrail.sale;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** What is brought to a table and what is taken away from it, for people. */
@Path("/drives/{code}/sale/table")
@Produces("text/html")
public class TablePages {
    private final TableService table;
    private final TableChoices choices;
    private final TypedLines lines;
    private final Once once;
    private final Rules rules;

    TablePages(TableService table, TableChoices choices, TypedLines lines, Once once, Rules rules) {
        this.table = table;
        this.choices = choices;
        this.lines = lines;
        this.once = once;
        this.rules = rules;
    }

    @CheckedTemplate(basePath = "sale", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance bring(
                TableChoices.Table table,
                Long moved,
                Form form,
                List<TypedLines.Names> lines,
                List<Option> places,
                List<Option> shelves);

        static native TemplateInstance take(
                TableChoices.Table table,
                Long moved,
                Form form,
                List<TypedLines.Names> lines,
                List<Option> places,
                List<Option> shelves);
    }

    /** @param moved how many things were just brought */
    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance bring(@PathParam("code") String code, @QueryParam("moved") String moved) {
        return bring(code, number(moved), Form.empty(), false);
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response bring(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = TypedLines.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(bring(code, null, form, true), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> {
                    TableMoveView view = move(code, form, MoveTable.Direction.BRING);
                    return "/drives/" + view.drive() + "/sale/table?moved=" + view.quantity();
                },
                refused -> bring(code, null, refused, false));
    }

    /** @param moved how many things were just taken */
    @GET
    @Path("/take")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance take(@PathParam("code") String code, @QueryParam("moved") String moved) {
        return take(code, number(moved), Form.empty(), false);
    }

    @POST
    @Path("/take")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response take(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = TypedLines.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(take(code, null, form, true), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> {
                    TableMoveView view = move(code, form, MoveTable.Direction.TAKE);
                    return "/drives/" + view.drive() + "/sale/table/take?moved=" + view.quantity();
                },
                refused -> take(code, null, refused, false));
    }

    /** What the address says was moved; anything but a number says nothing. */
    private static Long number(String moved) {
        return moved != null && moved.matches("[0-9]{1,12}") ? Long.valueOf(moved) : null;
    }

    private TableMoveView move(String code, Form form, MoveTable.Direction direction) {
        Reading typed = form.read();
        boolean all = typed.ticked("all");
        List<StockLine> some = lines.stockLines(form, typed);
        MoveTable command = new MoveTable(
                direction, typed.code("place"), typed.code("shelf"), all, some.isEmpty() ? null : some);
        return TypedLines.ofForm(() -> table.move(code, rules.check(command, typed.faults())));
    }

    private TemplateInstance bring(String code, Long moved, Form form, boolean more) {
        return Templates.bring(
                choices.elsewhere(code),
                moved,
                form,
                TypedLines.shown(form, more),
                choices.otherPlaces(code),
                choices.shelves(code));
    }

    private TemplateInstance take(String code, Long moved, Form form, boolean more) {
        return Templates.take(
                choices.of(code),
                moved,
                form,
                TypedLines.shown(form, more),
                choices.otherPlaces(code),
                choices.shelves(code));
    }
}
