package org.kindtrail.database;

import java.util.function.ObjLongConsumer;

/** Tells somebody of each statement and when it began, once it has ended. It costs something at each of them, so nobody asks by default. */
public final class StatementTimes {
    private StatementTimes() {}

    /** @param listener gets the statement as it was prepared, without what is bound to it, and when it began by {@link System#nanoTime} */
    public static void tell(ObjLongConsumer<String> listener) {
        WatchedConnection.time(new WatchedConnection.Listener() {
            @Override
            public void executed(String sql) {}

            @Override
            public void committed() {}

            @Override
            public void executed(String sql, long began) {
                listener.accept(sql, began);
            }
        });
    }
}
