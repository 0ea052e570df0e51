package org.kindtrail.programme;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
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
