package org.kindtrail.database;

import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the replica is, if there is one; it has the same users as the primary. */
final class ReplicaAddress {
    static final String SETTING = "kindtrail.database.replica-url";

    private ReplicaAddress() {}

    /** For the driver, which there is before there is a container. */
    static Optional<String> now() {
        return ConfigProvider.getConfig().getOptionalValue(SETTING, String.class).filter(each -> !each.isBlank());
    }

    /** A replica that does not answer is not waited for: the primary is asked. */
    static Properties patience(Properties account) {
        account.putIfAbsent("connectTimeout", "3");
        account.putIfAbsent("socketTimeout", "20");
        return account;
    }
}
