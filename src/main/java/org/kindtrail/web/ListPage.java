package org.kindtrail.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page that every list is shown on. */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ListPage {
    private ListPage() {}

    static native TemplateInstance list(Listing.View view);
}
