package org.kindtrail.paper;

import io.quarkus.qute.TemplateExtension;
import java.util.List;

/** What the form that asks how labels are printed offers: {@code {labels:sheets}}. */
@TemplateExtension(namespace = "labels")
class LabelsInTemplates {
    private LabelsInTemplates() {}

    static List<LabelSheet> sheets() {
        return List.of(LabelSheet.values());
    }
}
