package org.kindtrail.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.History;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Gtin;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** The barcodes by which an organisation finds items of its catalogue. */
@ApplicationScoped
public class Barcodes {
    /** More than anybody keeps of one item. */
    private static final int MOST = 200;

    private final EntityManager database;
    private final Catalogue catalogue;
    private final Organisations organisations;
    private final Scope scope;
    private final Rules rules;
    private final History history;
    private final Clock clock;

    Barcodes(
            EntityManager database,
            Catalogue catalogue,
            Organisations organisations,
            Scope scope,
            Rules rules,
            History history,
            Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.scope = scope;
        this.rules = rules;
        this.history = history;
        this.clock = clock;
    }

    /** The item with that barcode; empty when it is no barcode, or nobody said what it stands on. */
    @Transactional
    public Optional<BarcodeView> find(String typed) {
        return Gtin.read(typed)
                .map(gtin -> database.find(Barcode.class, new Barcode.Key(scope.organisation(), gtin.digits())))
                .map(this::view);
    }

    /** @throws NotFound when it is no barcode, or nobody said what it stands on */
    @Transactional
    public BarcodeView get(String typed) {
        return find(typed).orElseThrow(() -> new NotFound(Given.shortened(typed)));
    }

    /**
     * Those of an item, by number.
     *
     * @throws NotFound when the organisation sees no such item
     */
    @Transactional
    public List<BarcodeView> of(String code) {
        return database
                .createQuery(
                        "from Barcode where itemId = :item and organisationId = :organisation order by gtin", Barcode.class)
                .setParameter("item", item(code).getId())
                .setParameter("organisation", scope.organisation())
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(this::view)
                .toList();
    }

    /**
     * From now on the barcode finds the item. Said again, nothing changes.
     *
     * @throws Invalid when it is no barcode, when the item does not come in the size, or when it stands on something else
     * @throws Refused when the item has too many, or is money or retired
     */
    @Transactional
    public BarcodeView add(String code, AddBarcode command) {
        rules.check(command);
        Item item = item(code);
        if (Catalogue.isMoney(item) || !item.isActive()) {
            throw new Refused("error_catalogue_barcode_item", Map.of("item", catalogue.label(item)));
        }
        Gtin gtin = Gtin.read(command.gtin())
                .orElseThrow(() -> Invalid.field(
                        "gtin", "error_catalogue_barcode", Map.of("given", Given.shortened(command.gtin().strip()))));
        String size = size(item, command.size());
        // Two who scan the same box at once are led to one answer.
        organisations.findById(scope.organisation(), LockModeType.PESSIMISTIC_WRITE);
        Barcode known = database.find(Barcode.class, new Barcode.Key(scope.organisation(), gtin.digits()));
        if (known != null) {
            return same(known, item, size);
        }
        if (of(code).size() >= MOST) {
            throw new Refused("error_catalogue_barcodes_many", Map.of("item", catalogue.label(item), "most", MOST));
        }
        Barcode added = new Barcode(scope.organisation(), gtin, item, size, clock.instant());
        database.persist(added);
        history.note(item.getCode(), "catalogue_barcode_added", gtin.printed(), null);
        database.flush();
        return view(added);
    }

    private BarcodeView same(Barcode known, Item item, String size) {
        if (!known.getItemId().equals(item.getId()) || !java.util.Objects.equals(known.getSize(), size)) {
            BarcodeView view = view(known);
            throw Invalid.field(
                    "gtin",
                    "error_catalogue_barcode_taken",
                    Map.of("given", view.gtin(), "item", view.itemName(), "size", view.size() == null ? "-" : view.size()));
        }
        return view(known);
    }

    /** It finds the item no more. */
    @Transactional
    public void remove(String code, String typed) {
        Item item = item(code);
        Barcode known = Gtin.read(typed)
                .map(gtin -> database.find(Barcode.class, new Barcode.Key(scope.organisation(), gtin.digits())))
                .filter(each -> each.getItemId().equals(item.getId()))
                .orElseThrow(() -> new NotFound(Given.shortened(typed)));
        history.note(item.getCode(), "catalogue_barcode_removed", known.getGtin().printed(), null);
        database.remove(known);
    }

    private static String size(Item item, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return item.getSizes().stream()
                .filter(each -> each.equalsIgnoreCase(typed.strip()))
                .findFirst()
                .orElseThrow(() -> Invalid.field(
                        "size",
                        "error_catalogue_barcode_size",
                        Map.of("given", typed.strip(), "sizes", String.join(", ", item.getSizes()), "count", item.getSizes().size())));
    }

    private Item item(String code) {
        Item item = catalogue.find(code);
        if (item == null) {
            throw new NotFound(Given.shortened(code));
        }
        return item;
    }

    private BarcodeView view(Barcode barcode) {
        Item item = catalogue.byId().get(barcode.getItemId());
        return new BarcodeView(barcode.getGtin().printed(), item.getCode(), catalogue.label(item), barcode.getSize());
    }
}
