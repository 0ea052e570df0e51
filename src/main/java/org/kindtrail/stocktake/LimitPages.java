package org.kindtrail.stocktake;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.account.History;
import org.kindtrail.account.Once;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Money;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** Above which worth a second person looks at a write-off, for people. */
@Path("/write-offs/limits")
@Produces("text/html")
public class LimitPages {
    private static final int MOST = 20;
    private static final int EMPTY = 2;

    private final Limits limits;
    private final Once once;
    private final History history;

    LimitPages(Limits limits, Once once, History history) {
        this.limits = limits;
        this.once = once;
        this.history = history;
    }

    @CheckedTemplate(basePath = "stocktake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance limits(
                Form form, List<Names> lines, List<String> currencies, List<History.Entry> history);
    }

    /** The names of one limit's fields. */
    record Names(int number, String currency, String amount) {
        private static Names of(int index) {
            return new Names(index + 1, "limits[" + index + "].currency", "limits[" + index + "].amount");
        }
    }

    @GET
    @OpenTo(Role.COORDINATOR)
    public TemplateInstance form() {
        Form form = Form.empty();
        List<SetLimits.Limit> set = limits.get().limits();
        for (int i = 0; i < set.size(); i++) {
            Names names = Names.of(i);
            form = form.with(names.currency(), set.get(i).currency()).with(names.amount(), set.get(i).amount());
        }
        return page(form);
    }

    private TemplateInstance page(Form form) {
        List<Names> lines = new ArrayList<>();
        int count = Math.min(MOST, form.refused() ? form.lines("limits", MOST) : form.lines("limits", MOST) + EMPTY);
        for (int i = 0; i < count; i++) {
            lines.add(Names.of(i));
        }
        return Templates.limits(form, lines, Money.currencies(), history.of("write-off-limits"));
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(Role.COORDINATOR)
    public Response set(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    limits.set(read(form));
                    return "/write-offs/limits";
                },
                this::page);
    }

    /** Lines as they stand: what is empty between others is a line without a currency. */
    private static SetLimits read(Form form) {
        Reading typed = form.read();
        List<SetLimits.Limit> set = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < form.lines("limits", MOST); i++) {
            Names names = Names.of(i);
            last = form.has(names.currency()) || form.has(names.amount()) ? i + 1 : last;
        }
        for (int i = 0; i < last; i++) {
            Names names = Names.of(i);
            String currency = typed.text(names.currency());
            String amount = typed.text(names.amount());
            set.add(new SetLimits.Limit(currency == null ? "" : currency, amount == null ? "" : amount));
        }
        return new SetLimits(set);
    }
}
