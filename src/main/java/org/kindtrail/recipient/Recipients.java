package org.kindtrail.recipient;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.SearchKey;
import org.kindtrail.kernel.Unreadable;

/** The recipients of the organisation of this request. */
@ApplicationScoped
public class Recipients implements PanacheRepository<Recipient> {
    private final Scope scope;

    Recipients(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such recipient */
    public Recipient get(String code) {
        return byCode(code).orElseThrow(() -> new NotFound(code));
    }

    /** Locked until the transaction ends, for whoever changes or erases what is sealed of it. */
    Recipient lock(String code) {
        Optional<Recipient> locked = Code.read(CodeKind.RECIPIENT, code)
                .flatMap(read -> find("code = ?1 and organisationId = ?2", read, scope.organisation())
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional());
        return locked.orElseThrow(() -> new NotFound(code));
    }

    /** Those of the codes that are the organisation's, locked one after the other in one order. */
    public List<Recipient> lockAll(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : find("organisationId = ?1 and code in ?2 order by id", scope.organisation(), codes)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** Those of the numbers that are the organisation's, by alias. */
    List<Recipient> byIds(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("organisationId = ?1 and id in ?2 order by alias, id", scope.organisation(), ids).list();
    }

    public Optional<Recipient> byCode(String typed) {
        return Code.read(CodeKind.RECIPIENT, typed)
                .flatMap(code -> find("code = ?1 and organisationId = ?2", code, scope.organisation())
                        .firstResultOptional());
    }

    /**
     * A recipient that a field names and that can be given to.
     *
     * @throws Invalid when there is none
     */
    public Recipient active(String path, String code) {
        return byCode(code)
                .filter(Recipient::isActive)
                .orElseThrow(() -> Invalid.field(
                        path, "error_recipient_unknown", Map.of("given", code == null ? "" : code)));
    }

    /** Those that can be given to, by alias. */
    public List<Recipient> active() {
        return find("organisationId = ?1 and active order by alias, id", scope.organisation())
                .page(0, 1000)
                .list();
    }

    /** What the house has called regions so far. */
    List<String> regions() {
        return getEntityManager()
                .createQuery(
                        "select distinct r.region from Recipient r where r.organisationId = :organisation order by r.region",
                        String.class)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(200)
                .getResultList();
    }

    /** By alias; {@code after} is the id to go on from. */
    List<Recipient> byAlias(String search, RecipientKind kind, Boolean active, Long after, int count) {
        StringBuilder query = new StringBuilder("organisationId = :organisation");
        Parameters facts = Parameters.with("organisation", scope.organisation());
        if (search != null && !search.isBlank()) {
            query.append(" and (searchKey like :typed escape '!' or searchKey like :heard escape '!')");
            facts.and("typed", SearchKey.asTyped(search)).and("heard", SearchKey.asHeard(search));
        }
        if (kind != null) {
            query.append(" and kind = :kind");
            facts.and("kind", kind);
        }
        if (active != null) {
            query.append(" and active = :active");
            facts.and("active", active);
        }
        if (after != null) {
            query.append(" and (alias > :alias or alias = :alias and id > :id)");
            facts.and("alias", aliasOf(after)).and("id", after);
        }
        return find(query + " order by organisationId, alias, id", facts).page(0, count).list();
    }

    private String aliasOf(Long id) {
        return find("id = ?1 and organisationId = ?2", id, scope.organisation())
                .firstResultOptional()
                .map(Recipient::getAlias)
                .orElseThrow(() -> new Unreadable("after", "error_after", Map.of("given", id.toString())));
    }
}
