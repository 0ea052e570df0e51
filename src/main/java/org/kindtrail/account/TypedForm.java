package org.kindtrail.account;

import jakarta.enterprise.context.RequestScoped;
import org.kindtrail.web.Form;

/** The form that came with this request, kept so that nothing of it is lost when a sign-in is needed first. */
@RequestScoped
class TypedForm {
    private Form form = Form.empty();

    void keep(Form typed) {
        form = typed;
    }

    Form form() {
        return form;
    }

    String key() {
        return form.has(Form.KEY) ? form.key() : null;
    }
}
