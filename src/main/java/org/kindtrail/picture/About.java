package org.kindtrail.picture;

/**
 * What a picture is about: one of four things.
 *
 * @param kind which
 * @param id of it
 * @param code of it; of a container the code on its label
 */
record About(Kind kind, Long id, String code) {
    /** What a picture can be about. */
    enum Kind {
        DRIVE("driveId"),
        DISPATCH("dispatchId"),
        /** Goods; the house alone sees what shows them. */
        LOT("lotId"),
        /** A box, a pallet or a freight container; the same. */
        CONTAINER("placeId");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        /** The field of the picture that holds the id. */
        String field() {
            return field;
        }
    }

    /** The id, if it is about that. */
    Long of(Kind asked) {
        return kind == asked ? id : null;
    }
}
