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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Refused;

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

    @ManyToOne(fetch = FetchType.LAZY)
    private Place parent;

    private int walk;
    private boolean active = true;

    @Version
    private int version;

    protected Place() {}

    private Place(Long organisationId, String code, PlaceKind kind, String name, Place parent, int walk) {
        this.organisationId = organisationId;
        this.code = code;
        this.kind = kind;
        this.name = name;
        this.parent = parent;
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

    /** Where the money of a fund lies; it bears the fund's name. */
    public static Place fund(Long organisation, String code, String name) {
        return new Place(organisation, code, PlaceKind.FUND, name, null, 0);
    }

    public void describe(String newName, int newWalk) {
        name = newName;
        walk = newWalk;
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

    /** The site of a shelf; null for sites and consignments. */
    public Place getParent() {
        return parent;
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

    /** The place as people say it: "School hall" or "School hall, shelf A". */
    public String label() {
        return parent == null ? name : parent.name + ", " + name;
    }
}
