package org.kindtrail.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.OwnersOnly;
import org.kindtrail.web.HouseSecret;

/**
 * The secret of the installation: from the setting {@code kindtrail.secret}, the same for all nodes on one database, or
 * from a file beside the data that is made at the first start and that only its owner can read. It is never in the
 * database, so that a stolen database opens no tracking page; the database keeps its hash, so that a node with another
 * secret does not start.
 */
@ApplicationScoped
class Secret implements HouseSecret {
    static final String FILE = "kindtrail.secret";
    /** Known to everybody, for the demonstration, whose codes stand in the description of the API. */
    private static final String DEMONSTRATION = "kindtrail demonstration ".repeat(2);

    private final EntityManager database;
    private final Clock clock;
    private final Optional<String> setting;
    private final Path data;
    private final boolean demonstration;
    private volatile byte[] secret;

    Secret(
            EntityManager database,
            Clock clock,
            @ConfigProperty(name = "kindtrail.secret") Optional<String> setting,
            @ConfigProperty(name = "kindtrail.data") Path data,
            @ConfigProperty(name = "kindtrail.demo", defaultValue = "false") boolean demonstration) {
        this.database = database;
        this.clock = clock;
        this.setting = setting;
        this.data = data;
        this.demonstration = demonstration;
    }

    void find(@Observes @Priority(1) StartupEvent start) {
        String words = setting.map(String::strip).orElseGet(this::inFile);
        if (words.length() < 32) {
            throw new ConfigurationException("KINDTRAIL_SECRET has at least 32 characters: set it to more of them.");
        }
        check(words, demonstration);
        secret = HexFormat.of().parseHex(Code.hash(words));
        Cursor.sealWith(secret("cursors", Cursor.KEY_BYTES));
        String hash = Code.hash("secret " + words);
        try {
            QuarkusTransaction.requiringNew().run(() -> compare(hash));
        } catch (ConfigurationException another) {
            throw another;
        } catch (RuntimeException anotherNodeWasFirst) {
            // Both began on the empty database in the same moment: the other's is there now.
            QuarkusTransaction.requiringNew().run(() -> compare(hash));
        }
    }

    /** @throws ConfigurationException when the demonstration's secret would guard something real */
    static void check(String words, boolean demonstration) {
        if (words.equals(DEMONSTRATION.strip()) && !demonstration) {
            throw new ConfigurationException("This is the data of a demonstration, whose secret everybody knows. To go on trying it,"
                    + " start with --demo (or KINDTRAIL_DEMO=true). For real work start with an empty folder"
                    + " (--data, or KINDTRAIL_DATA) and an empty database. Nothing was started.");
        }
    }

    private void compare(String hash) {
        Installation installation = database.find(Installation.class, 1);
        if (installation == null) {
            database.persist(new Installation(hash, clock.instant()));
        } else if (!installation.hasSecret(hash)) {
            throw new ConfigurationException("This database was first started with another secret: set KINDTRAIL_SECRET to it,"
                    + " or put the file " + FILE + " of that time into " + data);
        }
    }

    private String inFile() {
        Path file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path file) throws IOException {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        OwnersOnly.makeFolder(data);
        try {
            OwnersOnly.makeFile(file);
            String words = demonstration ? DEMONSTRATION : HexFormat.of().formatHex(fresh);
            Files.writeString(file, words + "\n", StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // Another process on the same folder was first; its file holds.
        }
    }

    @Override
    public byte[] secret() {
        return secret;
    }
}
