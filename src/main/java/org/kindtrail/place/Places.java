package org.kindtrail.place;

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

/** The places of the organisation of this request. */
@ApplicationScoped
public class Places implements PanacheRepository<Place> {
    private final Scope scope;

    Places(Scope scope) {
        this.scope = scope;
    }

    public Place get(String code) {
        return found(code).orElseThrow(() -> new NotFound(code));
    }

    private Optional<Place> found(String typed) {
        return Code.read(CodeKind.PLACE, typed)
                .flatMap(code -> find(
                                "from Place p left join fetch p.parent where p.code = ?1 and p.organisationId = ?2",
                                code,
                                scope.organisation())
                        .firstResultOptional());
    }

    /**
     * An open site or shelf that a field names.
     *
     * @throws Invalid when there is none
     */
    public Place open(String path, String code) {
        return found(code)
                .filter(place -> place.isActive() && place.getKind() != PlaceKind.CONSIGNMENT)
                .orElseThrow(() ->
                        Invalid.field(path, "error_place_unknown", Map.of("given", code == null ? "" : code)));
    }

    /** Open sites and their shelves, in walking order. */
    public List<Place> open() {
        return list(
                """
                from Place p left join fetch p.parent s
                where p.organisationId = ?1 and p.active and p.kind in (SITE, SHELF)
                order by coalesce(s.name, p.name), coalesce(s.id, p.id), p.walk, p.id""",
                scope.organisation());
    }

    /** Open sites. */
    public List<Place> sites() {
        return open().stream().filter(place -> place.getKind() == PlaceKind.SITE).toList();
    }
}
