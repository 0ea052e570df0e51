package org.kindtrail.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** All organisations of the installation. */
@ApplicationScoped
public class Organisations implements PanacheRepository<Organisation> {}
