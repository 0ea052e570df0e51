package org.kindtrail.account;

import jakarta.enterprise.context.RequestScoped;
import org.kindtrail.web.Form;

/** The form that came with this request, kept so that nothing of it is lost when a sign-in is needed first. */
@RequestScoped
class TypedForm {
    private Form form = Form.empty();
    private boolean withFile;

    /** @param isWithFile whether files came with it; they are not kept, and without them it is not what was sent */
    void keep(Form typed, boolean isWithFile) {
        form = typed;
        withFile = isWithFile;
    }

    boolean isWithFile() {
        return withFile;
    }

    Form form() {
        return form;
    }

    /** @param field where the key of this form is */
    String key(String field) {
        return form.has(field) ? form.value(field) : null;
    }
}
