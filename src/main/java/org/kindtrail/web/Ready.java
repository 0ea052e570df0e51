package org.kindtrail.web;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells whoever started the service where it answers, once it does; everything that is done at the start is done then. */
class Ready {
    private final boolean told;

    Ready(@ConfigProperty(name = "kindtrail.announced", defaultValue = "true") boolean told) {
        this.told = told;
    }

    void tell(@ObservesAsync HttpServerStart started) {
        if (told) {
            System.out.println("Kindtrail is ready at http://localhost:" + started.options().getPort() + "/");
        }
    }
}
