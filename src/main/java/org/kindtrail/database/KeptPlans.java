package org.kindtrail.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Statement;
import org.hibernate.Session;

/**
 * For statements of many joins whose way through the indexes is the same whatever is asked. PostgreSQL compares what a plan for
 * these very facts would cost with one for any, guesses that lists and limits which it does not know are long, and so would plan
 * anew at every turn, which takes longer than to answer.
 */
@ApplicationScoped
public class KeptPlans {
    private final EntityManager database;
    private final Vendor vendor;

    KeptPlans(EntityManager database, Vendor vendor) {
        this.database = database;
        this.vendor = vendor;
    }

    /** What is asked from here to the end of the transaction is planned once for each connection. The embedded database keeps its plans. */
    public void inThisTransaction() {
        if (vendor == Vendor.POSTGRESQL) {
            database.unwrap(Session.class).doWork(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set local plan_cache_mode = force_generic_plan");
                }
            });
        }
    }
}
