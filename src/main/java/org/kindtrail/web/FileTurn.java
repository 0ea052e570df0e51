package org.kindtrail.web;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;

/** The place of one request among {@link FilesAtOnce}: given back when its file is written, at the latest when the request ends. */
@RequestScoped
class FileTurn {
    private final FilesAtOnce files;
    private String asker;

    FileTurn(FilesAtOnce files) {
        this.files = files;
    }

    /** @throws TooManyFiles when as many are under way as may be */
    void take(String who) {
        files.begin(who);
        asker = who;
    }

    @PreDestroy
    void giveBack() {
        if (asker != null) {
            files.end(asker);
            asker = null;
        }
    }
}
