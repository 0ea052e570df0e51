package org.kindtrail.picture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;

/**
 * What people outside the house may see. What may be told of a dispatch, and when, is not decided here: who asks says it.
 */
@ApplicationScoped
public class ShownPictures {
    /** More on one page nobody looks at. */
    static final int MOST = 12;

    /** So many are looked at for those that may be told already. */
    private static final int MOST_READ = 100;

    private static final Long NONE = -1L;
    private static final String SHOWN =
            """
            from Picture p left join Drive v on v.id = p.driveId join PictureConsent c on c.id = p.consentId %s
            where p.audience in :audiences and p.ending is null and (v.code = :drive or p.dispatchId in :dispatches)""";

    private final EntityManager database;

    ShownPictures(EntityManager database) {
        this.database = database;
    }

    /**
     * Which pictures a page is for.
     *
     * @param drive code of the drive
     * @param dispatches ids of the dispatches of which it is told that they arrived
     * @param told whether it may be told of one of these dispatches that something was recorded at that moment
     */
    public record Page(String drive, Collection<Long> dispatches, BiPredicate<Long, Instant> told) {
        private boolean tells(Object[] row) {
            return row[1] == null || told.test((Long) row[1], (Instant) row[2]);
        }
    }

    /** For one to whom it is told what became of a gift: the newest, at most {@value #MOST}, in no order of time. */
    public List<ShownPicture> toDonors(Page page) {
        return newest(Audience.WITH_DONORS, page);
    }

    /** For everybody who reads the drive's page. */
    public List<ShownPicture> toEverybody(Page page) {
        return newest(Audience.WITH_EVERYBODY, page);
    }

    /** The image of one that {@link #toDonors} may show; a JPEG. */
    public Optional<byte[]> imageForDonors(String code, Page page) {
        return image(code, Audience.WITH_DONORS, page);
    }

    /** The image of one that {@link #toEverybody} may show; a JPEG. */
    public Optional<byte[]> imageForEverybody(String code, Page page) {
        return image(code, Audience.WITH_EVERYBODY, page);
    }

    private List<ShownPicture> newest(Set<Audience> audiences, Page page) {
        return asked("p, p.dispatchId, c.recordedAt", "", " order by p.id desc", audiences, page)
                .setMaxResults(MOST_READ)
                .getResultList()
                .stream()
                .filter(page::tells)
                .limit(MOST)
                .map(row -> shown((Picture) row[0]))
                .sorted(Comparator.comparing(ShownPicture::code))
                .toList();
    }

    private static ShownPicture shown(Picture picture) {
        return new ShownPicture(
                picture.getCode(),
                picture.getKind(),
                picture.getWords(),
                picture.getShows(),
                picture.getWidth(),
                picture.getHeight());
    }

    private Optional<byte[]> image(String typed, Set<Audience> audiences, Page page) {
        String with = "join PictureImage i on i.pictureId = p.id";
        return Code.read(CodeKind.PICTURE, typed)
                .flatMap(code -> asked("i.jpeg, p.dispatchId, c.recordedAt", with, " and p.code = :code", audiences, page)
                        .setParameter("code", code)
                        .getResultList()
                        .stream()
                        .filter(page::tells)
                        .map(row -> (byte[]) row[0])
                        .findFirst());
    }

    private TypedQuery<Object[]> asked(String what, String with, String rest, Set<Audience> audiences, Page page) {
        return database.createQuery("select " + what + " " + SHOWN.formatted(with) + rest, Object[].class)
                .setParameter("audiences", audiences)
                .setParameter("drive", page.drive())
                .setParameter("dispatches", page.dispatches().isEmpty() ? List.of(NONE) : page.dispatches());
    }
}
