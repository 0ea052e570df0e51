package org.kindtrail.picture;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Role;
import org.kindtrail.account.Scope;
import org.kindtrail.container.Containers;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.stock.Lots;

/**
 * The photographs and stories of the organisation of this request, as far as who asks may see them: without a consent that
 * stands only who added them and coordinators.
 */
@ApplicationScoped
class Pictures implements PanacheRepository<Picture> {
    private static final String ROWS =
            """
            select p, v.code, v.title, coalesce(d.code, l.code, b.code), c, a.displayName, r.displayName, e.displayName
            from Picture p
            left join Drive v on v.id = p.driveId
            left join Dispatch d on d.id = p.dispatchId
            left join Lot l on l.id = p.lotId
            left join Place b on b.id = p.placeId
            left join PictureConsent c on c.id = p.consentId
            left join Person a on a.id = p.addedBy
            left join Person r on r.id = c.recordedBy
            left join Person e on e.id = p.endedBy
            where p.organisationId = :organisation
            """;

    /** Seen by everybody in the house once there is a consent; before, by those who have to do with it. */
    private static final String SEEN = " and (:all = true or p.addedBy = :me or p.audience is not null)";

    private final Scope scope;
    private final Lots lots;
    private final Containers containers;

    Pictures(Scope scope, Lots lots, Containers containers) {
        this.scope = scope;
        this.lots = lots;
        this.containers = containers;
    }

    /** What a code of a drive, dispatch, delivery, lot or container stands for; empty when the organisation has none such. */
    Optional<About> about(String typed) {
        String code = Code.read(typed).orElse(null);
        if (code == null) {
            return Optional.empty();
        }
        return switch (Code.kindOf(code)) {
            case DRIVE -> about(About.Kind.DRIVE, "select v.id, v.code from Drive v where v.code = :code and v.organisationId = :organisation", code);
            case DISPATCH -> about(About.Kind.DISPATCH, "select d.id, d.code from Dispatch d where d.code = :code and d.organisationId = :organisation", code);
            case DELIVERY -> about(
                    About.Kind.DISPATCH,
                    "select e.dispatch.id, e.dispatch.code from Delivery e where e.code = :code and e.organisationId = :organisation",
                    code);
            case BAG -> lots.byCode(code).map(lot -> new About(About.Kind.LOT, lot.getId(), lot.getCode()));
            case CONTAINER -> containers.byCode(code).map(box -> new About(About.Kind.CONTAINER, box.getId(), box.getCode()));
            default -> Optional.empty();
        };
    }

    private Optional<About> about(About.Kind kind, String query, String code) {
        return getEntityManager()
                .createQuery(query, Object[].class)
                .setParameter("code", code)
                .setParameter("organisation", scope.organisation())
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new About(kind, (Long) row[0], (String) row[1]));
    }

    /**
     * Locked until the transaction ends.
     *
     * @throws NotFound when the organisation has none such, or who asks may not see it
     */
    Picture lock(String typed) {
        Optional<Picture> locked = Code.read(CodeKind.PICTURE, typed)
                .flatMap(code -> find("code = ?1 and organisationId = ?2", code, scope.organisation())
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional());
        Picture found = locked.orElseThrow(() -> new NotFound(typed));
        boolean sees = scope.has(Role.COORDINATOR)
                || !found.hasEnded() && (found.wasAddedBy(scope.person()) || found.state() == PictureState.CONSENTED);
        if (!sees) {
            throw new NotFound(typed);
        }
        return found;
    }

    /**
     * One that who asks may see. What is left of one that has ended only coordinators see.
     *
     * @throws NotFound when there is none
     */
    PictureView get(String typed) {
        String code = Code.read(CodeKind.PICTURE, typed).orElseThrow(() -> new NotFound(typed));
        String standing = scope.has(Role.COORDINATOR) ? "" : " and p.ending is null";
        return rows(ROWS + SEEN + standing + " and p.code = :code", Map.of("code", code), 1).stream()
                .findFirst()
                .map(Row::view)
                .orElseThrow(() -> new NotFound(typed));
    }

    /** It as it stands now, for who has just acted on it, even when they may not see it any more. */
    PictureView after(Picture picture) {
        return rows(ROWS + SEEN + " and p.code = :code", Map.of("code", picture.getCode()), 1, true).get(0).view();
    }

    /** A view, and the key by which the list goes on. */
    record Row(Long id, PictureView view) {}

    /**
     * Those that stand, newest first.
     *
     * @param about only these; null for all
     * @param waiting only those without a consent that stands
     * @param before the id to go on from
     */
    List<Row> newest(About about, boolean waiting, Long before, int count) {
        String narrowed = (about == null ? "" : " and p." + about.kind().field() + " = :about")
                + (waiting ? " and p.audience is null" : "");
        Map<String, Object> given = about == null
                ? Map.of("before", before == null ? Long.MAX_VALUE : before)
                : Map.of(
                        "before", before == null ? Long.MAX_VALUE : before,
                        "about", about.id());
        return rows(ROWS + SEEN + " and p.ending is null and p.id < :before" + narrowed + " order by p.organisationId desc, p.id desc", given, count);
    }

    private List<Row> rows(String query, Map<String, Object> given, int count) {
        return rows(query, given, count, scope.has(Role.COORDINATOR));
    }

    private List<Row> rows(String query, Map<String, Object> given, int count, boolean all) {
        var asked = getEntityManager()
                .createQuery(query, Object[].class)
                .setParameter("organisation", scope.organisation())
                .setParameter("all", all)
                .setParameter("me", scope.person())
                .setMaxResults(count);
        given.forEach(asked::setParameter);
        return asked.getResultList().stream().map(Pictures::row).toList();
    }

    private static Row row(Object[] row) {
        Picture picture = (Picture) row[0];
        PictureConsent consent = (PictureConsent) row[4];
        PictureView view = new PictureView(
                picture.getCode(),
                picture.getKind(),
                picture.state(),
                row[1] != null ? (String) row[1] : (String) row[3],
                (String) row[2],
                picture.getWords(),
                picture.getShows(),
                picture.getWidth(),
                picture.getHeight(),
                consent == null ? null : consent.view((String) row[6]),
                (String) row[5],
                picture.getAddedAt(),
                picture.getEndedAt(),
                (String) row[7],
                picture.getEndedWhy());
        return new Row(picture.getId(), view);
    }

    /** The image of one that who asks may see; empty when there is none. */
    Optional<byte[]> image(String typed) {
        return Code.read(CodeKind.PICTURE, typed).flatMap(code -> getEntityManager()
                .createQuery(
                        "select i.jpeg from Picture p join PictureImage i on i.pictureId = p.id"
                                + " where p.organisationId = :organisation and p.ending is null and p.code = :code" + SEEN,
                        byte[].class)
                .setParameter("organisation", scope.organisation())
                .setParameter("code", code)
                .setParameter("all", scope.has(Role.COORDINATOR))
                .setParameter("me", scope.person())
                .getResultList()
                .stream()
                .findFirst());
    }

    /** The image lies beside the picture from now on, in the place of the one before. */
    void keepImage(Picture picture, CleanPicture image) {
        PictureImage kept = getEntityManager().find(PictureImage.class, picture.getId());
        if (kept == null) {
            getEntityManager().persist(new PictureImage(picture.getId(), image.jpeg()));
        } else {
            kept.replace(image.jpeg());
        }
    }

    /** In the transaction that ends the picture. */
    void deleteImage(Picture picture) {
        getEntityManager()
                .createQuery("delete from PictureImage i where i.pictureId = :picture")
                .setParameter("picture", picture.getId())
                .executeUpdate();
    }

    void record(PictureConsent consent) {
        getEntityManager().persist(consent);
    }
}
