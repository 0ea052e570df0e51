package org.kindtrail.need;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.catalogue.Item;
import org.kindtrail.catalogue.Wearer;

/**
 * One thing that is asked for: an item or a whole category, the sizes that fit, who it must fit, and how many. It counts
 * what is promised, on its way and arrived; these are changed in the transaction that does it, with the need locked.
 */
@Entity
public class NeedLine {
    /** What can be named to stand in for one item. */
    static final int MOST_SUBSTITUTES = 10;

    @Id
    @GeneratedValue(generator = "need_line_seq")
    @SequenceGenerator(name = "need_line_seq", sequenceName = "need_line_seq", allocationSize = 100)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Need need;

    private int line;

    @ManyToOne(fetch = FetchType.LAZY)
    private Item item;

    private String category;

    @ElementCollection
    @CollectionTable(name = "need_substitute", joinColumns = @JoinColumn(name = "need_line_id"))
    @Column(name = "item_id")
    @BatchSize(size = 100)
    private Set<Long> substitutes = new HashSet<>();

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Wearer fits;

    private String sizes;
    private long quantity;
    private long promised;
    private long sent;
    private long arrived;

    protected NeedLine() {}

    NeedLine(Need need, int line, Item item, String category, Wearer fits, List<String> sizes, Set<Long> substitutes, long quantity) {
        this.need = need;
        this.line = line;
        this.item = item;
        this.category = category;
        this.fits = fits;
        this.sizes = String.join("|", sizes);
        this.substitutes.addAll(substitutes);
        this.quantity = quantity;
    }

    /** So many are asked for from now on; never fewer than {@link #taken()}. */
    void ask(long newQuantity) {
        quantity = newQuantity;
    }

    /** What will do, told anew; only while nothing is {@link #taken()}. */
    void accept(List<String> newSizes, Set<Long> newSubstitutes) {
        sizes = String.join("|", newSizes);
        if (!substitutes.equals(newSubstitutes)) {
            substitutes.clear();
            substitutes.addAll(newSubstitutes);
        }
    }

    /** What is promised, on its way or arrived. */
    public long taken() {
        return promised + sent + arrived;
    }

    /** Goods are promised to this line. */
    public void promise(long more) {
        promised += more;
    }

    /** A promise is taken back. */
    public void release(long less) {
        promised -= less;
    }

    /** What was promised has left. */
    public void depart(long gone) {
        promised -= gone;
        sent += gone;
    }

    /** What had left was counted at the receiver's: so many of it arrived fit for use. */
    public void arrive(long departed, long fit) {
        sent -= departed;
        arrived += fit;
    }

    /** A confirmation was reversed: it is on its way again. */
    public void unarrive(long departed, long fit) {
        sent += departed;
        arrived -= fit;
    }

    /** A departure was reversed: what had left came back. */
    public void comeBack(long gone) {
        sent -= gone;
    }

    /** So many were met by the organisation that answered for it meanwhile: they are asked for no more. */
    void metElsewhere(long met) {
        quantity = Math.max(arrived, quantity - met);
    }

    /** What is neither promised nor on its way nor arrived. */
    public long missing() {
        return Math.max(0, quantity - taken());
    }

    public Long getId() {
        return id;
    }

    public Need getNeed() {
        return need;
    }

    /** Its number in the need, from 1. */
    public int getLine() {
        return line;
    }

    /** The item asked for; null when a category is. */
    public Item getItem() {
        return item;
    }

    /** The ids of the items that will do in place of the one asked for, one for one; empty: none. */
    public Set<Long> getSubstitutes() {
        return substitutes;
    }

    public String getCategory() {
        return category;
    }

    /** Who it must fit; null: whoever the item is for. */
    public Wearer getFits() {
        return fits;
    }

    /** The sizes that will do; empty: any. */
    public List<String> getSizes() {
        return sizes.isEmpty() ? List.of() : List.of(sizes.split("\\|"));
    }

    public long getQuantity() {
        return quantity;
    }

    public long getPromised() {
        return promised;
    }

    public long getSent() {
        return sent;
    }

    public long getArrived() {
        return arrived;
    }
}
