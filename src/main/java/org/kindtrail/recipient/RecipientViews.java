package org.kindtrail.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import org.kindtrail.web.Frame;

/** Shows a recipient: with what the public reads of it, and which sealed details there are. */
@ApplicationScoped
class RecipientViews {
    private final RecipientMapper mapper;
    private final PublicWords publicWords;
    private final RecipientSeal seal;
    private final Frame frame;

    RecipientViews(RecipientMapper mapper, PublicWords publicWords, RecipientSeal seal, Frame frame) {
        this.mapper = mapper;
        this.publicWords = publicWords;
        this.seal = seal;
        this.frame = frame;
    }

    RecipientView view(Recipient recipient) {
        PublicWords.Said said = publicWords.read(PublicWords.Subject.of(recipient), frame.getLocale());
        return mapper.view(recipient, said, seal.kept(recipient));
    }

    RecipientRow row(Recipient recipient) {
        return mapper.row(recipient);
    }
}
