package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.Role;
import org.kindtrail.dispatch.Dispatch;
import org.kindtrail.dispatch.DispatchService;
import org.kindtrail.kernel.Page;
import org.kindtrail.picture.AddPicture;
import org.kindtrail.picture.Audience;
import org.kindtrail.picture.ConsentBy;
import org.kindtrail.picture.ConsentHow;
import org.kindtrail.picture.PictureKind;
import org.kindtrail.picture.PictureService;
import org.kindtrail.picture.RecordConsent;

/** Photographs and stories to look at and to try things on; the photographs are drawn, and show nobody. */
@ApplicationScoped
class PicturesToTry {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private final Acting acting;
    private final Clock clock;
    private final PictureService pictures;
    private final DispatchService dispatches;

    PicturesToTry(Acting acting, Clock clock, PictureService pictures, DispatchService dispatches) {
        this.acting = acting;
        this.clock = clock;
        this.pictures = pictures;
        this.dispatches = dispatches;
    }

    void hang(DemonstrationHouse.Keys keys, String drive) {
        String school = as(keys, Role.DISTRIBUTOR, () -> dispatches.list(Dispatch.State.DELIVERED, null, null, Page.MOST))
                .rows()
                .stream()
                .filter(row -> row.recipientAlias().equals(StoryOne.SCHOOL))
                .findFirst()
                .orElseThrow()
                .code();
        consented(keys, Audience.PUBLIC, photograph(keys, drive, "The first boxes are packed.", "Three boxes on a table.", 3));
        consented(keys, Audience.PUBLIC, photograph(keys, school, null, "Five boxes on a table, and a pair of boots below it.", 5));
        consented(keys, Audience.PUBLIC, story(keys, drive, "Somebody put a note into a pocket: \"Keep warm.\" It went on with the coat."));
        photograph(keys, drive, null, "Two boxes on a table.", 2);
        photograph(keys, drive, "Shelf A is full.", "Four boxes on a table.", 4);
        consented(keys, Audience.DONORS, story(keys, school, "The blankets were on the beds before the evening."));
    }

    private <T> T as(DemonstrationHouse.Keys keys, Role role, Supplier<T> work) {
        return acting.as(keys.person(role), work);
    }

    private String photograph(DemonstrationHouse.Keys keys, String about, String words, String shows, int boxes) {
        return as(
                keys,
                Role.VOLUNTEER,
                () -> pictures.add(
                                new AddPicture(PictureKind.PHOTOGRAPH, about, words, shows),
                                pictures.clean("photograph", DrawnBoxes.png(boxes)))
                        .code());
    }

    private String story(DemonstrationHouse.Keys keys, String about, String words) {
        return as(
                keys,
                Role.VOLUNTEER,
                () -> pictures.add(new AddPicture(PictureKind.STORY, about, words, null)).code());
    }

    private void consented(DemonstrationHouse.Keys keys, Audience audience, String code) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), ALMATY).minusDays(1);
        as(
                keys,
                Role.COORDINATOR,
                () -> pictures.consent(
                        code, new RecordConsent(audience, ConsentBy.PLACE_KEEPER, ConsentHow.SPOKEN, yesterday)));
    }
}
