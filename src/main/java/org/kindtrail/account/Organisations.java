package org.kindtrail.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** All organisations of the installation. */
@ApplicationScoped
public class Organisations implements PanacheRepository<Organisation> {
    /** Whatever holds for the whole installation is changed by one at a time. */
    void lockInstallation() {
        getEntityManager().find(Installation.class, 1, LockModeType.PESSIMISTIC_WRITE);
    }
}
