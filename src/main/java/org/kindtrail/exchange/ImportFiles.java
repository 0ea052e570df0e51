package org.kindtrail.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.seal.Seal;
import org.kindtrail.seal.SealOwner;

/** The files as they were sent, sealed whatever stands in them: nobody knows which columns hold what is personal. */
@ApplicationScoped
class ImportFiles {
    private static final String OWNER = "import";
    private static final int PART = 192 * 1024;

    private final Seal seal;

    ImportFiles(Seal seal) {
        this.seal = seal;
    }

    private static SealOwner owner(SheetImport brought) {
        return new SealOwner(OWNER, brought.getId(), brought.getOrganisationId());
    }

    void keep(SheetImport brought, byte[] file) {
        Map<String, Confidential> parts = new TreeMap<>();
        for (int from = 0; from < file.length; from += PART) {
            byte[] part = Arrays.copyOfRange(file, from, Math.min(from + PART, file.length));
            parts.put(
                    String.format("file %04d", from / PART),
                    Confidential.of(Base64.getEncoder().encodeToString(part)));
        }
        seal.keep(owner(brought), parts);
    }

    byte[] open(SheetImport brought) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new TreeMap<>(seal.open(owner(brought)))
                .values()
                .forEach(part -> file.writeBytes(Base64.getDecoder().decode(part.text())));
        return file.toByteArray();
    }

    void erase(SheetImport brought) {
        seal.erase(owner(brought));
    }
}
