package org.kindtrail.sale;

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
import java.util.Locale;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.fund.Funds;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Option;
import org.kindtrail.web.Reading;

/** A drive that sells, for people: what to do next, what became of what was on its table, and its terms. */
@Path("/drives/{code}/sale")
@Produces("text/html")
public class SalePages {
    private final SaleService sale;
    private final Funds funds;
    private final Once once;
    private final Rules rules;

    SalePages(SaleService sale, Funds funds, Once once, Rules rules) {
        this.sale = sale;
        this.funds = funds;
        this.once = once;
        this.rules = rules;
    }

    @CheckedTemplate(basePath = "sale", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sale(SaleDriveView view);

        static native TemplateInstance terms(SaleDriveView view, Form form, List<Option> funds, List<String> currencies);
    }

    @GET
    @OpenTo(Role.VOLUNTEER)
    public TemplateInstance sale(@PathParam("code") String code) {
        return Templates.sale(sale.get(code));
    }

    @GET
    @Path("/terms")
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance terms(@PathParam("code") String code) {
        SaleDriveView view = sale.get(code);
        return terms(
                view,
                Form.empty().with("fund", view.fund()).with("currency", view.currency()).with("version", view.version()));
    }

    @POST
    @Path("/terms")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response set(@PathParam("code") String code, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> "/drives/" + sale.set(code, read(form)).drive() + "/sale",
                refused -> terms(sale.get(code), refused));
    }

    private SetTerms read(Form form) {
        Reading typed = form.read();
        Long version = typed.wholeNumber("version");
        String currency = typed.text("currency");
        return rules.check(
                new SetTerms(
                        typed.code("fund"),
                        currency == null ? null : currency.toUpperCase(Locale.ROOT),
                        version == null ? -1 : version.intValue()),
                typed.faults());
    }

    private TemplateInstance terms(SaleDriveView view, Form form) {
        List<Option> open = funds.open().stream()
                .map(fund -> new Option(fund.getCode(), fund.getName()))
                .toList();
        return Templates.terms(view, form, open, Money.currencies());
    }
}
