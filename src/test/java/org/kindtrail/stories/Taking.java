package org.kindtrail.stories;


/** What {@link EveryThing} has to take along. */
final class Taking {
    private final EveryThing all;

    Taking(EveryThing all) {
        this.all = all;
    }

    /** The kind of file at the address; null when it is none of these. */
    static String file(String path) {
        if (path.equals("/archive/archive.zip") || path.equals("/api/v1/archive")) {
            return "application/zip";
        }
        return path.equals("/archive/events.jsonld") || path.startsWith("/api/v1/archive/epcis") ? "application/ld+json" : null;
    }

    void all() {
        all.everybodys("/archive", "/archive/archive.zip", "/archive/events.jsonld");
        all.api("archive", "archive/epcis");
        all.put("/api/v1/archive/epcis", "/api/v1/archive/epcis?from=2026-01-01", EveryThing.Whose.EVERYBODYS, 200);
    }
}
