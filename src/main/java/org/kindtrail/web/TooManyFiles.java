package org.kindtrail.web;

import java.util.Map;
import org.kindtrail.kernel.DomainException;

/** One person asks for more files of lists at once than one person needs. */
final class TooManyFiles extends DomainException {
    TooManyFiles(int most) {
        super("web_too_many_files", Map.of("most", most));
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public String type() {
        return "too-many-attempts";
    }
}
