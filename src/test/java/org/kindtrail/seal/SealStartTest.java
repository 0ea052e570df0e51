package org.kindtrail.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindtrail.testing.HouseTest;

/** What a node does with its keys when it starts. */
@HouseTest
class SealStartTest {
    private static final int NODES = 4;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kindtrail.keys-file")
    Path ours;

    @TempDir
    Path folder;

    private Seal node(KeysFile keys) {
        return new Seal(database, clock, Optional.ofNullable(keys).map(KeysFile::json), folder.resolve("none.keys"));
    }

    private KeysFile known() throws IOException {
        return KeysFile.parse(Files.readString(ours));
    }

    private List<?> rows() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select id from sealing_key").getResultList());
    }

    @AfterEach
    void onlyOurKeys() throws IOException {
        int primary = new Keyring(known()).primary();
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from sealing_key where id <> ?1")
                .setParameter(1, primary)
                .executeUpdate());
    }

    @Test
    void nodesThatBringTheSameNewKeyAtTheSameMomentAllStart() throws Exception {
        KeysFile rotated = known().withNewOnes().withNewestInUse();
        CyclicBarrier together = new CyclicBarrier(NODES);
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        List<Callable<Void>> starts = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            starts.add(() -> {
                together.await();
                node(rotated).find(new StartupEvent());
                return null;
            });
        }
        try {
            for (Future<Void> start : nodes.invokeAll(starts)) {
                start.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(rows()).hasSize(2);
    }

    @Test
    void aNodeWithOtherKeysDoesNotStart() {
        assertThatThrownBy(() -> node(KeysFile.fresh()).find(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keys that are not here");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void aNodeWithoutKeysMakesNoneForADatabaseThatHasSome() {
        assertThatThrownBy(() -> node(null).find(new StartupEvent())).hasMessageContaining("KINDTRAIL_KEYS");
        assertThat(folder.resolve("none.keys")).doesNotExist();
    }
}
