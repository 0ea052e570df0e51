package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.paper.Column;
import org.kindtrail.paper.Paper;
import org.kindtrail.paper.Table;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.web.Frame;

/**
 * Stock cards of items and bin cards of places: what came and went by which document, and what was left. The lines stand in
 * the order in which they were written down, and so the balance is always what was known at that moment.
 */
@ApplicationScoped
class CardService {
    private final CardEvents events;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Places places;
    private final EntityManager database;
    private final Scope scope;
    private final Frame frame;
    private final Clock clock;

    CardService(
            CardEvents events,
            Catalogue catalogue,
            Goods goods,
            Places places,
            EntityManager database,
            Scope scope,
            Frame frame,
            Clock clock) {
        this.events = events;
        this.catalogue = catalogue;
        this.goods = goods;
        this.places = places;
        this.database = database;
        this.scope = scope;
        this.frame = frame;
        this.clock = clock;
    }

    /** The days of a card, both included, in the organisation's time zone. */
    record Period(LocalDate from, LocalDate to) {
        /** As addresses have it. */
        String query() {
            return "from=" + from + "&to=" + to;
        }
    }

    /**
     * This year up to today, unless something else is asked for.
     *
     * @throws Unreadable when a day is none, or the last is before the first
     */
    Period period(String from, String to) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), frame.getZone());
        LocalDate last = Cursor.day("to", to, today);
        LocalDate first = Cursor.day("from", from, last.withDayOfYear(1));
        if (last.isBefore(first)) {
            throw new Unreadable("to", "error_stock_card_period", Map.of("from", first.toString(), "to", last.toString()));
        }
        return new Period(first, last);
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    /**
     * What came and went of an item.
     *
     * @param site code of a site; null: all sites of the organisation
     */
    @Transactional
    Paper stockCard(String item, String site, Period period) {
        Item found = item(item);
        Place at = site == null ? null : site(site);
        Paper paper = Paper.of(say("stock_card"), found.getCode())
                .fact(say("stock_item"), catalogue.label(found))
                .fact(say("stock_category"), catalogue.categoryName(found.getCategory()))
                .fact(say("stock_unit"), goods.unit(found))
                .fact(say("stock_card_where"), at == null ? say("stock_card_all_sites") : at.getName())
                .fact(say("stock_card_period"), frame.day(period.from()) + " - " + frame.day(period.to()))
                .factIfKnown(say("stock_card_ifrc"), found.getIfrcCode())
                .note(say("stock_card_order"));
        return paper.table(table(fixedIn(at), found.getId(), period));
    }

    /** What came and went at a site, a shelf or a container. */
    @Transactional
    Paper binCard(String place, Period period) {
        Place found = places.get(place);
        if (!found.getKind().isForGoods()) {
            throw new NotFound(place);
        }
        Paper paper = Paper.of(say("stock_bin_card"), found.getCode())
                .fact(say("stock_place"), found.label())
                .fact(say("stock_card_period"), frame.day(period.from()) + " - " + frame.day(period.to()))
                .note(say("stock_card_order"));
        Collection<Long> within = found.getTop() == null ? fixedIn(found) : List.of(found.getId());
        return paper.table(table(within, null, period));
    }

    /** The organisation's open sites, for the choice of one. */
    @Transactional
    List<Place> sites() {
        return places.sites();
    }

    private Item item(String code) {
        Item found = catalogue.find(code);
        if (found == null) {
            throw new NotFound(code.length() > 60 ? "..." : code);
        }
        if (Catalogue.isMoney(found)) {
            throw new Refused("error_stock_card_money");
        }
        return found;
    }

    private Place site(String code) {
        Place found = places.get(code);
        if (found.getTop() != null || !found.getKind().isFixed()) {
            throw new NotFound(code);
        }
        return found;
    }

    /** The ids of the site and its shelves; of all sites for null. */
    private List<Long> fixedIn(Place site) {
        TypedQuery<Long> query = database.createQuery(
                        "select p.id from Place p where p.organisationId = :organisation and p.kind in (SITE, SHELF)"
                                + (site == null ? "" : " and (p = :site or p.top = :site)"),
                        Long.class)
                .setParameter("organisation", scope.organisation());
        return (site == null ? query : query.setParameter("site", site)).getResultList();
    }

    private Table table(Collection<Long> within, Long item, Period period) {
        CardRows.Bounds bounds = new CardRows.Bounds(
                period.from().atStartOfDay(frame.getZone()).toInstant(),
                period.to().plusDays(1).atStartOfDay(frame.getZone()).toInstant(),
                item);
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(say("stock_card_day"), 3),
                Column.text(say("stock_card_document"), 3),
                Column.text(say("stock_card_what"), 4)));
        if (item == null) {
            columns.add(Column.text(say("stock_item"), 5));
        }
        columns.add(Column.number(say("stock_card_in"), 2));
        columns.add(Column.number(say("stock_card_out"), 2));
        columns.add(Column.number(say("stock_card_balance"), 2));
        return Table.of(
                columns,
                () -> new CardRows(
                        events.of(within, item), new CardReplay(within), bounds, frame, id -> catalogue.label(catalogue.of(id))));
    }
}
