package org.kindtrail.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;

/** All organisations of the installation. */
@ApplicationScoped
public class Organisations implements PanacheRepository<Organisation> {
    /** The organisation of the code, however it was typed; to be named by who knows its code, never listed. */
    public Optional<Organisation> byCode(String typed) {
        return Code.read(CodeKind.ORGANISATION, typed).flatMap(code -> find("code", code).firstResultOptional());
    }

    /** Whatever holds for the whole installation is changed by one at a time. */
    void lockInstallation() {
        getEntityManager().find(Installation.class, 1, LockModeType.PESSIMISTIC_WRITE);
    }
}
