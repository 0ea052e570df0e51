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
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.stock.Reverse;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;

/** Receipts for people. */
@Path("/sales")
@Produces("text/html")
public class ReceiptPages {
    private final SellService sales;
    private final Once once;
    private final Listings listings;
    private final History history;
    private final Frame frame;

    ReceiptPages(SellService sales, Once once, Listings listings, History history, Frame frame) {
        this.sales = sales;
        this.once = once;
        this.listings = listings;
        this.history = history;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "sale", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance receipt(SaleView view, Form form, List<History.Entry> history);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public Response list(
            @QueryParam("drive") String drive, @QueryParam("after") String after, @QueryParam("format") String format) {
        String wanted = drive == null || drive.isEmpty() ? null : drive;
        String path = wanted == null ? "/sales" : "/sales?drive=" + wanted;
        Listing<SaleRow> listing = new Listing<SaleRow>(
                        "sale_receipts", path, (from, size) -> sales.list(wanted, from, size))
                .link("sale_code", SaleRow::code, row -> "/sales/" + row.code())
                .column("sale_drive", SaleRow::driveTitle)
                .column("sale_sold_at", SaleRow::occurredAt)
                .column("sale_pieces", SaleRow::pieces)
                .column("sale_total", SaleRow::total)
                .column("sale_currency", SaleRow::currency)
                .column("sale_counted_in", SaleRow::takings)
                .column("sale_state", row -> state(row.reversedAt() != null))
                .whenEmpty("sale_receipts_empty");
        return listings.answer(listing, after, format);
    }

    @GET
    @Path("/{code}")
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance page(@PathParam("code") String code) {
        return page(code, Form.empty());
    }

    @POST
    @Path("/{code}/reverse")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response reverse(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/sales/" + sales.reverse(code, Reverse.read(form)).code(),
                refused -> page(code, refused));
    }

    private TemplateInstance page(String code, Form form) {
        SaleView view = sales.get(code);
        return Templates.receipt(view, form, history.of(view.code()));
    }

    private String state(boolean reversed) {
        return frame.say(reversed ? "sale_is_reversed" : "sale_stands", Map.of());
    }
}
