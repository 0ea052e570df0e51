package org.kindtrail.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.Refused;
import org.kindtrail.seal.Seal;
import org.kindtrail.seal.SealOwner;

/** The seal, as it is put on recipients. It notes nothing: who opens or changes what is sealed comes by the service. */
@ApplicationScoped
class RecipientSeal {
    private static final Logger LOG = Logger.getLogger(RecipientSeal.class);
    private static final String KIND = "recipient";

    private final Seal seal;

    RecipientSeal(Seal seal) {
        this.seal = seal;
    }

    private static SealOwner owner(Recipient recipient) {
        return new SealOwner(KIND, recipient.getId(), recipient.getOrganisationId());
    }

    /** Which details there are, in their order. */
    List<SealedField> kept(Recipient recipient) {
        return seal.kept(owner(recipient)).stream().map(SealedField::of).sorted().toList();
    }

    /** @throws Refused when what is there does not open, because it was moved or changed */
    SealedDetails open(Recipient recipient) {
        try {
            return SealedDetails.of(seal.open(owner(recipient)));
        } catch (IllegalStateException notItsOwn) {
            LOG.errorf("%s: %s", recipient.getCode(), notItsOwn.getMessage());
            throw new Refused("error_recipient_seal_broken", Map.of("recipient", recipient.getCode()));
        }
    }

    /**
     * Keeps what is given, and lets go of what is named.
     *
     * @return what is another than before
     */
    List<SealedField> keep(Recipient recipient, SealedDetails given, Set<SealedField> removed) {
        Map<String, Confidential> fields = new HashMap<>();
        List<SealedField> changed = new ArrayList<>();
        for (SealedField field : SealedField.values()) {
            if (given.has(field)) {
                fields.put(field.word(), Confidential.of(given.get(field).text().strip()));
                changed.add(field);
            } else if (removed.contains(field)) {
                fields.put(field.word(), null);
                changed.add(field);
            }
        }
        seal.keep(owner(recipient), fields);
        return changed;
    }

    /** All that is sealed of them is gone for ever. */
    void erase(Long organisation, Collection<Long> recipients) {
        seal.erase(organisation, KIND, recipients);
    }

    /** The numbers of the recipients of which exactly this is sealed. */
    List<Long> find(Long organisation, SealedField field, Confidential text) {
        return seal.find(organisation, KIND, field.word(), text);
    }
}
