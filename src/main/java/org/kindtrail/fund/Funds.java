package org.kindtrail.fund;

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

/** The funds of the organisation of this request. */
@ApplicationScoped
public class Funds implements PanacheRepository<Fund> {
    private final Scope scope;

    Funds(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such fund */
    public Fund get(String code) {
        return byCode(code).orElseThrow(() -> new NotFound(code));
    }

    private Optional<Fund> byCode(String typed) {
        return Code.read(CodeKind.FUND, typed)
                .flatMap(code -> find(
                                "from Fund f join fetch f.place left join fetch f.programme where f.code = ?1 and f.organisationId = ?2",
                                code,
                                scope.organisation())
                        .firstResultOptional());
    }

    /**
     * An open fund that a field names.
     *
     * @throws Invalid when there is none
     */
    public Fund open(String path, String code) {
        return byCode(code)
                .filter(Fund::isOpen)
                .orElseThrow(() -> Invalid.field(path, "error_fund_unknown", Map.of("given", code == null ? "" : code)));
    }

    /** The open funds, by name. */
    public List<Fund> open() {
        return list(
                "from Fund f join fetch f.place left join fetch f.programme where f.organisationId = ?1 and f.closedAt is null order by f.name, f.id",
                scope.organisation());
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<Fund> newest(Long before, int count) {
        return find(
                        "from Fund f join fetch f.place left join fetch f.programme where f.organisationId = ?1 and f.id < ?2 order by f.organisationId desc, f.id desc",
                        scope.organisation(),
                        before == null ? Long.MAX_VALUE : before)
                .page(0, count)
                .list();
    }
}
