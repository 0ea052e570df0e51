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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** Selling for people: one form, the receipt above the empty form for the next customer. */
@Path("/drives/{code}/sale/sell")
@Produces("text/html")
public class SellPages {
    private final SellService sales;
    private final PriceService prices;
    private final TableChoices table;
    private final TypedLines lines;
    private final Once once;
    private final Rules rules;
    private final Frame frame;

    SellPages(
            SellService sales,
            PriceService prices,
            TableChoices table,
            TypedLines lines,
            Once once,
            Rules rules,
            Frame frame) {
        this.sales = sales;
        this.prices = prices;
        this.table = table;
        this.lines = lines;
        this.once = once;
        this.rules = rules;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "sale", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sell(
                TableChoices.Table table, SaleView done, Form form, List<TypedLines.Names> lines);

        static native TemplateInstance sellTable(TableChoices.Table table, Form form, List<Option> shelves);
    }

    /**
     * @param done code of the receipt that was just written
     * @param lot code of the lot whose tag was read
     */
    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance sell(
            @PathParam("code") String code, @QueryParam("done") String done, @QueryParam("lot") String lot) {
        Form form = Form.empty();
        if (lot != null && !lot.isEmpty()) {
            form = form.with("lines[0].item", lot).with("lines[0].price", prices.priceOf(code, lot));
        }
        return page(code, done == null || done.isEmpty() ? null : sales.get(done), form, false);
    }

    /** Sells, or shows more lines: two buttons of one form. */
    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response sell(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = TypedLines.closedUp(Form.of(typed));
        if (form.has("more")) {
            return Response.ok(page(code, null, form, true), "text/html;charset=UTF-8").build();
        }
        return once.submit(
                form,
                () -> {
                    SaleView view = TypedLines.ofForm(() -> sales.sell(read(code, form)));
                    return "/drives/" + view.drive() + "/sale/sell?done=" + view.code();
                },
                refused -> page(code, null, refused, false));
    }

    @GET
    @Path("/table")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance table(@PathParam("code") String code) {
        return table(code, Form.empty());
    }

    @POST
    @Path("/table")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.VOLUNTEER)
    public Response sellTable(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    Reading reading = form.read();
                    String sum = reading.text("sum");
                    Sell command = rules.check(
                            new Sell(code, null, sum == null ? "" : sum, reading.code("shelf"), null), reading.faults());
                    return "/sales/" + sales.sell(command).code();
                },
                refused -> table(code, refused));
    }

    private TemplateInstance table(String code, Form form) {
        return Templates.sellTable(table.of(code), form, table.shelves(code));
    }

    private TemplateInstance page(String code, SaleView done, Form form, boolean more) {
        return Templates.sell(table.of(code), done, form, TypedLines.shown(form, more));
    }

    private Sell read(String code, Form form) {
        Reading typed = form.read();
        List<Sell.Line> all = new ArrayList<>();
        for (int i = 0; i < TypedLines.filled(form); i++) {
            String head = TypedLines.head(i);
            TypedLines.What what = lines.what(typed, head + "item");
            Long quantity = typed.wholeNumber(head + "quantity");
            all.add(new Sell.Line(
                    what == null ? null : what.item(),
                    what == null ? null : what.lot(),
                    typed.text(head + "size"),
                    what == null ? null : what.grade(),
                    quantity,
                    typed.text(head + "price")));
        }
        Instant day = typed.noonOf("occurredAt", frame.getZone());
        return rules.check(new Sell(code, all, null, null, day), typed.faults());
    }
}
