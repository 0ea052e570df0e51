package org.kindtrail.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.kindtrail.kernel.Page;

/**
 * All rows of a listing, a page of them at a time. Each page is read in a transaction of its own that has ended before its
 * rows are given out: nothing of the database waits for somebody who reads slowly, and nothing read before is kept.
 *
 * @param <T> what a row of the listing shows
 */
final class Rows<T> {
    private final Listing<T> listing;
    private final Function<Callable<List<List<Object>>>, List<List<Object>>> transaction;
    private String after;
    private int read;
    private boolean over;

    Rows(Listing<T> listing, Function<Callable<List<List<Object>>>, List<List<Object>>> transaction) {
        this.listing = listing;
        this.transaction = transaction;
    }

    static <T> Rows<T> of(Listing<T> listing) {
        return new Rows<>(listing, page -> QuarkusTransaction.requiringNew().call(page));
    }

    /** The values of the next rows; empty when there are no more, or when there are as many as a file holds. */
    List<List<Object>> next() {
        return over || read >= ListFile.MOST_ROWS ? List.of() : transaction.apply(this::page);
    }

    private List<List<Object>> page() {
        Page<T> page = listing.source().read(after, Math.min(Page.MOST, ListFile.MOST_ROWS - read));
        after = page.next();
        over = after == null;
        read += page.rows().size();
        return page.rows().stream().map(this::values).toList();
    }

    private List<Object> values(T row) {
        List<Object> values = new ArrayList<>();
        listing.columns().forEach(column -> values.add(column.cell().apply(row).value()));
        return values;
    }
}
