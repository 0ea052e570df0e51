package org.kindtrail.container;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Set;
import org.kindtrail.paper.Mark;
import org.kindtrail.place.Place;

/** What a box, pallet or freight container measures, and how it is to be handled. Where it stands is told by its place. */
@Entity
public class Container {
    @Id
    private Long placeId;

    private Long weight;
    private Long tare;
    private Integer lengthMm;
    private Integer widthMm;
    private Integer heightMm;
    private boolean fragile;
    private boolean thisSideUp;
    private boolean keepDry;
    private boolean heavy;
    private boolean doNotStack;

    @Version
    private int version;

    protected Container() {}

    Container(Place place, Measures measures) {
        this.placeId = place.getId();
        measure(measures);
    }

    final void measure(Measures measures) {
        weight = measures.weight();
        tare = measures.tare();
        lengthMm = whole(measures.length());
        widthMm = whole(measures.width());
        heightMm = whole(measures.height());
        fragile = measures.marks().contains(Mark.FRAGILE);
        thisSideUp = measures.marks().contains(Mark.THIS_SIDE_UP);
        keepDry = measures.marks().contains(Mark.KEEP_DRY);
        heavy = measures.marks().contains(Mark.HEAVY);
        doNotStack = measures.marks().contains(Mark.DO_NOT_STACK);
    }

    private static Integer whole(Long side) {
        return side == null ? null : Math.toIntExact(side);
    }

    private static Long plain(Integer side) {
        return side == null ? null : side.longValue();
    }

    /** The id of its place. */
    public Long getPlaceId() {
        return placeId;
    }

    public Measures measures() {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        add(marks, fragile, Mark.FRAGILE);
        add(marks, thisSideUp, Mark.THIS_SIDE_UP);
        add(marks, keepDry, Mark.KEEP_DRY);
        add(marks, heavy, Mark.HEAVY);
        add(marks, doNotStack, Mark.DO_NOT_STACK);
        return new Measures(weight, tare, plain(lengthMm), plain(widthMm), plain(heightMm), marks);
    }

    private static void add(Set<Mark> marks, boolean there, Mark mark) {
        if (there) {
            marks.add(mark);
        }
    }

    public int getVersion() {
        return version;
    }
}
