package org.kindtrail.exchange;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** How an organisation matched the columns of a header last, and what it chose for words that were not known. */
@ApplicationScoped
class MappingMemory {
    /** Under this stands what was chosen for unknown words; its header is the program's that the words are of. */
    private static final String VALUES = "VALUES";
    private static final String OWN = "own";
    private static final TypeReference<Chosen> CHOSEN = new TypeReference<>() {};

    private final EntityManager database;
    private final Json json;

    MappingMemory(EntityManager database, Json json) {
        this.database = database;
        this.json = json;
    }

    /** Null when it never did. */
    Mapping of(SheetImport brought) {
        String found = read(brought.getOrganisationId(), brought.getKind().name(), brought.getHeader());
        return found == null ? null : json.read(found, ImportViews.MAPPING);
    }

    void keep(SheetImport brought, String mapping) {
        write(brought.getOrganisationId(), brought.getKind().name(), brought.getHeader(), mapping);
    }

    /** @param source null: a spreadsheet of somebody's own */
    Chosen chosen(Long organisation, Source source) {
        String found = read(organisation, VALUES, family(source));
        return found == null ? Chosen.NONE : json.read(found, CHOSEN);
    }

    void choose(Long organisation, Source source, Chosen chosen) {
        write(organisation, VALUES, family(source), json.write(chosen));
    }

    private static String family(Source source) {
        return source == null ? OWN : source.family();
    }

    private String read(Long organisation, String kind, String header) {
        List<String> found = database.createNativeQuery(
                        "select mapping from sheet_mapping where organisation_id = ?1 and kind = ?2 and header = ?3", String.class)
                .setParameter(1, organisation)
                .setParameter(2, kind)
                .setParameter(3, header)
                .getResultList();
        return found.isEmpty() ? null : found.get(0);
    }

    private void write(Long organisation, String kind, String header, String mapping) {
        database.createNativeQuery("delete from sheet_mapping where organisation_id = ?1 and kind = ?2 and header = ?3")
                .setParameter(1, organisation)
                .setParameter(2, kind)
                .setParameter(3, header)
                .executeUpdate();
        database.createNativeQuery("insert into sheet_mapping (organisation_id, kind, header, mapping) values (?1, ?2, ?3, ?4)")
                .setParameter(1, organisation)
                .setParameter(2, kind)
                .setParameter(3, header)
                .setParameter(4, mapping)
                .executeUpdate();
    }
}
