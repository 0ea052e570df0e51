package org.kindtrail.catalogue;

import jakarta.enterprise.context.RequestScoped;

/**
 * Whether this request has changed the catalogue. What it reads then is not kept for others: the change may still be
 * taken back.
 */
@RequestScoped
class FreshCatalogue {
    private boolean changed;

    void changed() {
        changed = true;
    }

    boolean isChanged() {
        return changed;
    }
}
