package org.kindtrail.place;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.SearchKey;

/** Where goods can be. */
@Entity
public class Place {
    // The boundaries of the house are the same for all: the migrations write them with these ids.
    public static final Long DONATED = 1L;
    public static final Long DELIVERED = 2L;
    public static final Long CONVERTED = 3L;
    public static final Long LET_GO = 4L;
    public static final Long LOST = 5L;
    public static final Long FOUND = 6L;
    public static final Long PASSED_ON = 7L;
    public static final Long PAID_OUT = 8L;

    @Id
    @GeneratedValue(generator = "place_seq")
    @SequenceGenerator(name = "place_seq", sequenceName = "place_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PlaceKind kind;

    private String name;
    private String searchKey;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place parent;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place top;

    private int walk;
    private boolean active = true;
    private boolean sealed;
    private String seal;

    @Version
    private int version;

    protected Place() {}

    private Place(Long organisationId, String code, PlaceKind kind, String name, Place parent, int walk) {
        this.organisationId = organisationId;
        this.code = code;
        this.kind = kind;
        this.name = name;
        this.searchKey = SearchKey.of(name);
        this.parent = parent;
        this.top = parent == null ? null : parent.stands();
        this.walk = walk;
    }

    public static Place site(Long organisation, String code, String name) {
        return new Place(organisation, code, PlaceKind.SITE, name, null, 0);
    }

    /** @param walk where it comes when one walks through the site, for picking lists */
    public static Place shelf(Place site, String code, String name, int walk) {
        return new Place(site.organisationId, code, PlaceKind.SHELF, name, site, walk);
    }

    /** The consignment of a dispatch; it bears the dispatch's code as its name. */
    public static Place consignment(Long organisation, String code, String dispatch) {
        return new Place(organisation, code, PlaceKind.CONSIGNMENT, dispatch, null, 0);
    }

    /**
     * A box, a pallet or a freight container.
     *
     * @param in where it stands: a site, a shelf, or another container
     */
    public static Place container(PlaceKind kind, String code, String name, Place in) {
        return new Place(in.organisationId, code, kind, name, in, in.walk);
    }

    /** Where a partner without an account keeps what was handed over to it; it bears the partner's name. */
    public static Place partner(Long organisation, String code, String name) {
        return new Place(organisation, code, PlaceKind.PARTNER, name, null, 0);
    }

    /** Where the money of a fund lies; it bears the fund's name. */
    public static Place fund(Long organisation, String code, String name) {
        return new Place(organisation, code, PlaceKind.FUND, name, null, 0);
    }

    public void describe(String newName, int newWalk) {
        name = newName;
        searchKey = SearchKey.of(newName);
        walk = newWalk;
    }

    /** The container stands there from now on; whoever moves it has locked it, and moves what stands in it too. */
    public void stand(Place in) {
        if (!kind.isContainer()) {
            throw new IllegalStateException(code + " stays where it is");
        }
        parent = in;
        top = in.stands();
        organisationId = in.organisationId;
        walk = in.walk;
    }

    /** Where the whole stands, however deep this is in it; itself, when it stands by itself. */
    public Place stands() {
        return top == null ? this : top;
    }

    /** Whether its goods can be taken: it stands at a site of the house, and not on the road or with a partner. */
    public boolean isAtHand() {
        return stands().getKind() == PlaceKind.SITE;
    }

    /**
     * Closes the container: nothing is put in or taken out until it is opened again.
     *
     * @param number of the seal; null when it has none
     */
    public void seal(String number) {
        if (sealed) {
            throw new Refused("error_container_sealed_already", Map.of("container", code));
        }
        sealed = true;
        seal = number;
    }

    /** @throws Refused when it is not sealed */
    public void unseal() {
        if (!sealed) {
            throw new Refused("error_container_open_already", Map.of("container", code));
        }
        sealed = false;
        seal = null;
    }

    public boolean isSealed() {
        return sealed;
    }

    /** Number of the seal; null when it has none or is open. */
    public String getSeal() {
        return seal;
    }

    /** It takes no more goods; the caller has seen that none lie there. */
    public void close() {
        if (!active) {
            throw new Refused("error_place_closed_already");
        }
        active = false;
    }

    public void reopen() {
        if (active) {
            throw new Refused("error_place_open_already");
        }
        active = true;
    }

    public Long getId() {
        return id;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public String getCode() {
        return code;
    }

    public PlaceKind getKind() {
        return kind;
    }

    public String getName() {
        return name;
    }

    /** What it stands in: the site of a shelf, the shelf or pallet of a box; null for what stands by itself. */
    public Place getParent() {
        return parent;
    }

    /** The site, consignment or partner's store where it stands in the end; null for what stands by itself. */
    public Place getTop() {
        return top;
    }

    public int getWalk() {
        return walk;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }

    /** The place as people say it: "School hall", "School hall, shelf A" or "School hall, shelf A, C-0000-0000". */
    public String label() {
        if (top == null) {
            return name;
        }
        boolean straight = parent.getId().equals(top.getId());
        return straight ? top.getName() + ", " + name : top.getName() + ", " + parent.getName() + ", " + name;
    }
}
