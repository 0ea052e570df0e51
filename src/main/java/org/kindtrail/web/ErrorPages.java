package org.kindtrail.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Pages for what went wrong. */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ErrorPages {
    private ErrorPages() {}

    static native TemplateInstance error(String title, String detail, List<String> reasons, int status);

    static native TemplateInstance problem(String title, String explanation, int status);
}
