package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** How an organisation matched the columns of a header last. */
@ApplicationScoped
class MappingMemory {
    private final EntityManager database;
    private final Json json;

    MappingMemory(EntityManager database, Json json) {
        this.database = database;
        this.json = json;
    }

    /** Null when it never did. */
    Mapping of(SheetImport brought) {
        List<String> found = database.createNativeQuery(
                        "select mapping from sheet_mapping where organisation_id = ?1 and kind = ?2 and header = ?3", String.class)
                .setParameter(1, brought.getOrganisationId())
                .setParameter(2, brought.getKind().name())
                .setParameter(3, brought.getHeader())
                .getResultList();
        return found.isEmpty() ? null : json.read(found.get(0), ImportViews.MAPPING);
    }

    void keep(SheetImport brought, String mapping) {
        database.createNativeQuery("delete from sheet_mapping where organisation_id = ?1 and kind = ?2 and header = ?3")
                .setParameter(1, brought.getOrganisationId())
                .setParameter(2, brought.getKind().name())
                .setParameter(3, brought.getHeader())
                .executeUpdate();
        database.createNativeQuery("insert into sheet_mapping (organisation_id, kind, header, mapping) values (?1, ?2, ?3, ?4)")
                .setParameter(1, brought.getOrganisationId())
                .setParameter(2, brought.getKind().name())
                .setParameter(3, brought.getHeader())
                .setParameter(4, mapping)
                .executeUpdate();
    }
}
