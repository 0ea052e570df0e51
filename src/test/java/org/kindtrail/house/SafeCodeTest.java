package org.kindtrail.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the code of the house does not do, because somebody outside could make it do it for them. */
@Tag("once")
class SafeCodeTest {
    private static final String HOUSE = "org.kindtrail.";
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.kindtrail");

    /** What opens a connection to somewhere. What comes in has other types. */
    private static final String REACHES_OUT = "java\\.net\\.(?:Server|Datagram|Multicast)?Socket"
            + "|java\\.net\\.(?:Http|Jar)?URLConnection|java\\.net\\.http\\..*|javax\\.net\\..*"
            + "|java\\.nio\\.channels\\..*(?:Socket|Datagram).*|com\\.sun\\.net\\..*|java\\.rmi\\..*"
            + "|io\\.vertx\\.core\\.http\\.(?:HttpClient|WebSocketClient).*|io\\.vertx\\.core\\.net\\.Net(?:Client|Socket|Server).*"
            + "|io\\.vertx\\.core\\.datagram\\..*|io\\.vertx\\.ext\\.web\\.client\\..*|io\\.netty\\..*"
            + "|jakarta\\.ws\\.rs\\.client\\..*|org\\.eclipse\\.microprofile\\.rest\\.client\\..*"
            + "|jakarta\\.mail\\..*|org\\.eclipse\\.angus\\..*|io\\.opentelemetry\\.(?:exporter|sdk\\.trace\\.export)\\..*";
    /**
     * What a setting alone makes them do, and of which nobody who comes to the house can say where: traces go to the collector that who
     * runs it names; the metrics' port is opened, which lets somebody in and goes nowhere.
     */
    private static final Set<String> FOR_WHO_RUNS_IT =
            Set.of(HOUSE + "watch.Tracing", HOUSE + "watch.Tracing$Begun", HOUSE + "watch.Traces", HOUSE + "watch.Scrape");
    /** Where an address in digits is read, which asks nobody. */
    private static final Set<String> READS_ADDRESSES = Set.of(HOUSE + "web.Network");
    /** What watches the lines that others have opened. */
    private static final Set<String> WATCHES_LINES = Set.of(
            HOUSE + "web.Line", HOUSE + "web.Lines", HOUSE + "web.NewLines");
    /** Where a code follows from the secret itself (docs/adr/0004). */
    private static final Set<String> MAKES_CODES = Set.of(
            HOUSE + "web.HouseSecret", HOUSE + "intake.TrackingCodes", HOUSE + "dispatch.ConfirmationKeys",
            HOUSE + "donor.OwnCodes");

    private static DescribedPredicate<JavaClass> named(String pattern) {
        Predicate<String> wanted = Pattern.compile(pattern).asMatchPredicate();
        return DescribedPredicate.describe(pattern, type -> wanted.test(type.getName()));
    }

    private static void nobodyUses(String pattern) {
        noClasses().should().dependOnClassesThat(named(pattern)).check(ALL);
    }

    private static DescribedPredicate<JavaCall<?>> calls(String owners, String names) {
        Predicate<String> owner = Pattern.compile(owners).asMatchPredicate();
        Predicate<String> name = Pattern.compile(names).asMatchPredicate();
        return DescribedPredicate.describe(owners + "." + names, call -> {
            AccessTarget target = call.getTarget();
            return owner.test(target.getOwner().getName()) && name.test(target.getName());
        });
    }

    private static DescribedPredicate<JavaClass> otherThan(Set<String> these) {
        return DescribedPredicate.describe("other than " + these, type -> !these.contains(type.getName()));
    }

    @Test
    void onlyTheMailRoomReachesOutAndTracesIfSet() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + "mail..")
                .and(otherThan(FOR_WHO_RUNS_IT))
                .and(otherThan(WATCHES_LINES))
                .should()
                .dependOnClassesThat(named(REACHES_OUT))
                .orShould()
                .callCodeUnitWhere(calls("java\\.net\\.(?:URL|URI)", "openStream|openConnection|getContent"))
                .orShould()
                .callCodeUnitWhere(calls("io\\.vertx\\..*Vertx", "create(?:Http|Net|Dns|WebSocket|Datagram).*"))
                .check(ALL);
    }

    /** They see bytes that come and go, and open nothing. */
    @Test
    void whoWatchesLinesOpensNone() {
        noClasses()
                .that(DescribedPredicate.not(otherThan(WATCHES_LINES)))
                .should()
                .dependOnClassesThat(named("io\\.netty\\.bootstrap\\.(?:Server)?Bootstrap|io\\.netty\\.channel\\.(?:socket|nio|epoll)\\..*"))
                .check(ALL);
    }

    @Test
    void noNameIsLookedUp() {
        noClasses()
                .that(otherThan(READS_ADDRESSES))
                .should()
                .callCodeUnitWhere(calls("java\\.net\\.InetAddress", "getByName|getAllByName|getLocalHost|getHostName|getCanonicalHostName"))
                .check(ALL);
    }

    @Test
    void noProgramIsStarted() {
        noClasses()
                .should()
                .callCodeUnitWhere(calls("java\\.lang\\.Runtime", "exec|load|loadLibrary"))
                .orShould()
                .callCodeUnitWhere(calls("java\\.lang\\.System", "load|loadLibrary"))
                .check(ALL);
        nobodyUses("java\\.lang\\.ProcessBuilder.*");
    }

    @Test
    void noObjectIsMadeOfBytesThatComeIn() {
        nobodyUses("java\\.io\\.ObjectInputStream.*|java\\.beans\\.XMLDecoder|javax\\.management\\..*");
        noClasses()
                .should()
                .callCodeUnitWhere(calls("com\\.fasterxml\\..*", "enableDefaultTyping.*|activateDefaultTyping.*"))
                .check(ALL);
    }

    @Test
    void noCodeIsMadeOfText() {
        nobodyUses("javax\\.script\\..*|javax\\.tools\\..*|java\\.net\\.URLClassLoader|java\\.lang\\.invoke\\.MethodHandles\\$Lookup"
                + "|jakarta\\.el\\..*|org\\.mvel.*");
    }

    @Test
    void nothingIsLookedUpInADirectory() {
        nobodyUses("javax\\.naming\\..*");
    }

    /** Whoever needs one hardens it, and says so here. */
    @Test
    void noXmlIsRead() {
        nobodyUses("javax\\.xml\\..*|org\\.xml\\..*|org\\.w3c\\.dom\\..*|com\\.fasterxml\\.jackson\\.dataformat\\.xml\\..*");
    }

    /** The demonstration repeats itself; who tries again at once waits a random moment. Nothing of either opens anything. */
    @Test
    void whatCanBeForetoldIsNotUsedWhereSomethingIsOpened() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + "demo..")
                .should()
                .dependOnClassesThat(named("java\\.util\\.(?:Random|SplittableRandom)"))
                .orShould()
                .callCodeUnitWhere(calls("java\\.lang\\.Math", "random"))
                .check(ALL);
        noClasses()
                .that(otherThan(Set.of(HOUSE + "account.Once")))
                .should()
                .dependOnClassesThat(named("java\\.util\\.concurrent\\.ThreadLocalRandom"))
                .check(ALL);
    }

    /** Modes, nonces and tags are the business of a library that does nothing else. */
    @Test
    void nobodyHandlesACipherByHand() {
        nobodyUses("javax\\.crypto\\.Cipher|javax\\.crypto\\.spec\\.(?:IvParameterSpec|GCMParameterSpec)");
    }

    @Test
    void everyPurposeHasAKeyOfItsOwn() {
        noClasses()
                .that(otherThan(MAKES_CODES))
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "takes the secret of the house without a purpose",
                        call -> call.getTarget().getOwner().isAssignableTo(HOUSE + "web.HouseSecret")
                                && call.getTarget().getName().equals("secret")
                                && call.getTarget().getParameterTypes().isEmpty()))
                .check(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.net.Socket", "java.net.http.HttpClient", "java.nio.channels.AsynchronousSocketChannel",
                "io.vertx.core.net.NetClient", "io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter", "jakarta.mail.Transport", "javax.net.ssl.SSLSocketFactory"
            })
    void whatReachesOutIsKnownAsThat(String type) {
        assertThat(type).matches(REACHES_OUT);
    }

    @Test
    void whatComesInIsNotTakenForIt() {
        assertThat("io.vertx.core.http.HttpServerRequest").doesNotMatch(REACHES_OUT);
        assertThat("java.net.URI").doesNotMatch(REACHES_OUT);
    }
}
