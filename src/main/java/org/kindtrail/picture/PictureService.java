package org.kindtrail.picture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Forbidden;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;

/** Photographs and stories: added, consented to, withdrawn. */
@ApplicationScoped
public class PictureService {
    private final Pictures pictures;
    private final Cleaning cleaning;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    PictureService(
            Pictures pictures, Cleaning cleaning, Rules rules, Scope scope, Codes codes, History history, Clock clock) {
        this.pictures = pictures;
        this.cleaning = cleaning;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * A photograph without its image yet, or a story.
     *
     * @throws Invalid naming the fields at fault
     */
    @Transactional
    public PictureView add(AddPicture command) {
        return pictures.after(added(command));
    }

    /** A photograph with its image. */
    @Transactional
    public PictureView add(AddPicture command, CleanPicture image) {
        Picture picture = added(command);
        picture.illustrate(image);
        pictures.keepImage(picture, image);
        return pictures.after(picture);
    }

    private Picture added(AddPicture command) {
        rules.check(command);
        check(command);
        About about = pictures.about(command.about())
                .orElseThrow(() -> Invalid.field(
                        "about", "error_picture_about", Map.of("given", Given.shortened(command.about()))));
        Picture picture = new Picture(
                scope.organisation(), codes.next(CodeKind.PICTURE), command, about, clock.instant(), scope.person());
        pictures.persist(picture);
        pictures.flush();
        history.note(picture.getCode(), "picture_added", about.code(), null);
        history.note(about.code(), "picture_added", picture.getCode(), null);
        return picture;
    }

    private static void check(AddPicture command) {
        List<FieldError> faults = new ArrayList<>();
        if (command.kind() == PictureKind.STORY && isEmpty(command.words())) {
            faults.add(new FieldError("words", "error_text_missing"));
        }
        if (command.kind() == PictureKind.PHOTOGRAPH && isEmpty(command.shows())) {
            faults.add(new FieldError("shows", "error_picture_shows"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static boolean isEmpty(String typed) {
        return typed == null || typed.isBlank();
    }

    /**
     * Whether the photograph takes an image from who asks; before a file is looked at that could be large.
     *
     * @throws Forbidden when somebody else added it
     * @throws org.kindtrail.kernel.Refused when people outside see it already, or it is none that takes one
     */
    @Transactional
    public void mayTakeImage(String code) {
        taking(code);
    }

    private Picture taking(String code) {
        Picture picture = pictures.lock(code);
        if (!picture.wasAddedBy(scope.person()) && !scope.has(Role.COORDINATOR)) {
            throw new Forbidden("error_forbidden");
        }
        picture.mustTakeImage();
        return picture;
    }

    /**
     * Cleans what came; takes a moment, and no transaction.
     *
     * @throws Invalid naming the field when it is no photograph that can be taken
     */
    public CleanPicture clean(String field, byte[] file) {
        return cleaning.clean(field, file);
    }

    /** The photograph's image from now on; a consent for the one before does not stand for it. */
    @Transactional
    public PictureView illustrate(String code, CleanPicture image) {
        Picture picture = taking(code);
        picture.illustrate(image);
        pictures.keepImage(picture, image);
        history.note(picture.getCode(), "picture_illustrated", null, null);
        return pictures.after(picture);
    }

    /** @throws NotFound when there is none such, or who asks may not see it */
    @Transactional
    public PictureView get(String code) {
        return pictures.get(code);
    }

    /** The image as a JPEG; @throws NotFound when there is none */
    @Transactional
    public byte[] image(String code) {
        return pictures.image(code).orElseThrow(() -> new NotFound(code));
    }

    /**
     * @param about code of a drive, dispatch, delivery, lot or container; null for all
     * @param waiting only those without a consent that stands
     * @throws NotFound when there is no such thing to be about
     */
    @Transactional
    public Page<PictureView> list(String about, boolean waiting, String after, int size) {
        About of = about == null ? null : pictures.about(about).orElseThrow(() -> new NotFound(about));
        return Page.of(pictures.newest(of, waiting, Cursor.id(after), size + 1), size, Pictures.Row::id)
                .map(Pictures.Row::view);
    }

    /** The consent stands from now on, in the place of the one before. */
    @Transactional
    public PictureView consent(String code, RecordConsent command) {
        rules.check(command);
        if (command.how() == null && command.by() != ConsentBy.NOBODY_SHOWN) {
            throw Invalid.field("how", "error_notnull");
        }
        Picture picture = pictures.lock(code);
        PictureConsent consent = new PictureConsent(picture.getId(), command, clock.instant(), scope.person());
        pictures.record(consent);
        picture.consent(consent);
        history.note(picture.getCode(), "picture_consented", command.audience().word(), null);
        return pictures.after(picture);
    }

    /** Those who consented think otherwise: image and words are gone when this returns. */
    @Transactional
    public PictureView withdraw(String code, EndPicture command) {
        return end(code, command, Picture.Ending.WITHDRAWN, "picture_withdrawn");
    }

    /** The house does not want it: the same. */
    @Transactional
    public PictureView remove(String code, EndPicture command) {
        return end(code, command, Picture.Ending.REMOVED, "picture_removed");
    }

    private PictureView end(String code, EndPicture command, Picture.Ending how, String happened) {
        rules.check(command);
        Picture picture = pictures.lock(code);
        picture.end(how, clock.instant(), scope.person(), command.why());
        pictures.deleteImage(picture);
        PictureView ended = pictures.after(picture);
        history.note(picture.getCode(), happened, null, picture.getEndedWhy());
        history.note(ended.about(), happened, picture.getCode(), null);
        return ended;
    }
}
