package org.kindtrail.web;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;

/** Tells whoever started the service where it answers, once it does; everything that is done at the start is done then. */
class Ready {
    void tell(@ObservesAsync HttpServerStart started) {
        System.out.println("Kindtrail is ready at http://localhost:" + started.options().getPort() + "/");
    }
}
