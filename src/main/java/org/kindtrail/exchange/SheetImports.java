package org.kindtrail.exchange;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** The imports of the organisation of this request. */
@ApplicationScoped
class SheetImports implements PanacheRepository<SheetImport> {
    private final Scope scope;

    SheetImports(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such import */
    SheetImport get(String code) {
        return found(code, LockModeType.NONE);
    }

    /** The same, locked: nobody else goes on with it until the end of the transaction. */
    SheetImport lock(String code) {
        return found(code, LockModeType.PESSIMISTIC_WRITE);
    }

    private SheetImport found(String typed, LockModeType lock) {
        String code = Code.read(CodeKind.IMPORT, typed).orElseThrow(() -> new NotFound(typed));
        PanacheQuery<SheetImport> found = find("code = ?1 and organisationId = ?2", code, scope.organisation());
        SheetImport brought = found.withLock(lock).firstResult();
        if (brought == null) {
            throw new NotFound(code);
        }
        return brought;
    }

    List<SheetImport> newest(Kind kind, Long before, int count) {
        Long from = before == null ? Long.MAX_VALUE : before;
        PanacheQuery<SheetImport> found = kind == null
                ? find("organisationId = ?1 and id < ?2 order by organisationId desc, id desc", scope.organisation(), from)
                : find("organisationId = ?1 and id < ?2 and kind = ?3 order by organisationId desc, id desc", scope.organisation(), from, kind);
        return found.page(0, count).list();
    }
}
