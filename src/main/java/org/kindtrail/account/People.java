package org.kindtrail.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** Everybody who works here. */
@ApplicationScoped
class People implements PanacheRepository<Person> {
    /** Names to sign in by are kept in lower case and belong to one person of the whole installation. */
    Optional<Person> named(String name) {
        return find("name", name.toLowerCase(Locale.ROOT)).firstResultOptional();
    }
}
