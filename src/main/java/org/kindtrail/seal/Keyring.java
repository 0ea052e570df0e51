package org.kindtrail.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.kindtrail.kernel.Confidential;

/** Seals and opens with the keys of a {@link KeysFile}; no thing of the database, so that commands use it too. */
final class Keyring {
    private static final int HASH_BYTES = 32;

    private final KeysFile keys;
    private final Aead aead;
    private final PrfSet prfs;

    Keyring(KeysFile keys) {
        this.keys = keys;
        try {
            aead = keys.sealing().getPrimitive(RegistryConfiguration.get(), Aead.class);
            prfs = keys.search().getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys that seal are not keys for sealing");
        }
    }

    /** The number of the key that seals now. */
    int primary() {
        return keys.sealing().getPrimary().getId();
    }

    /** The numbers of all keys that can open. */
    Set<Integer> known() {
        KeysetHandle sealing = keys.sealing();
        Set<Integer> ids = new LinkedHashSet<>();
        IntStream.range(0, sealing.size()).forEach(i -> ids.add(sealing.getAt(i).getId()));
        return ids;
    }

    /** Base64 of what only the keys open again, for this owner's field. */
    String seal(SealOwner owner, String field, Confidential text) {
        try {
            byte[] plain = text.text().getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(aead.encrypt(plain, owner.identity(field)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal " + field + " of a " + owner.kind(), e);
        }
    }

    /** @throws IllegalStateException when it was sealed for another owner or field, was changed, or the key is missing */
    Confidential open(SealOwner owner, String field, String sealed) {
        try {
            byte[] plain = aead.decrypt(Base64.getDecoder().decode(sealed), owner.identity(field));
            return Confidential.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "What is sealed as " + field + " of this " + owner.kind() + " does not open: it is not its own, or was changed");
        }
    }

    /** The keyed hash by which an exact match is found; it differs between organisations, kinds and fields. */
    String search(SealOwner owner, String field, Confidential text) {
        return hash(prfs().get(prfs.getPrimaryId()), owner, field, text);
    }

    /** The same by every key that there is, for texts that were sealed before the keys changed. */
    List<String> searches(SealOwner owner, String field, Confidential text) {
        return prfs().values().stream().map(prf -> hash(prf, owner, field, text)).toList();
    }

    private Map<Integer, Prf> prfs() {
        try {
            return prfs.getPrfs();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(Prf prf, SealOwner owner, String field, Confidential text) {
        try {
            String known = owner.organisation() + "|" + owner.kind() + "|" + field + "|" + plain(field, text.text());
            return HexFormat.of().formatHex(prf.compute(known.getBytes(StandardCharsets.UTF_8), HASH_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Case and spaces make no difference; in a telephone number neither do dashes, dots, slashes and brackets. */
    private static String plain(String field, String text) {
        String known = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return field.equals("telephone")
                ? known.replaceAll("[\\s\\p{Z}\\p{Pd}().\\/]+", "")
                : known.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
