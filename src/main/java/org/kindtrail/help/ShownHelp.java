package org.kindtrail.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Organisation;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Unreadable;

/** The pages that everybody may read; whoever asks, of whichever organisation. */
@ApplicationScoped
class ShownHelp {
    private final EntityManager database;

    ShownHelp(EntityManager database) {
        this.database = database;
    }

    /** A page and whose it is. */
    record Of(HelpPage page, Organisation organisation) {}

    boolean isAny() {
        return !database.createQuery("select 1 from HelpPage h where h.shown", Integer.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    Optional<Of> byCode(String typed) {
        return Code.read(CodeKind.ORGANISATION, typed)
                .flatMap(code -> database.createQuery(
                                """
                                select new org.kindtrail.help.ShownHelp$Of(h, o) from HelpPage h
                                  join Organisation o on o.id = h.organisationId where o.code = :code and h.shown""",
                                Of.class)
                        .setParameter("code", code)
                        .getResultList()
                        .stream()
                        .findFirst());
    }

    /**
     * By country and name.
     *
     * @param after code of the organisation to go on from; null: from the first
     */
    List<HelpRow> list(String after, int count) {
        Organisation last = after == null || after.isEmpty() ? null : lastOf(after);
        return database.createQuery(
                        """
                        select new org.kindtrail.help.HelpRow(o.id, o.code, o.name, o.country) from HelpPage h
                          join Organisation o on o.id = h.organisationId
                        where h.shown and (:first = true or o.country > :country
                          or (o.country = :country and (o.name > :name or (o.name = :name and o.id > :id))))
                        order by o.country, o.name, o.id""",
                        HelpRow.class)
                .setParameter("first", last == null)
                .setParameter("country", last == null ? "" : last.getCountry())
                .setParameter("name", last == null ? "" : last.getName())
                .setParameter("id", last == null ? 0L : last.getId())
                .setMaxResults(count)
                .getResultList();
    }

    /** Only what the list itself has told can be gone on from. */
    private Organisation lastOf(String after) {
        return byCode(after)
                .map(Of::organisation)
                .orElseThrow(() -> new Unreadable(
                        "after", "error_after", Map.of("given", after.length() > 40 ? "..." : after)));
    }
}
