package org.kindtrail.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.kernel.Refused;

/** What a thing is. A standard item belongs to no organisation and is seen by all. */
@Entity
@BatchSize(size = 100)
public class Item {
    /** The item that a bag is before anybody has looked into it. */
    public static final String UNSORTED_BAG = "unsorted-bag";

    @Id
    @GeneratedValue(generator = "item_seq")
    @SequenceGenerator(name = "item_seq", sequenceName = "item_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private String code;
    private String category;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Wearer wearer;

    private String unit;
    private String sizes;
    private String nameEn;
    private String nameRu;
    private String nameKk;
    private String nameKy;
    private String ifrcCode;
    private boolean active = true;
    private boolean expires;

    protected Item() {}

    /** An item of an organisation's own; its name stands for all languages until others are given. */
    public Item(Long organisationId, String code, String category, Wearer wearer, String unit, List<String> sizes, String name) {
        this.organisationId = organisationId;
        this.code = code;
        this.category = category;
        this.wearer = wearer;
        this.unit = unit;
        this.sizes = String.join("|", sizes);
        this.nameEn = name;
    }

    Item named(String russian, String kazakh, String kyrgyz, String ifrc) {
        nameRu = blankToNull(russian);
        nameKk = blankToNull(kazakh);
        nameKy = blankToNull(kyrgyz);
        ifrcCode = blankToNull(ifrc);
        return this;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Whether its lots may bear a last day of use, from now on; what stands on lots stays. */
    void expires(boolean from) {
        expires = from;
    }

    /** It can be recorded no more. */
    void retire() {
        if (!active) {
            throw new Refused("error_catalogue_item_retired");
        }
        active = false;
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

    public String getCategory() {
        return category;
    }

    public Wearer getWearer() {
        return wearer;
    }

    /** piece, pair, set, bag, gram, millilitre, or an ISO 4217 code for money in its minor unit. */
    public String getUnit() {
        return unit;
    }

    /** The sizes it comes in, in wearing order; empty when sizes are not told apart. */
    public List<String> getSizes() {
        return sizes.isEmpty() ? List.of() : List.of(sizes.split("\\|"));
    }

    /** Whether its lots may bear a last day of use. */
    public boolean isExpiring() {
        return expires;
    }

    public boolean isActive() {
        return active;
    }

    public String getIfrcCode() {
        return ifrcCode;
    }

    /** The name in the language, or in English where it has none. */
    public String name(Locale locale) {
        String name =
                switch (locale.getLanguage()) {
                    case "ru" -> nameRu;
                    case "kk" -> nameKk;
                    case "ky" -> nameKy;
                    default -> nameEn;
                };
        return name == null ? nameEn : name;
    }
}
