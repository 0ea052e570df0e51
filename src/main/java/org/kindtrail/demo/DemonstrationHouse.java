package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.kindtrail.account.Acting;
import org.kindtrail.account.AddPerson;
import org.kindtrail.account.ChangePerson;
import org.kindtrail.account.PeopleService;
import org.kindtrail.account.PersonView;
import org.kindtrail.account.Role;
import org.kindtrail.account.SignIn;
import org.kindtrail.setup.FoundOrganisation;
import org.kindtrail.setup.Founding;

/** Founds the organisation in which the stories happen, with one person for each role. */
@ApplicationScoped
class DemonstrationHouse {
    private static final String LETTERS = "abcdefghjkmnpqrstvwxyz23456789";

    /** Somebody of the house, and how to come in. */
    record Somebody(Long id, String name, String password, String token) {}

    /** The people by their role. */
    record Keys(Map<Role, Somebody> people) {
        Long person(Role role) {
            return people.get(role).id();
        }
    }

    private final Founding founding;
    private final PeopleService people;
    private final SignIn signIn;
    private final Acting acting;
    private final EntityManager database;

    DemonstrationHouse(
            Founding founding, PeopleService people, SignIn signIn, Acting acting, EntityManager database) {
        this.founding = founding;
        this.people = people;
        this.signIn = signIn;
        this.acting = acting;
        this.database = database;
    }

    Keys found() {
        Map<Role, Somebody> all = new EnumMap<>(Role.class);
        String password = password();
        Long founder = founding.demonstrate(new FoundOrganisation(
                "Almaty Warm Hands", "KZ", "Asia/Almaty", "School hall", "Ada, administrator", "administrator", password));
        all.put(Role.ADMINISTRATOR, new Somebody(founder, "administrator", password, null));
        add(all, founder, Role.VOLUNTEER, "Vera, volunteer");
        add(all, founder, Role.DISTRIBUTOR, "Dana, distributor");
        add(all, founder, Role.COORDINATOR, "Clara, coordinator");
        // The founder coordinated only until there was somebody else for it.
        acting.as(founder, () -> {
            PersonView now = people.get("administrator");
            return people.change(
                    "administrator",
                    new ChangePerson(now.version(), now.displayName(), EnumSet.of(Role.ADMINISTRATOR)));
        });
        all.replaceAll((role, person) -> new Somebody(
                person.id(), person.name(), person.password(), signIn.token(person.id(), "demonstration")));
        return new Keys(all);
    }

    private void add(Map<Role, Somebody> all, Long founder, Role role, String displayName) {
        String password = password();
        String name = role.word();
        acting.as(founder, () -> people.add(new AddPerson(name, displayName, EnumSet.of(role), password)));
        Long id = database.createQuery("select p.id from Person p where p.name = :name", Long.class)
                .setParameter("name", name)
                .getSingleResult();
        all.put(role, new Somebody(id, name, password, null));
    }

    /** A password that nobody knows beforehand. */
    static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
