package org.kindtrail.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;

/** Who could be meant by what the public reads, and that a coordinator is shown beforehand what it will read. */
@HouseTest
class PublicWordsTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    RecipientService recipients;

    @Inject
    PublicWords publicWords;

    AnOrganisation.House house;
    /** A region of its own for each test: regions are counted over the whole installation. */
    String region;

    @BeforeEach
    void open() {
        house = organisations.open();
        region = "Region " + UUID.randomUUID().toString().substring(0, 8);
    }

    private DescribeRecipient described(String where, Disclosure disclosure, String words) {
        return new DescribeRecipient(
                "Alias " + UUID.randomUUID(), RecipientKind.GROUP, "KZ", where, disclosure,
                disclosure == Disclosure.NAMED ? words : null, disclosure == Disclosure.DESCRIBED ? words : null, null);
    }

    private RecipientView add(DescribeRecipient command) {
        return house.as(Role.COORDINATOR, () -> recipients.add(command));
    }

    private RecipientView add(Disclosure disclosure) {
        return add(described(region, disclosure, "Group " + UUID.randomUUID()));
    }

    private String words(RecipientView recipient) {
        return house.as(Role.COORDINATOR, () -> recipients.get(recipient.code()).publicWords());
    }

    /** As the pages read it, with others of whom they speak. */
    private String inPublic(RecipientView recipient, RecipientView... others) {
        List<RecipientView> all = new ArrayList<>(List.of(others));
        all.add(recipient);
        Set<PublicWords.Subject> subjects = new HashSet<>();
        all.forEach(each -> subjects.add(subject(each)));
        return house.as(Role.VOLUNTEER, () -> publicWords.say(subjects, Locale.ENGLISH).get(subject(recipient)));
    }

    private static PublicWords.Subject subject(RecipientView view) {
        return new PublicWords.Subject(
                view.kind(), view.country(), view.region(), view.disclosure(), view.publicName(), view.description());
    }

    @Test
    void whenTwoOfThreeAreNamedTheThirdIsNotFoundByExclusion() {
        RecipientView third = add(Disclosure.REGION);
        add(Disclosure.NAMED);
        add(Disclosure.NAMED);
        assertThat(words(third)).isEqualTo("a group in Kazakhstan");
        add(Disclosure.HIDDEN);
        add(Disclosure.DESCRIBED);
        assertThat(words(third)).isEqualTo("a group in Kazakhstan");
        add(Disclosure.HIDDEN);
        assertThat(words(third)).isEqualTo("a group in " + region);
    }

    @Test
    void whoIsToldApartByADescriptionOfItsOwnHasNobodyToHideAmongButThoseOfWhomNoMoreIsSaid() {
        RecipientView floods = add(described(region, Disclosure.DESCRIBED, "a group from the floods"));
        RecipientView fire = add(described(region, Disclosure.DESCRIBED, "a group from the fire"));
        add(described(region, Disclosure.DESCRIBED, "a group from the storm"));
        assertThat(words(floods)).isEqualTo("a group from the floods, Kazakhstan");
        add(described(region, Disclosure.DESCRIBED, "a group from the floods"));
        add(Disclosure.REGION);
        assertThat(words(floods)).isEqualTo("a group from the floods, " + region);
        assertThat(words(fire)).isEqualTo("a group from the fire, Kazakhstan");
    }

    @Test
    void aRegionIsOneHoweverItIsTypedAndIsSpelledAlikeForAll() {
        RecipientView one = add(described(region + " Hill", Disclosure.REGION, null));
        RecipientView two = add(described("  " + region.toUpperCase(Locale.ROOT) + "   hill ", Disclosure.REGION, null));
        RecipientView three = add(described(region.toLowerCase(Locale.ROOT) + " HILL", Disclosure.REGION, null));
        assertThat(words(one)).isNotEqualTo("a group in Kazakhstan").isEqualTo(words(two)).isEqualTo(words(three));
        assertThat(List.of(inPublic(one), inPublic(two, one), inPublic(three, two))).containsOnly(words(one));
    }

    @Test
    void whoIsRetiredIsNotGivenToAndDoesNotCount() {
        RecipientView one = add(Disclosure.REGION);
        RecipientView two = add(Disclosure.REGION);
        add(Disclosure.REGION);
        house.as(Role.COORDINATOR, () -> recipients.retire(two.code()));
        assertThat(words(one)).isEqualTo("a group in Kazakhstan");
        assertThat(words(two)).isEqualTo("a group in Kazakhstan");
        house.as(Role.COORDINATOR, () -> recipients.reinstate(two.code()));
        assertThat(words(one)).isEqualTo("a group in " + region);
    }

    @ParameterizedTest
    @CsvSource({"NAMED", "DESCRIBED", "REGION", "HIDDEN"})
    void whatIsPreviewedIsWhatIsReadOnceItIsSaved(Disclosure disclosure) {
        for (int others = 0; others < 4; others++) {
            for (Disclosure among : Disclosure.values()) {
                region = "Region " + UUID.randomUUID().toString().substring(0, 8);
                for (int i = 0; i < others; i++) {
                    add(described(region, among, "the same words"));
                }
                DescribeRecipient command = described(region + " ", disclosure, "the same words");
                PublicWords.Said previewed = house.as(Role.COORDINATOR, () -> recipients.preview(null, command));
                isRead(add(command), previewed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Disclosure.class)
    void theSameWhenOneIsChangedAndWhenItIsRetired(Disclosure disclosure) {
        for (Disclosure before : Disclosure.values()) {
            for (boolean retired : List.of(false, true)) {
                region = "Region " + UUID.randomUUID().toString().substring(0, 8);
                add(Disclosure.REGION);
                add(Disclosure.HIDDEN);
                RecipientView changed = add(described(region, before, "the same words"));
                if (retired) {
                    house.as(Role.COORDINATOR, () -> recipients.retire(changed.code()));
                }
                DescribeRecipient command = described(region.toUpperCase(Locale.ROOT), disclosure, "other words");
                PublicWords.Said previewed = house.as(Role.COORDINATOR, () -> recipients.preview(changed.code(), command));
                isRead(
                        house.as(Role.COORDINATOR, () -> recipients.change(
                                changed.code(), recipients.get(changed.code()).version(), command)),
                        previewed);
            }
        }
    }

    private void isRead(RecipientView saved, PublicWords.Said previewed) {
        assertThat(saved.publicWords()).isEqualTo(previewed.words());
        assertThat(saved.widened()).isEqualTo(previewed.widened());
        assertThat(words(saved)).isEqualTo(previewed.words());
        assertThat(inPublic(saved)).isEqualTo(previewed.words());
    }
}
