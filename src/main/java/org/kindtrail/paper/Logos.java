package org.kindtrail.paper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Logos, each by its organisation. */
@ApplicationScoped
class Logos implements PanacheRepositoryBase<OrganisationLogo, Long> {}
