package org.kindtrail.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Everybody who works here. */
@ApplicationScoped
class People implements PanacheRepository<Person> {
    /** Names to sign in by are kept in lower case and belong to one person of the whole installation. */
    Optional<Person> named(String name) {
        String plain = SignInName.Check.plain(name);
        // What cannot be a name is not asked for: PostgreSQL would refuse some of it.
        return plain.matches("[\\p{Print}&&[^ ]]{1,60}") ? find("name", plain).firstResultOptional() : Optional.empty();
    }

    /** Whom a link lets in now, by its hash. */
    Optional<Person> byLink(String hash, Instant now) {
        return find("linkHash = ?1 and active and linkEndsAt > ?2", hash, now).firstResultOptional();
    }

    /** From now on the person reads this language, with whatever browser; a page that is being looked at may say so. */
    void speaks(Long person, String language) {
        QuarkusTransaction.joiningExisting()
                .run(() -> update("language = ?1 where id = ?2 and (language is null or language <> ?1)", language, person));
    }

    /** How many others of the person's organisation have the role and can come in. */
    long others(Person person, Role role) {
        return count(
                "organisationId = ?1 and id <> ?2 and active and roles like ?3",
                person.getOrganisationId(),
                person.getId(),
                "%" + role.name() + "%");
    }

    /** How many others of the whole installation administer it. */
    long otherAdministrators(Person person) {
        return count("id <> ?1 and active and roles like ?2", person.getId(), "%" + Role.ADMINISTRATOR.name() + "%");
    }
}
