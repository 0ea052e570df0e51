package org.kindtrail.testing;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Passwords;
import org.kindtrail.account.Person;
import org.kindtrail.account.Role;
import org.kindtrail.account.SignIn;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.place.Place;

/**
 * A fresh organisation with one person of each role, a site and two shelves; every test makes its own, so that tests do
 * not meet.
 */
@ApplicationScoped
public class AnOrganisation {
    public static final String PASSWORD = "forty bags in an evening";

    private final EntityManager database;
    private final Codes codes;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Acting acting;
    private final Clock clock;

    AnOrganisation(
            EntityManager database, Codes codes, Passwords passwords, SignIn signIn, Acting acting, Clock clock) {
        this.database = database;
        this.codes = codes;
        this.passwords = passwords;
        this.signIn = signIn;
        this.acting = acting;
        this.clock = clock;
    }

    /** The organisation, and how its people come in. */
    public final class House {
        public final Long id;
        public final String code;
        public final String name;
        public final String site;
        public final String shelfA;
        public final String shelfB;
        private final Map<Role, Long> people = new EnumMap<>(Role.class);
        private final Map<Role, String> names = new EnumMap<>(Role.class);
        private final Map<Role, String> tokens = new EnumMap<>(Role.class);
        private final Map<Role, String> sessions = new EnumMap<>(Role.class);

        private House(Organisation organisation, Place site, Place shelfA, Place shelfB) {
            this.id = organisation.getId();
            this.code = organisation.getCode();
            this.name = organisation.getName();
            this.site = site.getCode();
            this.shelfA = shelfA.getCode();
            this.shelfB = shelfB.getCode();
        }

        public Long person(Role role) {
            return people.get(role);
        }

        /** The name that the person of the role signs in by; the password is {@link #PASSWORD}. */
        public String nameOf(Role role) {
            return names.get(role);
        }

        public String token(Role role) {
            return tokens.computeIfAbsent(role, known -> signIn.token(people.get(known), "test"));
        }

        /** The value of the session cookie of somebody of the role. */
        public String session(Role role) {
            return sessions.computeIfAbsent(role, known -> signIn.session(people.get(known), "test"));
        }

        /** A program of somebody of the role, ready to send JSON. */
        public RequestSpecification program(Role role) {
            return given().header("Authorization", "Bearer " + token(role))
                    .contentType("application/json")
                    .accept("application/json");
        }

        /** A browser of somebody of the role. */
        public Browser browser(Role role) {
            return Browser.signedIn(session(role));
        }

        /** Works through the services in the name of somebody of the role. */
        public <T> T as(Role role, Supplier<T> work) {
            return acting.as(people.get(role), work);
        }
    }

    /** All tests ask from one address; what the ones before have used up of its tries does not hold up the next. */
    public House open() {
        return QuarkusTransaction.requiringNew().call(() -> {
            database.createNativeQuery("delete from attempt").executeUpdate();
            String code = codes.next(CodeKind.ORGANISATION);
            Organisation organisation =
                    new Organisation(code, "House " + code, "KZ", "Asia/Almaty", clock.instant());
            database.persist(organisation);
            Place site = Place.site(organisation.getId(), codes.next(CodeKind.PLACE), "School hall");
            database.persist(site);
            Place shelfA = Place.shelf(site, codes.next(CodeKind.PLACE), "Shelf A", 1);
            Place shelfB = Place.shelf(site, codes.next(CodeKind.PLACE), "Shelf B", 2);
            database.persist(shelfA);
            database.persist(shelfB);
            House house = new House(organisation, site, shelfA, shelfB);
            for (Role role : Role.values()) {
                String name = role.word() + "." + code.toLowerCase();
                Person person = new Person(
                        organisation.getId(),
                        name,
                        "The " + role.word(),
                        passwords.hash(PASSWORD),
                        Set.of(role),
                        clock.instant());
                database.persist(person);
                house.people.put(role, person.getId());
                house.names.put(role, name);
            }
            return house;
        });
    }
}
