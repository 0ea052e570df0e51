package org.kindtrail.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kindtrail.kernel.NotFound;

/** The items in the database. Most rooms ask {@link Catalogue}, which keeps them at hand. */
@ApplicationScoped
class Items implements PanacheRepository<Item> {
    /** The standard items and those of the organisation. */
    List<Item> seenBy(Long organisation) {
        return list(
                "organisationId is null or organisationId = ?1 order by organisationId nulls first, id", organisation);
    }

    /** The organisation's own item of that code. */
    Item own(Long organisation, String code) {
        return find("organisationId = ?1 and code = ?2", organisation, code)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound(code));
    }
}
