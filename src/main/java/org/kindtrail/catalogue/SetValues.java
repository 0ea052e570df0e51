package org.kindtrail.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The standard values in the database; {@link Catalogue} keeps those that count at hand. */
@ApplicationScoped
class SetValues implements PanacheRepository<StandardValue> {
    /** Of each item and grade the latest. */
    List<StandardValue> current(Long organisation) {
        return list(
                """
                from StandardValue v where v.organisationId = ?1 and v.id = (select max(w.id) from StandardValue w
                  where w.organisationId = v.organisationId and w.itemId = v.itemId and w.grade = v.grade)""",
                organisation);
    }
}
