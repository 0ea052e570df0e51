package org.kindtrail.web;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells whoever started the service where it answers, once it does; everything that is done at the start is done then. */
class Ready {
    private static final Logger LOG = Logger.getLogger(Ready.class);

    private final boolean inJson;

    Ready(@ConfigProperty(name = "kindtrail.log.json") boolean inJson) {
        this.inJson = inJson;
    }

    void tell(@ObservesAsync HttpServerStart started) {
        String ready = "Kindtrail is ready at http://localhost:" + started.options().getPort() + "/";
        if (inJson) {
            LOG.info(ready);
        } else {
            System.out.println(ready);
        }
    }
}
