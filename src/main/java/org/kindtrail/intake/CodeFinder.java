package org.kindtrail.intake;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.web.Form;

/** Answers a code that was scanned or typed: leads to what it stands on, or says whether it was misread or is unknown. */
@ApplicationScoped
class CodeFinder {
    private final LabelService labels;

    CodeFinder(LabelService labels) {
        this.labels = labels;
    }

    @CheckedTemplate(basePath = "intake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance find(Form form);
    }

    Response answer(String typed) {
        Form form = Form.empty().with("code", typed);
        Optional<String> code = Code.read(typed);
        if (code.isEmpty()) {
            return refused(422, form, "error_code");
        }
        return labels.address(code.get())
                .map(address -> Response.seeOther(URI.create(address)).build())
                .orElseGet(() -> refused(404, form.with("code", code.get()), "error_intake_code_unknown"));
    }

    private static Response refused(int status, Form form, String key) {
        String typed = form.value("code");
        Map<String, Object> facts = Map.of("given", typed.length() <= 60 ? typed : typed.substring(0, 57) + "...");
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(Templates.find(form.refusedFor(Invalid.field("code", key, facts))))
                .build();
    }
}
