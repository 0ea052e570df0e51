package org.kindtrail.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.OpenTo;
import org.kindtrail.web.OpenToAnyone;

/** The map of rooms, as docs/architecture.md draws it, and the rules of the house. */
@Tag("once")
class ArchitectureTest {
    private static final String HOUSE = "org.kindtrail.";
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.kindtrail");

    /** What each room may use, besides itself. A room that is not here may not be. */
    private static final Map<String, Set<String>> MAP = map();

    private static Map<String, Set<String>> map() {
        Map<String, Set<String>> map = new TreeMap<>();
        map.put("kernel", Set.of());
        map.put("database", Set.of("kernel"));
        room(map, "web", "kernel");
        // its command beside the service speaks the words of the house
        room(map, "seal", "web");
        // traces are told how long statements take
        room(map, "watch", "web", "database");
        room(map, "account", "web", "seal", "watch");
        room(map, "catalogue", "account");
        room(map, "place", "catalogue");
        room(map, "setup", "place");
        room(map, "donor", "account");
        room(map, "recipient", "account");
        room(map, "drive", "place", "catalogue");
        room(map, "paper", "account");
        // the ledger says some things to H2 and to PostgreSQL in different words
        room(map, "programme", "place", "catalogue");
        room(map, "stock", "catalogue", "place", "database", "paper", "programme");
        room(map, "upkeep", "stock");
        room(map, "container", "stock");
        room(map, "warehouse", "container");
        room(map, "stocktake", "container");
        room(map, "shipment", "container");
        room(map, "mail", "donor");
        room(map, "intake", "stock", "donor", "mail", "drive");
        room(map, "workshop", "stock", "drive");
        room(map, "fund", "intake", "recipient");
        room(map, "sale", "fund");
        room(map, "need", "stock", "recipient", "drive");
        room(map, "help", "account");
        room(map, "referral", "need");
        room(map, "matching", "need");
        room(map, "dispatch", "need");
        room(map, "portal", "dispatch", "referral");
        room(map, "round", "dispatch", "place");
        room(map, "picture", "dispatch", "container");
        room(map, "retention", "dispatch");
        room(map, "trace", "intake", "dispatch", "picture", "workshop", "sale", "shipment");
        room(map, "mydata", "trace");
        room(map, "report", "trace", "matching", "round", "warehouse", "stocktake", "referral");
        room(map, "sheet", "web");
        room(map, "exchange", "report", "sheet", "mydata", "container", "shipment");
        room(map, "archive", "exchange");
        room(map, "guide", "account");
        room(map, "demo", "trace", "setup", "mydata", "retention", "warehouse", "stocktake", "report", "portal", "help", "exchange");
        return map;
    }

    /** A room may use the ones named, and what they may use. */
    private static void room(Map<String, Set<String>> map, String room, String... used) {
        Set<String> may = new TreeSet<>();
        for (String each : used) {
            may.add(each);
            may.addAll(map.get(each));
        }
        map.put(room, may);
    }

    private static String roomOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(HOUSE)) {
            return null;
        }
        return name.substring(HOUSE.length()).split("\\.")[0];
    }

    @Test
    void everyRoomUsesOnlyWhatTheMapAllows() {
        classes().should(new ArchCondition<JavaClass>("use only what the map allows") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String room = roomOf(type);
                        Set<String> may = MAP.get(room);
                        if (may == null) {
                            events.add(SimpleConditionEvent.violated(type, "no room " + room + " on the map: " + type.getName()));
                            return;
                        }
                        type.getDirectDependenciesFromSelf().forEach(use -> {
                            String used = roomOf(use.getTargetClass().getBaseComponentType());
                            if (used != null && !used.equals(room) && !may.contains(used)) {
                                events.add(SimpleConditionEvent.violated(type, use.getDescription()));
                            }
                        });
                    }
                })
                .check(ALL);
    }

    @Test
    void roomsHaveNoCircles() {
        slices().matching(HOUSE + "(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void everyDoorSaysWhoMayComeIn() {
        List<JavaMethod> doors = ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .toList();
        assertThat(doors).isNotEmpty();
        assertThat(doors)
                .filteredOn(door -> door.isAnnotatedWith(OpenTo.class) == door.isAnnotatedWith(OpenToAnyone.class))
                .extracting(JavaMethod::getFullName)
                .as("doors that say nothing, or two things, of who may come in")
                .isEmpty();
    }

    @Test
    void aResourceIsUnderApiAndPagesAreNot() {
        List<String> wrong = ALL.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .filter(type -> type.getAnnotationOfType(Path.class).value().startsWith("/api/")
                        != type.getSimpleName().endsWith("Resource"))
                .map(JavaClass::getName)
                .toList();
        assertThat(wrong).as("a Resource is under /api, and only it").isEmpty();
    }

    @Test
    void namesAreWordsOfTheWork() {
        noClasses()
                .that(DescribedPredicate.describe("people wrote", type -> !type.getSimpleName().endsWith("MapperImpl")))
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveNameMatching(".*Utils?")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*D[tT][oO]s?")
                .check(ALL);
    }

    @Test
    void onlyTheLedgersRoomWritesStock() {
        Set<String> entities = Set.of("Lot", "Movement", "Balance", "Allocation", "Conversion");
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + "stock..")
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe("makes or changes stock", (JavaCall<?> call) -> {
                    AccessTarget target = call.getTarget();
                    JavaClass owner = target.getOwner();
                    if (!owner.getPackageName().equals(HOUSE + "stock")) {
                        return false;
                    }
                    String name = target.getName();
                    boolean makes = name.equals("<init>") && entities.contains(owner.getSimpleName());
                    boolean changes = entities.contains(owner.getSimpleName()) && name.startsWith("set");
                    boolean stores = owner.isAssignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase")
                            && (name.startsWith("persist") || name.startsWith("delete") || name.startsWith("update"));
                    return makes || changes || stores;
                }))
                .check(ALL);
    }

    @Test
    void onlyTheHousesClockSaysWhatTimeItIs() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HOUSE + "kernel.HouseClock")
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe("asks another clock", (JavaCall<?> call) -> {
                    AccessTarget target = call.getTarget();
                    String owner = target.getOwner().getName();
                    String name = target.getName();
                    List<String> given = call.getTarget().getParameterTypes().stream()
                            .map(each -> each.toErasure().getName())
                            .toList();
                    return owner.startsWith("java.time.") && name.equals("now") && !given.contains("java.time.Clock")
                            || owner.equals("java.time.Clock") && name.matches("system.*|tick.*")
                            || owner.equals("java.util.Date") && name.equals("<init>") && given.isEmpty()
                            || owner.equals("java.util.Calendar") && name.equals("getInstance")
                            || owner.equals("java.lang.System") && name.equals("currentTimeMillis");
                }))
                .check(ALL);
    }

    @Test
    void onlyTheVisitorSaysWhereARequestComesFrom() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HOUSE + "web.Visitor")
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "asks the connection for its address, which behind a proxy is the proxy's or made up",
                        (JavaCall<?> call) -> call.getTarget().getName().equals("remoteAddress")))
                .check(ALL);
    }

    @Test
    void thereIsAMapToCheckAgainst() {
        Set<String> rooms = new TreeSet<>();
        ALL.forEach(type -> rooms.add(roomOf(type)));
        assertThat(rooms).contains("kernel", "web", "account", "stock", "drive").isSubsetOf(MAP.keySet());
    }
}
