package org.kindtrail.testing;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final AtomicLong RECIPIENT = new AtomicLong(6_000_000_000L);
    public static final String PASSWORD = "forty bags in an evening";

    /** Of {@link #PASSWORD}; all people of the tests have it. */
    private static String hashed;

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

    private String hashed() {
        if (hashed == null) {
            hashed = passwords.hash(PASSWORD);
        }
        return hashed;
    }

    /** The organisation, and how its people come in. */
    public final class House {
        public final Long id;
        public final String code;
        public final String name;
        public final String site;
        public final String shelfA;
        public final String shelfB;
        private String recipient;
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

        /** The person of the role; the partner and its recipient are made when they are asked for. */
        public Long person(Role role) {
            if (role == Role.PARTNER && !people.containsKey(role)) {
                admitPartner(this);
            }
            return people.get(role);
        }

        /** The code of the recipient whose own person the partner is. */
        public String partnersRecipient() {
            person(Role.PARTNER);
            return recipient;
        }

        /** The name that the person of the role signs in by; the password is {@link #PASSWORD}. */
        public String nameOf(Role role) {
            person(role);
            return names.get(role);
        }

        public String token(Role role) {
            return tokens.computeIfAbsent(role, known -> signIn.token(person(known), "test"));
        }

        /** The value of the session cookie of somebody of the role. */
        public String session(Role role) {
            return sessions.computeIfAbsent(role, known -> signIn.session(person(known), "test"));
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
            return acting.as(person(role), work);
        }
    }

    /** Somewhere where no test counts who could be meant. */
    private void admitPartner(House house) {
        QuarkusTransaction.requiringNew().run(() -> {
            Long id = RECIPIENT.incrementAndGet();
            house.recipient = codes.next(CodeKind.RECIPIENT);
            database.createNativeQuery(
                            "insert into recipient (id, organisation_id, code, alias, kind, country, region, disclosure, active, created_at, version)"
                                    + " values (?1, ?2, ?3, 'House of the partner', 'GROUP', 'AQ', 'Partners region', 'HIDDEN', true, ?4, 0)")
                    .setParameter(1, id)
                    .setParameter(2, house.id)
                    .setParameter(3, house.recipient)
                    .setParameter(4, clock.instant().atOffset(java.time.ZoneOffset.UTC))
                    .executeUpdate();
            String name = Role.PARTNER.word() + "." + house.code.toLowerCase();
            Person person = Person.partner(
                    house.id, name, "The partner", hashed(), id, clock.instant());
            database.persist(person);
            house.people.put(Role.PARTNER, person.getId());
            house.names.put(Role.PARTNER, name);
        });
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
            for (Role role : EnumSet.complementOf(EnumSet.of(Role.PARTNER))) {
                String name = role.word() + "." + code.toLowerCase();
                Person person = new Person(
                        organisation.getId(),
                        name,
                        "The " + role.word(),
                        hashed(),
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
