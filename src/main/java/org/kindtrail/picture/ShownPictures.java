package org.kindtrail.picture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;

/**
 * What people outside the house may see. Who asks says which drive and which dispatches they are told of; what may be told
 * of a dispatch, and when, is not decided here.
 */
@ApplicationScoped
public class ShownPictures {
    /** More on one page nobody looks at. */
    static final int MOST = 12;

    private static final Long NONE = -1L;
    private static final String SHOWN =
            """
            from Picture p left join Drive v on v.id = p.driveId %s
            where p.audience in :audiences and p.ending is null and (v.code = :drive or p.dispatchId in :dispatches)""";

    private final EntityManager database;

    ShownPictures(EntityManager database) {
        this.database = database;
    }

    /** For one to whom it is told what became of a gift to the drive: the newest at the head, at most {@value #MOST}. */
    public List<ShownPicture> toDonors(String drive, Collection<Long> dispatches) {
        return newest(Audience.WITH_DONORS, drive, dispatches);
    }

    /** For everybody who reads the drive's page. */
    public List<ShownPicture> toEverybody(String drive, Collection<Long> dispatches) {
        return newest(Audience.WITH_EVERYBODY, drive, dispatches);
    }

    /** The image of one that {@link #toDonors} may show; a JPEG. */
    public Optional<byte[]> imageForDonors(String code, String drive, Collection<Long> dispatches) {
        return image(code, Audience.WITH_DONORS, drive, dispatches);
    }

    /** The image of one that {@link #toEverybody} may show; a JPEG. */
    public Optional<byte[]> imageForEverybody(String code, String drive, Collection<Long> dispatches) {
        return image(code, Audience.WITH_EVERYBODY, drive, dispatches);
    }

    private List<ShownPicture> newest(Set<Audience> audiences, String drive, Collection<Long> dispatches) {
        String query = "select new org.kindtrail.picture.ShownPicture(p.code, p.kind, p.words, p.shows, p.width, p.height) "
                + SHOWN.formatted("") + " order by p.id desc";
        return given(database.createQuery(query, ShownPicture.class), audiences, drive, dispatches)
                .setMaxResults(MOST)
                .getResultList();
    }

    private Optional<byte[]> image(String typed, Set<Audience> audiences, String drive, Collection<Long> dispatches) {
        String query = "select i.jpeg " + SHOWN.formatted("join PictureImage i on i.pictureId = p.id") + " and p.code = :code";
        return Code.read(CodeKind.PICTURE, typed)
                .flatMap(code -> given(database.createQuery(query, byte[].class), audiences, drive, dispatches)
                        .setParameter("code", code)
                        .getResultStream()
                        .findFirst());
    }

    private static <T> TypedQuery<T> given(
            TypedQuery<T> query, Set<Audience> audiences, String drive, Collection<Long> dispatches) {
        return query.setParameter("audiences", audiences)
                .setParameter("drive", drive)
                .setParameter("dispatches", dispatches.isEmpty() ? List.of(NONE) : dispatches);
    }
}
