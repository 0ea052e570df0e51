package org.kindtrail.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kindtrail.web.FileAnswer;
import org.kindtrail.web.Frame;
import org.kindtrail.web.HouseSecret;

/**
 * Makes the files. They are of one moment, so the database is read in one go into a file that only the service can read, and that
 * goes out afterwards: somebody who reads slowly holds up no one, and what cannot be made is answered like everywhere.
 */
@ApplicationScoped
class ArchiveFiles {
    /** What is written with the database as it is at one moment. */
    private interface Making {
        void to(OutputStream out, Connection database, Numbers numbers) throws Exception;
    }

    private final ArchiveService archives;
    private final Snapshot snapshot;
    private final HouseSecret secret;
    private final FileAnswer files;
    private final Frame frame;
    private final String address;

    ArchiveFiles(
            ArchiveService archives,
            Snapshot snapshot,
            HouseSecret secret,
            FileAnswer files,
            Frame frame,
            @ConfigProperty(name = "kindtrail.address") String address) {
        this.archives = archives;
        this.snapshot = snapshot;
        this.secret = secret;
        this.files = files;
        this.frame = frame;
        this.address = address.replaceFirst("/+$", "");
    }

    /** Everything, as tables. */
    Response tables() {
        return files.of("application/zip", "attachment; filename=\"archive.zip\"", () -> {
            ArchiveService.Asked asked = archives.tables();
            DataPackage.Titles titles = titles(asked);
            return made((out, database, numbers) -> new DataPackage(database, numbers, asked.organisation()).write(out, titles));
        });
    }

    private DataPackage.Titles titles(ArchiveService.Asked asked) {
        Map<String, String> tables = new TreeMap<>();
        ArchiveTables.ALL.forEach(table -> tables.put(table.name(), frame.say("archive_table_" + table.name(), Map.of())));
        return new DataPackage.Titles(
                "kindtrail-" + asked.code().toLowerCase(Locale.ROOT),
                asked.name(),
                frame.say("archive_description", Map.of()),
                TableRows.moment(asked.now()),
                tables);
    }

    /** The ledger's events of a period. */
    Response events(String from, String to) {
        return files.of("application/ld+json", "attachment; filename=\"events.jsonld\"", () -> {
            ArchiveService.AskedEvents asked = archives.events(from, to);
            return made((out, database, numbers) -> {
                EpcisFile file = new EpcisFile(out, address, asked.asked().zone());
                Events events = new Events(database, asked.asked().organisation(), asked.period());
                file.begin(asked.asked().now());
                new MovedGoods(events, file, numbers).write();
                new ConvertedGoods(database, events, file, numbers).write();
                file.end();
            });
        });
    }

    private StreamingOutput made(Making making) {
        try {
            Path draft = Files.createTempFile("kindtrail-archive", null);
            try {
                snapshot.read(database -> {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                        making.to(out, database, new Numbers(secret));
                    }
                });
                return sent(Files.newInputStream(draft, StandardOpenOption.DELETE_ON_CLOSE));
            } catch (Exception failed) {
                Files.deleteIfExists(draft);
                throw failed;
            }
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("the archive cannot be made", failed);
        }
    }

    private static StreamingOutput sent(InputStream draft) {
        return (OutputStream out) -> {
            try (draft) {
                draft.transferTo(out);
            }
        };
    }
}
