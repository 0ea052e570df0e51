package org.kindtrail.need;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Wearer;

/**
 * How much people need, in one place. The figures marked {@link Basis#SPHERE} are those of The Sphere Handbook (2018), the
 * standards for shelter and settlement and for hygiene: at least two full sets of clothing per person; under two years also a
 * blanket; bedding that lets people sleep apart; two containers of 10 to 20 litres per household; 250 g of soap for bathing and
 * 200 g for laundry per person and month; menstrual materials. Which items a set of clothing is made of, how many pieces of
 * menstrual materials, and shoes are not told there: they are ours, marked {@link Basis#HOUSE}, and whoever posts the need
 * changes them.
 */
public final class Standards {
    /** Sets of clothing per person. */
    static final int SETS = 2;

    /** Grams of soap for bathing per person and month, and what one bar of the catalogue weighs. */
    static final int SOAP_GRAMS = 250;
    static final int BAR_GRAMS = 100;

    /** Grams of laundry soap per person and month, and what one piece is reckoned to weigh. */
    static final int LAUNDRY_GRAMS = 200;
    static final int LAUNDRY_PIECE_GRAMS = 200;

    /** Disposable pads per person and month; ours. */
    static final int PADS = 15;

    /** Containers of 10 to 20 litres per household. */
    static final int CONTAINERS = 2;

    /** Pairs of shoes per person; ours. */
    static final int SHOES = 1;

    static final String BAR = "soap-bar-100g";
    static final String LAUNDRY = "laundry-soap";
    static final String PAD = "sanitary-pads-woman";
    static final String CONTAINER = "water-containers-10-20l";
    static final String BLANKET = "blankets";
    static final String BABY_BLANKET = "blankets-baby";
    static final String MAT = "sleeping-mats";

    /** What will do in place of it. */
    static final List<String> FOR_BAR = List.of("soap");
    static final List<String> FOR_PAD = List.of("reusable-pads-woman", "tampons-woman");
    static final List<String> FOR_BLANKET = List.of("duvets");
    static final List<String> FOR_MAT = List.of("mattresses", "floor-quilts");

    private Standards() {}

    /** Where a figure comes from. */
    @Schema(name = "ProposalBasis", description = "Where a figure comes from")
    public enum Basis {
        /** The Sphere Handbook (2018). */
        @com.fasterxml.jackson.annotation.JsonProperty("sphere")
        SPHERE,
        /** Nobody's standard: what this program proposes. */
        @com.fasterxml.jackson.annotation.JsonProperty("house")
        HOUSE;

        /** The key of what people call it. */
        public String wordsKey() {
            return "need_basis_" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How much of what for whom: the figures above, as they are told beside what is proposed. */
    @Schema(name = "ProposalFigure", description = "Which figure it was reckoned with")
    public enum Figure {
        /** Sets of clothing per person. */
        @com.fasterxml.jackson.annotation.JsonProperty("sets")
        SETS(Basis.SPHERE),
        /** Pairs of shoes per person. */
        @com.fasterxml.jackson.annotation.JsonProperty("shoes")
        SHOES(Basis.HOUSE),
        /** A blanket for each under two years. */
        @com.fasterxml.jackson.annotation.JsonProperty("baby_blanket")
        BABY_BLANKET(Basis.SPHERE),
        /** A blanket, or something to sleep on, for each, so that they sleep apart. */
        @com.fasterxml.jackson.annotation.JsonProperty("bedding")
        BEDDING(Basis.SPHERE),
        /** Grams of soap for bathing per person and month. */
        @com.fasterxml.jackson.annotation.JsonProperty("soap")
        SOAP(Basis.SPHERE),
        /** Grams of laundry soap per person and month. */
        @com.fasterxml.jackson.annotation.JsonProperty("laundry")
        LAUNDRY(Basis.SPHERE),
        /** Disposable pads per woman or girl and month. */
        @com.fasterxml.jackson.annotation.JsonProperty("pads")
        PADS(Basis.HOUSE),
        /** Containers per household. */
        @com.fasterxml.jackson.annotation.JsonProperty("containers")
        CONTAINERS(Basis.SPHERE);

        private final Basis basis;

        Figure(Basis basis) {
            this.basis = basis;
        }

        /** Whose figure it is. */
        public Basis basis() {
            return basis;
        }

        /** How much of it for one person or household (and month), in pieces or grams. */
        public int amount() {
            return switch (this) {
                case SETS -> Standards.SETS;
                case SHOES -> Standards.SHOES;
                case BABY_BLANKET, BEDDING -> 1;
                case SOAP -> SOAP_GRAMS;
                case LAUNDRY -> LAUNDRY_GRAMS;
                case PADS -> Standards.PADS;
                case CONTAINERS -> Standards.CONTAINERS;
            };
        }

        /** Grams of one piece; 0 where pieces are counted. */
        public int piece() {
            return switch (this) {
                case SOAP -> BAR_GRAMS;
                case LAUNDRY -> LAUNDRY_PIECE_GRAMS;
                default -> 0;
            };
        }

        /** How many pieces for so many people or households, and months: whole ones, so that it is enough. */
        long pieces(long times, int months) {
            return switch (this) {
                case SOAP, LAUNDRY -> (times * months * amount() + piece() - 1) / piece();
                case PADS -> times * months * amount();
                default -> times * amount();
            };
        }

        /** The key of the sentence that tells how it was reckoned. */
        public String wordsKey() {
            return "need_figure_" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What one set of clothing is made of: items, and what will do in place of each. */
    record Garment(String item, List<String> substitutes) {
        Garment(String item) {
            this(item, List.of());
        }
    }

    /** A set for whoever wears such things; for {@code ADULT} and {@code CHILD} the sex is not told, and categories are asked for. */
    static List<Garment> set(Wearer wearer) {
        return switch (wearer) {
            case MAN -> List.of(
                    new Garment("underwear-man"),
                    new Garment("jumpers-man", List.of("warm-jumpers-man", "long-sleeve-tops-man")),
                    new Garment("trousers-man", List.of("joggers-man")),
                    new Garment("thin-socks-man", List.of("thick-socks-man")));
            case WOMAN -> List.of(
                    new Garment("underwear-woman"),
                    new Garment("jumpers-woman", List.of("warm-jumpers-woman", "long-sleeve-tops-woman")),
                    new Garment("trousers-woman", List.of("dresses-skirts-woman", "joggers-woman")),
                    new Garment("thin-socks-woman", List.of("thick-socks-woman")));
            case BOY -> List.of(
                    new Garment("underwear-boy"),
                    new Garment("jumpers-boy", List.of("warm-jumpers-child", "long-sleeve-tops-boy")),
                    new Garment("trousers-boy", List.of("joggers-boy")),
                    new Garment("thin-socks-child", List.of("thick-socks-child")));
            case GIRL -> List.of(
                    new Garment("underwear-girl"),
                    new Garment("jumpers-girl", List.of("warm-jumpers-child", "long-sleeve-tops-girl")),
                    new Garment("trousers-girl", List.of("dresses-skirts-girl", "joggers-girl")),
                    new Garment("thin-socks-child", List.of("thick-socks-child")));
            case BABY -> List.of(
                    new Garment("rompers-baby", List.of("onesies-baby")),
                    new Garment("tops-baby", List.of("jumpers-baby")),
                    new Garment("trousers-baby"),
                    new Garment("socks-baby"));
            case CHILD -> List.of(new Garment("thin-socks-child", List.of("thick-socks-child")));
            case ADULT, ANY -> List.of(new Garment("thin-socks-adult", List.of("thick-socks-adult")));
        };
    }

    /** What is asked for of any kind where the sex is not told. */
    static List<String> setOfCategories(Wearer wearer) {
        return wearer == Wearer.ADULT || wearer == Wearer.CHILD ? List.of("underwear", "tops", "bottoms") : List.of();
    }

    /** The shoes of whoever wears such things; null: of any kind, as the sex is not told. */
    static Garment shoes(Wearer wearer) {
        return switch (wearer) {
            case MAN -> new Garment("practical-shoes-man", List.of("winter-boots-man"));
            case WOMAN -> new Garment("practical-shoes-woman", List.of("winter-boots-woman"));
            case BOY -> new Garment("practical-shoes-boy", List.of("practical-shoes-child", "winter-boots-boy"));
            case GIRL -> new Garment("practical-shoes-girl", List.of("practical-shoes-child", "winter-boots-girl"));
            case CHILD -> new Garment("practical-shoes-child", List.of("winter-boots-child"));
            case BABY -> new Garment("shoes-baby", List.of("winter-boots-baby"));
            case ADULT, ANY -> null;
        };
    }
}
