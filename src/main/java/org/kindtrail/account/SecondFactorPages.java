package org.kindtrail.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.Refused;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.QrCode;

/**
 * One's own second factor. These doors stay open to who must set one up first. What is secret stands on an answer itself: in
 * no address, and in nothing that is kept for a repeat.
 */
@Path(SecondFactorPages.PATH)
@Produces("text/html")
public class SecondFactorPages {
    static final String PATH = "/me/second-factor";
    private static final String NEW = PATH + "/new";

    private final SecondFactorService factor;
    private final MeService me;
    private final Once once;
    private final Frame frame;

    SecondFactorPages(SecondFactorService factor, MeService me, Once once, Frame frame) {
        this.factor = factor;
        this.me = me;
        this.once = once;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance secondFactor(SecondFactorView factor, String name, Form form);

        static native TemplateInstance secondFactorNew(String qr, Confidential secret, Form form);

        static native TemplateInstance recoveryCodes(List<Confidential> codes, String name, boolean first);
    }

    @GET
    @OpenTo(partners = true, beforeSecondFactor = true)
    public TemplateInstance show() {
        return page(Form.empty());
    }

    private TemplateInstance page(Form form) {
        return Templates.secondFactor(factor.mine(), me.me().name(), withoutCode(form));
    }

    @POST
    @Path("/start")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(partners = true, beforeSecondFactor = true)
    public Response start(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    factor.start(form.value(SecondFactorService.PASSWORD), form.value(SecondFactorService.CODE));
                    return NEW;
                },
                this::page);
    }

    @GET
    @Path("/new")
    @OpenTo(partners = true, beforeSecondFactor = true)
    public Response showNew() {
        return factor.pending()
                .map(pending -> SignInPages.again(200, page(pending, Form.empty())).build())
                .orElseGet(() -> Response.seeOther(URI.create(PATH)).build());
    }

    private TemplateInstance page(SecondFactorService.Pending pending, Form form) {
        String qr = QrCode.svg(pending.address().text(), frame.say("account_factor_qr", Map.of()));
        return Templates.secondFactorNew(qr, pending.secret(), withoutCode(form));
    }

    /** A code is worth nothing a moment later, so it does not come back to be mended. */
    private static Form withoutCode(Form form) {
        return form.with(SecondFactorService.CODE, "");
    }

    @POST
    @Path("/new")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(partners = true, beforeSecondFactor = true)
    public Response confirm(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return codes(
                form,
                () -> factor.confirm(form.value(SecondFactorService.CODE)),
                true,
                refused -> factor.pending().map(pending -> page(pending, refused)).orElseGet(() -> page(refused)));
    }

    @POST
    @Path("/recovery-codes")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(partners = true, beforeSecondFactor = true)
    public Response renewRecoveryCodes(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return codes(
                form,
                () -> factor.renewRecoveryCodes(
                        form.value(SecondFactorService.PASSWORD), form.value(SecondFactorService.CODE)),
                false,
                this::page);
    }

    /** The codes stand on the answer itself and are kept nowhere, so a repeat cannot show them again. */
    private Response codes(
            Form form, Supplier<List<Confidential>> make, boolean first, Function<Form, TemplateInstance> again) {
        List<Confidential> made = new ArrayList<>();
        Response answer = once.submit(
                form,
                () -> {
                    made.clear();
                    made.addAll(make.get());
                    return PATH;
                },
                again);
        if (answer.getStatus() != 303) {
            return answer;
        }
        return made.isEmpty()
                ? SignInPages.again(409, page(form.refusedFor(new Refused("error_factor_codes_shown")))).build()
                : SignInPages.again(200, Templates.recoveryCodes(made, me.me().name(), first)).build();
    }

    @POST
    @Path("/off")
    @Consumes("application/x-www-form-urlencoded")
    @OpenTo(partners = true, beforeSecondFactor = true)
    public Response turnOff(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return once.submit(
                form,
                () -> {
                    factor.turnOff(form.value(SecondFactorService.PASSWORD), form.value(SecondFactorService.CODE));
                    return PATH;
                },
                this::page);
    }
}
