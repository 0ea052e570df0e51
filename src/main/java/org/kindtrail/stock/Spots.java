package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.Places;
import org.kindtrail.web.Frame;

/** Reads the codes that narrow a list or say where its page begins, and says places in words. */
@ApplicationScoped
class Spots {
    private final EntityManager database;
    private final Scope scope;
    private final Frame frame;
    private final Places places;
    private final Lots lots;

    Spots(EntityManager database, Scope scope, Frame frame, Places places, Lots lots) {
        this.lots = lots;
        this.places = places;
        this.database = database;
        this.scope = scope;
        this.frame = frame;
    }

    /** The ids of the place and of the shelves at it. */
    List<Long> within(String typed) {
        return places.byCode(typed).map(places::everythingIn).orElseThrow(() -> new NotFound(Given.shortened(typed)));
    }

    /** The balance after which a page begins: the codes of its lot and place with a dot between. */
    BalanceKey balance(String after) {
        String[] parts = after.split("\\.", -1);
        Optional<String> lot = parts.length == 2 ? Code.read(CodeKind.BAG, parts[0]) : Optional.empty();
        Optional<String> place = parts.length == 2 ? Places.read(parts[1]) : Optional.empty();
        if (lot.isEmpty() || place.isEmpty()) {
            throw notABeginning(after);
        }
        return database.createQuery(
                        """
                        select l.id, p.id from Lot l join Place p on p.code = :place
                        where p.organisationId = :organisation and l.code = :lot""",
                        Object[].class)
                .setParameter("organisation", scope.organisation())
                .setParameter("lot", lot.get())
                .setParameter("place", place.get())
                .getResultList()
                .stream()
                .map(row -> new BalanceKey((Long) row[0], (Long) row[1]))
                .findFirst()
                .orElseThrow(() -> notABeginning(after));
    }

    Long lot(String after) {
        return lots.byCode(after).map(Lot::getId).orElseThrow(() -> notABeginning(after));
    }

    Long allocation(String after) {
        return Code.read(CodeKind.ALLOCATION, after)
                .flatMap(code -> database
                        .createQuery(
                                "select a.id from Allocation a where a.organisationId = :organisation and a.code = :code",
                                Long.class)
                        .setParameter("organisation", scope.organisation())
                        .setParameter("code", code)
                        .getResultList()
                        .stream()
                        .findFirst())
                .orElseThrow(() -> notABeginning(after));
    }

    private static Unreadable notABeginning(String after) {
        return new Unreadable("after", "error_after", Map.of("given", after.length() > 40 ? "..." : after));
    }

    /** The code of a document, however it was typed. */
    String document(String typed) {
        return Code.read(typed).orElseThrow(() -> new NotFound(Given.shortened(typed)));
    }

    boolean inHouse(PlaceKind kind) {
        return kind.isForGoods();
    }

    /** "School hall, Shelf A"; "on the road, W-7K2M-9QXT"; "the donor". */
    String words(PlaceKind kind, String name, String site) {
        if (inHouse(kind)) {
            return site == null ? name : site + ", " + name;
        }
        String words = frame.say("place_kind_" + kind.word(), Map.of());
        return kind == PlaceKind.CONSIGNMENT || kind == PlaceKind.FUND || kind == PlaceKind.PARTNER ? words + ", " + name : words;
    }
}
