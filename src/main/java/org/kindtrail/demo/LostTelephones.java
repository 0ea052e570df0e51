package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumSet;
import org.kindtrail.account.Acting;
import org.kindtrail.account.AddPerson;
import org.kindtrail.account.PeopleService;
import org.kindtrail.account.Role;
import org.kindtrail.account.SecondFactorService;
import org.kindtrail.account.TimeCodes;

/** Two people with a second factor who have lost their telephones, so that taking it away can be tried. */
@ApplicationScoped
class LostTelephones {
    private final PeopleService people;
    private final SecondFactorService factors;
    private final Acting acting;
    private final EntityManager database;
    private final Clock clock;

    LostTelephones(
            PeopleService people, SecondFactorService factors, Acting acting, EntityManager database, Clock clock) {
        this.people = people;
        this.factors = factors;
        this.acting = acting;
        this.database = database;
        this.clock = clock;
    }

    void lay(DemonstrationHouse.Keys keys) {
        lost(keys, "saule", "Saule, telephone lost", Role.VOLUNTEER);
        lost(keys, "timur", "Timur, telephone lost", Role.COORDINATOR);
    }

    private void lost(DemonstrationHouse.Keys keys, String name, String displayName, Role role) {
        String password = DemonstrationHouse.password();
        acting.as(
                keys.person(Role.COORDINATOR),
                () -> people.add(new AddPerson(name, displayName, EnumSet.of(role), password)));
        Long id = database.createQuery("select p.id from Person p where p.name = :name", Long.class)
                .setParameter("name", name)
                .getSingleResult();
        acting.as(id, () -> {
            factors.start(password, null);
            String secret = factors.pending().orElseThrow().secret().text();
            return factors.confirm(TimeCodes.code(secret.replace(" ", ""), clock.instant()));
        });
    }
}
