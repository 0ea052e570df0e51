package org.kindtrail.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.kindtrail.kernel.Page;
import org.kindtrail.web.Listing;

/** Rows that are read page by page: nothing of the database waits while a page is written, and nothing written is kept. */
record PagedRows<T>(Listing.Source<T> source, Function<T, List<String>> row) implements Iterable<List<String>> {
    @Override
    public Iterator<List<String>> iterator() {
        return new Iterator<>() {
            private Page<List<String>> page;
            private int at;

            @Override
            public boolean hasNext() {
                while (page == null || at == page.rows().size() && page.next() != null) {
                    String after = page == null ? null : page.next();
                    // The rows are made in it as well: they may ask their lot for its item.
                    page = QuarkusTransaction.requiringNew()
                            .call(() -> source.read(after, Page.MOST).map(row));
                    at = 0;
                }
                return at < page.rows().size();
            }

            @Override
            public List<String> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.rows().get(at++);
            }
        };
    }
}
