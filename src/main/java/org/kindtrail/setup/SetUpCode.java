package org.kindtrail.setup;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.kindtrail.account.Installations;

/**
 * The one-time code that opens the set-up of an empty installation: who can read the log of the service may be the first.
 * Each start makes a new one, and the latest holds, on every node.
 */
@ApplicationScoped
class SetUpCode {
    private static final Logger LOG = Logger.getLogger(SetUpCode.class);
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Installations installations;
    private final String address;

    SetUpCode(
            Installations installations,
            @ConfigProperty(name = "kindtrail.address") String address) {
        this.installations = installations;
        this.address = address;
    }

    void start(@Observes StartupEvent start) {
        if (!installations.isSetUp()) {
            announce();
        }
    }

    /** @return the code, which nobody else learns but the reader of the log */
    String announce() {
        SecureRandom random = new SecureRandom();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            code.append(i == 4 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        installations.expect(plain(code.toString()));
        LOG.infof("Set up at %s/setup with the code %s", address.replaceFirst("/+$", ""), code);
        return code.toString();
    }

    /** As people type it: any case, with or without dashes and spaces, O for 0, I and L for 1. */
    static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
