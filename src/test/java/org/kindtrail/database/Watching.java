package org.kindtrail.database;

import java.util.function.Consumer;

/** Opens the listening post of the database room to the tests of other rooms. */
public final class Watching {
    private Watching() {}

    public static void listen(Consumer<String> executed, Runnable committed) {
        WatchedConnection.listen(new WatchedConnection.Listener() {
            @Override
            public void executed(String sql) {
                executed.accept(sql);
            }

            @Override
            public void committed() {
                committed.run();
            }
        });
    }
}
