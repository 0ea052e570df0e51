package org.kindtrail.programme;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;

/** The programmes of the organisation of this request. */
@ApplicationScoped
public class Programmes implements PanacheRepository<Programme> {
    private final Scope scope;

    Programmes(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such programme */
    public Programme get(String code) {
        return byCode(code).orElseThrow(() -> new NotFound(code));
    }

    public Optional<Programme> byCode(String typed) {
        return Code.read(CodeKind.PROGRAMME, typed)
                .flatMap(code -> find("code = ?1 and organisationId = ?2", code, scope.organisation())
                        .firstResultOptional());
    }

    /**
     * The open programme that a field names, to which something is charged.
     *
     * @param typed null or empty: none is named
     * @return null when none is named
     * @throws Invalid when the organisation has no such open programme
     */
    public Programme chargeable(String path, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return byCode(typed)
                .filter(Programme::isOpen)
                .orElseThrow(() -> Invalid.field(
                        path,
                        "error_programme_unknown",
                        Map.of("given", typed.length() > 40 ? typed.substring(0, 37) + "..." : typed)));
    }

    /** What is shown of one where something is charged to it or kept for it. */
    public record Named(String code, String name) {}

    /** A budget line among those of several programmes. */
    record LineOf(Long programme, String code, String programmeName, int line, String name) {}

    /** The budget lines of these, in their order. */
    List<LineOf> linesOf(Collection<Programme> some) {
        return getEntityManager()
                .createQuery(
                        "select new org.kindtrail.programme.Programmes$LineOf(p.id, p.code, p.name, l.line, l.name)"
                                + " from BudgetLine l join l.programme p where p in :some order by p.id, l.position",
                        LineOf.class)
                .setParameter("some", some)
                .getResultList();
    }

    /** Locked until the end of the transaction: what is charged to it, and its budget lines, do not pass each other by. */
    public void lock(Programme programme) {
        getEntityManager().lock(programme, LockModeType.PESSIMISTIC_WRITE);
    }

    /** By id; in one statement, and in none when no id is asked for. */
    public Map<Long, Named> named(Collection<Long> ids) {
        return named(ids, "");
    }

    /**
     * The same of those that keep goods: the house's own that have not freed what was left over. What another organisation
     * kept for a programme of its own before it handed it over is told to nobody here.
     */
    public Map<Long, Named> keptFor(Collection<Long> ids) {
        return named(ids, " and not p.freesGoods");
    }

    private Map<Long, Named> named(Collection<Long> ids, String which) {
        Map<Long, Named> named = new HashMap<>();
        List<Long> asked = ids.stream().filter(java.util.Objects::nonNull).distinct().toList();
        if (!asked.isEmpty()) {
            getEntityManager()
                    .createQuery("select p.id, p.code, p.name from Programme p where p.id in :ids"
                                    + " and p.organisationId = :organisation" + which,
                            Object[].class)
                    .setParameter("ids", asked)
                    .setParameter("organisation", scope.organisation())
                    .getResultList()
                    .forEach(row -> named.put((Long) row[0], new Named((String) row[1], (String) row[2])));
        }
        return named;
    }

    /** Those for which goods are kept, the ended ones too, by name. */
    public List<Programme> withGoods() {
        return find("organisationId = ?1 and not freesGoods order by name, id", scope.organisation())
                .page(0, 200)
                .list();
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<Programme> newest(Boolean open, Long before, int count) {
        String state = open == null ? "" : open ? " and closedAt is null" : " and closedAt is not null";
        return find(
                        "organisationId = ?1 and id < ?2" + state + " order by organisationId desc, id desc",
                        scope.organisation(),
                        before == null ? Long.MAX_VALUE : before)
                .page(0, count)
                .list();
    }

    /** @throws NotFound when the organisation has no such programme; null when none is named: to narrow a list */
    public Long idOf(String typed) {
        return typed == null || typed.isBlank() ? null : get(typed).getId();
    }

    /** Those to which something can be charged, by name. */
    public List<Programme> open() {
        return find("organisationId = ?1 and closedAt is null order by name, id", scope.organisation())
                .page(0, 200)
                .list();
    }

    /** The ids of those whose goods are kept for them: all but the ended ones that freed what was left over. */
    public List<Long> keeping() {
        return getEntityManager()
                .createQuery(
                        "select p.id from Programme p where p.organisationId = :organisation and not p.freesGoods order by p.id",
                        Long.class)
                .setParameter("organisation", scope.organisation())
                .getResultList();
    }
}
