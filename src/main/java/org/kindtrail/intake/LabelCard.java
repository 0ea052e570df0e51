package org.kindtrail.intake;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.kindtrail.paper.Labels;
import org.kindtrail.web.Frame;
import org.kindtrail.web.QrCode;

/** A label as it is printed: the code in words and as a picture for a camera. */
record LabelCard(String code, String qr) {
    static List<LabelCard> of(List<String> codes, UriInfo here, Frame frame) {
        return codes.stream()
                .map(code -> new LabelCard(
                        code, QrCode.svg(Labels.address(here, code), frame.say("intake_qr", Map.of("code", code)))))
                .toList();
    }
}
