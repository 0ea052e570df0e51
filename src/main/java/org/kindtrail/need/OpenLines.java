package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;

/** Reads what the open needs of the organisation of this request still miss. */
@ApplicationScoped
public class OpenLines {
    private static final String OPEN =
            """
            from Need n where n.organisationId = :organisation and n.state = OPEN
               and exists (select 1 from NeedLine m where m.need = n and m.quantity > m.promised + m.sent + m.arrived)""";

    private final EntityManager database;
    private final Scope scope;

    OpenLines(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /**
     * Which needs are meant; what is null does not narrow.
     *
     * @param codes these alone; null: all
     * @param programme the id of the programme that they are charged to
     * @param least at least so urgent
     * @param region of the recipient, as it is written there
     */
    public record Which(Collection<String> codes, Long programme, Urgency least, String region) {}

    /**
     * The lines that miss something, with their needs, recipients and substitutes, in one question to the database.
     *
     * @param most how many at most are read
     */
    public List<NeedLine> missing(Which which, int most) {
        Map<String, Object> facts = new HashMap<>();
        StringBuilder where = new StringBuilder();
        narrow(which, where, facts);
        TypedQuery<NeedLine> query = database.createQuery(
                        """
                        select l from NeedLine l join fetch l.need n join fetch n.recipient r left join fetch l.substitutes
                        where n.organisationId = :organisation and n.state = OPEN
                          and l.quantity > l.promised + l.sent + l.arrived"""
                                + where + " order by n.id, l.line",
                        NeedLine.class)
                .setParameter("organisation", scope.organisation());
        facts.forEach(query::setParameter);
        List<NeedLine> lines = query.getResultList();
        return lines.size() > most ? lines.subList(0, most + 1) : lines;
    }

    private static void narrow(Which which, StringBuilder where, Map<String, Object> facts) {
        if (which.codes() != null) {
            where.append(" and n.code in :codes");
            facts.put("codes", which.codes());
        }
        if (which.programme() != null) {
            where.append(" and n.programme.id = :programme");
            facts.put("programme", which.programme());
        }
        if (which.least() != null) {
            where.append(" and n.urgency in :urgencies");
            facts.put("urgencies", EnumSet.range(Urgency.values()[0], which.least()));
        }
        if (which.region() != null) {
            where.append(" and lower(r.region) = lower(:region)");
            facts.put("region", which.region());
        }
    }

    /** A need that misses something, for a choice. */
    public record Choice(String code, String forWhom, String recipient, Urgency urgency, java.time.LocalDate wantedBy) {}

    /** Those that miss something, the one wanted soonest at the head. */
    public List<Choice> choices(int most) {
        return database.createQuery(
                        "select new org.kindtrail.need.OpenLines$Choice(n.code, n.forWhom, n.recipient.alias, n.urgency, n.wantedBy) "
                                + OPEN + " order by n.wantedBy nulls last, n.id",
                        Choice.class)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(most)
                .getResultList();
    }

    /** The regions of the recipients whose needs miss something, by name. */
    public List<String> regions(int most) {
        return database.createQuery("select distinct n.recipient.region " + OPEN + " and n.recipient.region is not null order by 1", String.class)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(most)
                .getResultList();
    }

    /** Those of the codes that are needs of this organisation, whatever their state. */
    public List<String> known(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : database.createQuery(
                                "select n.code from Need n where n.organisationId = :organisation and n.code in :codes", String.class)
                        .setParameter("organisation", scope.organisation())
                        .setParameter("codes", codes)
                        .getResultList();
    }
}
