package org.kindtrail.seal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.kindtrail.kernel.Confidential;

/**
 * Keeps texts sealed, each as a field of its owner, and opens them. The keys come from the setting {@code kindtrail.keys},
 * or from a file that is made at the first start and that only its owner can read; they are never in the database. It
 * does not ask who opens or why: whoever calls it has asked.
 */
@ApplicationScoped
public class Seal {
    private static final Logger LOG = Logger.getLogger(Seal.class);

    private final EntityManager database;
    private final Clock clock;
    private final Optional<String> setting;
    private final Path file;
    private volatile Keyring keyring;

    Seal(
            EntityManager database,
            Clock clock,
            @ConfigProperty(name = "kindtrail.keys") Optional<String> setting,
            @ConfigProperty(name = "kindtrail.keys-file") Path file) {
        this.database = database;
        this.clock = clock;
        this.setting = setting;
        this.file = file;
    }

    void find(@Observes @Priority(2) StartupEvent start) {
        Set<Integer> used = used();
        Keyring keys = new Keyring(setting.map(KeysFile::parse).orElseGet(() -> inFile(used.isEmpty())));
        mustOpen(keys, used);
        if (!used.contains(keys.primary())) {
            know(keys.primary());
            Set<Integer> now = used();
            if (!keys.known().containsAll(now)) {
                // Another node began with keys of its own at the same moment. Nothing is sealed with these yet.
                forget(keys.primary());
                mustOpen(keys, now);
            }
        }
        keyring = keys;
    }

    private void mustOpen(Keyring keys, Set<Integer> used) {
        if (!keys.known().containsAll(used)) {
            throw new IllegalStateException("This database keeps what was sealed with keys that are not here: set"
                    + " KINDTRAIL_KEYS to them, or put the file " + KeysFile.NAME + " of that time to " + file);
        }
    }

    private Set<Integer> used() {
        List<?> ids = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select id from sealing_key", Integer.class)
                .getResultList());
        Set<Integer> used = new HashSet<>();
        ids.forEach(id -> used.add(((Number) id).intValue()));
        return used;
    }

    /** Another node that starts with the same keys may have written it down a moment ago. */
    private void know(int key) {
        try {
            QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                            "insert into sealing_key (id, made_at) values (?1, ?2)")
                    .setParameter(1, key)
                    .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                    .executeUpdate());
        } catch (RuntimeException refused) {
            if (!used().contains(key)) {
                throw refused;
            }
        }
    }

    private void forget(int key) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from sealing_key where id = ?1")
                .setParameter(1, key)
                .executeUpdate());
    }

    private KeysFile inFile(boolean nothingSealed) {
        try {
            if (!Files.exists(file)) {
                if (!nothingSealed) {
                    throw new IllegalStateException("The keys of this database are missing: set KINDTRAIL_KEYS to them, or"
                            + " put the file " + KeysFile.NAME + " to " + file);
                }
                KeysFile.fresh().make(file);
            }
            if (KeysFile.isOpenToOthers(file)) {
                LOG.warnf("Others than its owner can read %s, and with it and the database all that is sealed: chmod 600", file);
            }
            return KeysFile.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps these fields of the owner, each in place of what it was; a blank text takes the field away. Other fields of the
     * owner stay. Joins the transaction of whoever calls.
     */
    public void keep(SealOwner owner, Map<String, Confidential> fields) {
        if (fields.isEmpty()) {
            return;
        }
        // Of a natural key there is no sequence, and what is deleted first is never there twice.
        forget(owner, fields.keySet());
        database.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(
                    """
                    insert into sealed (owner, owner_id, field, organisation_id, key_id, content, search, sealed_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""")) {
                for (Map.Entry<String, Confidential> each : fields.entrySet()) {
                    if (each.getValue() == null || each.getValue().isBlank()) {
                        continue;
                    }
                    insert.setString(1, owner.kind());
                    insert.setLong(2, owner.id());
                    insert.setString(3, each.getKey());
                    insert.setLong(4, owner.organisation());
                    insert.setInt(5, keyring.primary());
                    insert.setString(6, keyring.seal(owner, each.getKey(), each.getValue()));
                    insert.setString(7, keyring.search(owner, each.getKey(), each.getValue()));
                    insert.setObject(8, clock.instant().atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** Keeps one field of each of many owners, none of which has it yet, in one batch. */
    public void keepFirst(String field, Map<SealOwner, Confidential> texts) {
        database.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(
                    """
                    insert into sealed (owner, owner_id, field, organisation_id, key_id, content, search, sealed_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""")) {
                for (Map.Entry<SealOwner, Confidential> each : texts.entrySet()) {
                    SealOwner owner = each.getKey();
                    insert.setString(1, owner.kind());
                    insert.setLong(2, owner.id());
                    insert.setString(3, field);
                    insert.setLong(4, owner.organisation());
                    insert.setInt(5, keyring.primary());
                    insert.setString(6, keyring.seal(owner, field, each.getValue()));
                    insert.setString(7, keyring.search(owner, field, each.getValue()));
                    insert.setObject(8, clock.instant().atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** Opens one field of many owners of one kind, by their numbers, in one statement; what is not kept is not in it. */
    public Map<Long, Confidential> open(Long organisation, String kind, String field, Collection<Long> owners) {
        Map<Long, Confidential> open = new HashMap<>();
        if (!owners.isEmpty()) {
            List<Object[]> rows = database.createNativeQuery(
                            "select owner_id, content from sealed where owner = :kind and owner_id in (:owners)"
                                    + " and field = :field and organisation_id = :organisation",
                            Object[].class)
                    .setParameter("kind", kind)
                    .setParameter("owners", owners)
                    .setParameter("field", field)
                    .setParameter("organisation", organisation)
                    .getResultList();
            for (Object[] row : rows) {
                Long id = ((Number) row[0]).longValue();
                open.put(id, keyring.open(new SealOwner(kind, id, organisation), field, (String) row[1]));
            }
        }
        return open;
    }

    private void forget(SealOwner owner, Collection<String> fields) {
        database.createNativeQuery("delete from sealed where owner = :owner and owner_id = :id and field in (:fields)")
                .setParameter("owner", owner.kind())
                .setParameter("id", owner.id())
                .setParameter("fields", fields)
                .executeUpdate();
    }

    /** All that is sealed of the owner is gone for ever, from this database; older backups still hold it. */
    public void erase(SealOwner owner) {
        database.createNativeQuery("delete from sealed where owner = ?1 and owner_id = ?2")
                .setParameter(1, owner.kind())
                .setParameter(2, owner.id())
                .executeUpdate();
    }

    /** The same for many owners of one kind, in one statement. */
    public void erase(Long organisation, String kind, Collection<Long> owners) {
        if (!owners.isEmpty()) {
            database.createNativeQuery(
                            "delete from sealed where organisation_id = :organisation and owner = :kind and owner_id in (:owners)")
                    .setParameter("organisation", organisation)
                    .setParameter("kind", kind)
                    .setParameter("owners", owners)
                    .executeUpdate();
        }
    }

    /** Opens all fields of the owner; what is not kept is not in it. */
    public Map<String, Confidential> open(SealOwner owner) {
        Map<String, Confidential> open = new HashMap<>();
        rows("select field, content from sealed where owner = ?1 and owner_id = ?2 and organisation_id = ?3", owner)
                .forEach(row -> open.put((String) row[0], keyring.open(owner, (String) row[0], (String) row[1])));
        return open;
    }

    /** Which fields of the owner are kept, without opening any. */
    public Set<String> kept(SealOwner owner) {
        Set<String> fields = new HashSet<>();
        rows("select field, owner from sealed where owner = ?1 and owner_id = ?2 and organisation_id = ?3", owner)
                .forEach(row -> fields.add((String) row[0]));
        return fields;
    }

    private List<Object[]> rows(String statement, SealOwner owner) {
        return database.createNativeQuery(statement, Object[].class)
                .setParameter(1, owner.kind())
                .setParameter(2, owner.id())
                .setParameter(3, owner.organisation())
                .getResultList();
    }

    /**
     * The owners whose field is exactly this text, but for case and spaces; found by a keyed hash, without opening any.
     *
     * @param organisation whose owners
     * @param kind what the owners are
     * @return their numbers, at most 50
     */
    public List<Long> find(Long organisation, String kind, String field, Confidential text) {
        SealOwner any = new SealOwner(kind, null, organisation);
        return database.createNativeQuery(
                        """
                        select owner_id from sealed
                        where organisation_id = :organisation and owner = :kind and field = :field and search in (:hashes)
                        order by owner_id""",
                        Long.class)
                .setParameter("organisation", organisation)
                .setParameter("kind", kind)
                .setParameter("field", field)
                .setParameter("hashes", keyring.searches(any, field, text))
                .setMaxResults(50)
                .getResultList();
    }
}
