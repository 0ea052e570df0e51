package org.kindtrail.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kindtrail.account.Installations;
import org.kindtrail.account.Role;
import org.kindtrail.account.SignIn;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.OwnersOnly;

/**
 * Fills an empty installation with the stories and says how to sign in, on the console and in {@code demo.json} beside the
 * data. Its codes are the same each time, because the description of the API shows them; so are its secrets, which is
 * why it is for looking and trying only.
 */
@ApplicationScoped
class Demonstration {
    private static final long SEED = 20261122;

    private final Installations installations;
    private final DemonstrationHouse house;
    private final StoryOne storyOne;
    private final ThingsToTry thingsToTry;
    private final LostTelephones lostTelephones;
    private final PicturesToTry picturesToTry;
    private final DonorsToTry donorsToTry;
    private final StoryTwo storyTwo;
    private final StoryThree storyThree;
    private final SalesToTry salesToTry;
    private final StoryFive storyFive;
    private final RoadToTry roadToTry;
    private final StoryFour storyFour;
    private final NeedsToTry needsToTry;
    private final RoundsToTry roundsToTry;
    private final SheetsToTry sheetsToTry;
    private final SignIn signIn;
    private final Codes codes;
    private final ObjectMapper json;
    private final boolean wanted;
    private final String address;
    private final Path data;

    Demonstration(
            Installations installations,
            DemonstrationHouse house,
            StoryOne storyOne,
            ThingsToTry thingsToTry,
            LostTelephones lostTelephones,
            PicturesToTry picturesToTry,
            DonorsToTry donorsToTry,
            StoryTwo storyTwo,
            StoryThree storyThree,
            SalesToTry salesToTry,
            StoryFive storyFive,
            RoadToTry roadToTry,
            StoryFour storyFour,
            NeedsToTry needsToTry,
            RoundsToTry roundsToTry,
            SheetsToTry sheetsToTry,
            SignIn signIn,
            Codes codes,
            ObjectMapper json,
            @ConfigProperty(name = "kindtrail.demo", defaultValue = "false") boolean wanted,
            @ConfigProperty(name = "kindtrail.address") String address,
            @ConfigProperty(name = "kindtrail.data") Path data) {
        this.installations = installations;
        this.house = house;
        this.storyOne = storyOne;
        this.thingsToTry = thingsToTry;
        this.lostTelephones = lostTelephones;
        this.picturesToTry = picturesToTry;
        this.donorsToTry = donorsToTry;
        this.storyTwo = storyTwo;
        this.storyThree = storyThree;
        this.salesToTry = salesToTry;
        this.storyFive = storyFive;
        this.roadToTry = roadToTry;
        this.storyFour = storyFour;
        this.needsToTry = needsToTry;
        this.roundsToTry = roundsToTry;
        this.sheetsToTry = sheetsToTry;
        this.signIn = signIn;
        this.codes = codes;
        this.json = json;
        this.wanted = wanted;
        this.address = address.replaceFirst("/+$", "");
        this.data = data;
    }

    /** After the standard catalogue is there and before a set-up code is announced. */
    void tell(@Observes @Priority(100) StartupEvent start) {
        if (!wanted) {
            return;
        }
        if (installations.isSetUp()) {
            System.out.println("The database is not empty: the demonstration changes nothing.");
            return;
        }
        codes.drawFrom(new Random(SEED));
        Map<String, Object> told;
        try {
            told = told();
        } finally {
            codes.drawAtRandom();
        }
        write(told);
    }

    private Map<String, Object> told() {
        DemonstrationHouse.Keys keys = house.found();
        StoryOne.Told first = storyOne.tell(keys);
        thingsToTry.lay(keys, first.drive());
        lostTelephones.lay(keys);
        picturesToTry.hang(keys, first.drive());
        String ownCode = donorsToTry.know(keys, first.drive());
        StoryTwo.Told second = storyTwo.tell(keys);
        StoryThree.Told third = storyThree.tell(keys);
        salesToTry.lay(keys);
        StoryFive.Told fifth = storyFive.tell(keys);
        String handover = "/z/" + roadToTry.lay(keys, fifth);
        StoryFour.Told fourth = storyFour.tell(keys);
        NeedsToTry.Laid laid = needsToTry.lay(keys, fourth);
        roundsToTry.lay(keys, fourth);
        sheetsToTry.lay(keys, first.drive(), fourth);
        Map<String, Object> people = new LinkedHashMap<>();
        keys.people().forEach((role, person) -> people.put(
                role.word(), Map.of("name", person.name(), "password", person.password(), "token", person.token())));
        people.put(
                Role.PARTNER.word(),
                Map.of(
                        "name", fourth.shelter().name(),
                        "password", fourth.shelter().password(),
                        "token", signIn.token(fourth.shelters(), "demonstration")));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("address", address);
        all.put("people", people);
        all.put(
                "beside",
                Map.of("organisation", fifth.organisation(), "name", fifth.name(), "password", fifth.password()));
        all.put(
                "besides",
                Map.of(
                        "organisation", fourth.beside().of(),
                        "name", fourth.beside().name(),
                        "password", fourth.beside().password()));
        all.put("ownData", Map.of("address", address + "/mine", "code", ownCode));
        all.put(
                "stories",
                Map.of(
                        "1",
                        Map.of(
                                "tracking", first.tracking().stream().map(path -> address + path).toList(),
                                "drive", address + "/d/" + first.drive(),
                                "confirmation", address + first.confirmation()),
                        "2",
                        Map.of(
                                "tracking", List.of(address + second.tracking()),
                                "drive", address + "/d/" + second.drive(),
                                "fund", address + "/funds/" + second.fund()),
                        "3",
                        Map.of(
                                "tracking", List.of(address + third.tracking()),
                                "drive", address + "/d/" + third.workshop(),
                                "sale", address + "/d/" + third.sale(),
                                "fund", address + "/funds/" + third.fund()),
                        "4",
                        Map.of(
                                "drive", address + "/d/" + fourth.drive(),
                                "programme", address + "/programmes/" + fourth.programme(),
                                "report", address + "/reports/" + fourth.report(),
                                "wishes", address + "/wishes/" + laid.wishes(),
                                "link", address + laid.link(),
                                "help", address + laid.help()),
                        "5",
                        Map.of(
                                "tracking", List.of(address + fifth.tracking()),
                                "drive", address + "/d/" + fifth.drive(),
                                "handover", address + handover)));
        keys.people().forEach((role, person) ->
                System.out.printf("%-14s sign in as %-14s password %s%n", role.word(), person.name(), person.password()));
        System.out.printf(
                "%-14s sign in as %-14s password %s, of %s%n", "coordinator", fifth.name(), fifth.password(), fifth.organisation());
        for (StoryFour.Told.SignIn each : List.of(fourth.beside(), fourth.shelter())) {
            System.out.printf(
                    "%-14s sign in as %-14s password %s, of %s%n",
                    each == fourth.shelter() ? Role.PARTNER.word() : Role.COORDINATOR.word(), each.name(), each.password(), each.of());
        }
        System.out.println("A shelter's own person comes in by " + address + laid.link());
        System.out.println("Donors' pages, of clothes that were given, sold for chair-beds, made into cards, and of beds that went by three houses:");
        List.of(first.tracking().get(0), second.tracking(), third.tracking(), fifth.tracking())
                .forEach(page -> System.out.println("  " + address + page));
        System.out.println("The same is in " + data.resolve("demo.json") + ". Its secrets are known to everybody: keep nothing real here.");
        return all;
    }

    private void write(Map<String, Object> told) {
        try {
            OwnersOnly.makeFolder(data);
            OwnersOnly.write(
                    data.resolve("demo.json"),
                    json.writerWithDefaultPrettyPrinter().writeValueAsString(told) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
