package org.kindtrail.place;

/** Tells what lies at a place. The room that keeps stock answers; this room does not know it. */
public interface PlaceContents {
    /**
     * How many lots lie there now; to be asked under the place's lock, which keeps new ones out.
     *
     * @param place the id of the place itself; its shelves are not counted
     */
    long lotsAt(Long place);
}
