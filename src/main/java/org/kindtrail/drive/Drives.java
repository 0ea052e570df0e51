package org.kindtrail.drive;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** The drives of the organisation of this request. */
@ApplicationScoped
public class Drives implements PanacheRepository<Drive> {
    private final Scope scope;

    Drives(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such drive */
    public Drive get(String code) {
        return byCode(code).orElseThrow(() -> new NotFound(code));
    }

    public Optional<Drive> byCode(String typed) {
        return Code.read(CodeKind.DRIVE, typed)
                .flatMap(code -> find(
                                "from Drive d join fetch d.site where d.code = ?1 and d.organisationId = ?2",
                                code,
                                scope.organisation())
                        .firstResultOptional());
    }

    /** Those that take donations, the one that ends first at the head. */
    public List<Drive> open() {
        return find(
                        "from Drive d join fetch d.site where d.organisationId = ?1 and d.closedAt is null order by d.endsOn, d.id",
                        scope.organisation())
                .page(0, 200)
                .list();
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<Drive> newest(Boolean open, Long before, int count) {
        String state = open == null ? "" : open ? " and d.closedAt is null" : " and d.closedAt is not null";
        return find(
                        "from Drive d join fetch d.site where d.organisationId = ?1 and d.id < ?2" + state
                                + " order by d.organisationId desc, d.id desc",
                        scope.organisation(),
                        before == null ? Long.MAX_VALUE : before)
                .page(0, count)
                .list();
    }
}
