package org.kindtrail.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;

/**
 * The keys as they are kept outside the database: JSON with two keysets of Tink, {@code sealing} (AES-256-GCM) and
 * {@code search} (HMAC-SHA-256). Whoever has it and the database can read everything that is sealed; who loses it, nothing
 * ever again.
 */
record KeysFile(KeysetHandle sealing, KeysetHandle search) {
    /** Beside the data, where no setting names another. */
    static final String NAME = "kindtrail.keys";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeysFile fresh() {
        try {
            return new KeysFile(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                    KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With new keys that wait behind the others: they open, and nothing is sealed with them yet. */
    KeysFile withNewOnes() {
        return new KeysFile(
                withNewOne(sealing, PredefinedAeadParameters.AES256_GCM),
                withNewOne(search, PredefinedPrfParameters.HMAC_SHA256_PRF));
    }

    private static KeysetHandle withNewOne(KeysetHandle keys, Parameters parameters) {
        return built(KeysetHandle.newBuilder(keys)
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId()));
    }

    /** Whether new keys wait. */
    boolean hasNewOnes() {
        return first(sealing) < sealing.size() - 1;
    }

    /** The newest are those that seal from now on. */
    KeysFile withNewestInUse() {
        return new KeysFile(withNewestInUse(sealing), withNewestInUse(search));
    }

    private static KeysetHandle withNewestInUse(KeysetHandle keys) {
        KeysetHandle.Builder all = KeysetHandle.newBuilder(keys);
        all.getAt(all.size() - 1).makePrimary();
        return built(all);
    }

    /** Without those that were in use before the ones that are now. */
    KeysFile withoutOldOnes() {
        return new KeysFile(withoutOldOnes(sealing), withoutOldOnes(search));
    }

    private static KeysetHandle withoutOldOnes(KeysetHandle keys) {
        KeysetHandle.Builder all = KeysetHandle.newBuilder(keys);
        for (int old = first(keys); old > 0; old--) {
            all.deleteAt(0);
        }
        return built(all);
    }

    /** Where the one in use stands: before it the old ones, behind it those that wait. */
    private static int first(KeysetHandle keys) {
        int at = 0;
        while (!keys.getAt(at).isPrimary()) {
            at++;
        }
        return at;
    }

    private static KeysetHandle built(KeysetHandle.Builder keys) {
        try {
            return keys.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param text the JSON, or its base64 as one fits it into an environment variable */
    static KeysFile parse(String text) {
        try {
            String plain = text.strip();
            String json = plain.startsWith("{")
                    ? plain
                    : new String(Base64.getMimeDecoder().decode(plain), StandardCharsets.UTF_8);
            JsonNode keys = JSON.readTree(json);
            return new KeysFile(keyset(keys.path("sealing")), keyset(keys.path("search")));
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            // The cause may quote the keys.
            throw new IllegalStateException("The keys that seal cannot be read: they are JSON with sealing and search, as "
                    + NAME + " has it");
        }
    }

    private static KeysetHandle keyset(JsonNode json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json.toString(), InsecureSecretKeyAccess.get());
    }

    String json() {
        try {
            ObjectNode keys = JSON.createObjectNode();
            keys.set("sealing", JSON.readTree(text(sealing)));
            keys.set("search", JSON.readTree(text(search)));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(keys) + "\n";
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }

    /** Makes the file with mode 0600; one that another process made meanwhile stays, and holds. */
    void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = draft(file);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException otherWasFirst) {
            // Its keys are the ones.
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
        keep(file.toAbsolutePath().getParent());
    }

    /** Puts these keys in place of those in the file, whole or not at all; its owner stays. */
    void replace(Path file) throws IOException {
        Path real = file.toRealPath();
        Path draft = draft(real);
        try {
            Files.setOwner(draft, Files.getOwner(real));
            Files.move(draft, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        keep(real.getParent());
    }

    /** What was renamed stays renamed when the power goes: nothing may be sealed with keys that could be gone. */
    private static void keep(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException notHere) {
            // Windows opens no folder, and keeps names by itself.
        }
    }

    /** Whether others than its owner can read the file. */
    static boolean isOpenToOthers(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
    }

    private Path draft(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] ownersOnly = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Path draft = Files.createTempFile(folder, NAME, ".new", ownersOnly);
        Files.writeString(draft, json(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        return draft;
    }
}
