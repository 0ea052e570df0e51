package org.kindtrail.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;

@HouseTest
class SealTest {
    private static final AtomicLong IDS = new AtomicLong(7_000_000);
    private static final Confidential NAME = Confidential.of("House of the Willow");
    private static final Confidential ADDRESS = Confidential.of("Street of 12 poplars, 4");

    @Inject
    Seal seal;

    @Inject
    AnOrganisation anOrganisation;

    @Inject
    EntityManager database;

    private AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = anOrganisation.open();
    }

    private SealOwner owner() {
        return new SealOwner("recipient", IDS.incrementAndGet(), house.id);
    }

    private SealOwner keep(Map<String, Confidential> fields) {
        SealOwner owner = owner();
        keep(owner, fields);
        return owner;
    }

    private void keep(SealOwner owner, Map<String, Confidential> fields) {
        QuarkusTransaction.requiringNew().run(() -> seal.keep(owner, fields));
    }

    private Map<String, Confidential> opened(SealOwner owner) {
        return QuarkusTransaction.requiringNew().call(() -> seal.open(owner));
    }

    @Test
    void opensForItsOwnerWhatWasSealed() {
        SealOwner owner = keep(Map.of("trueName", NAME, "address", ADDRESS));

        assertThat(opened(owner)).isEqualTo(Map.of("trueName", NAME, "address", ADDRESS));
    }

    @Test
    void keepsNothingInTheDatabaseThatTellsWhatItIs() {
        SealOwner owner = keep(Map.of("trueName", NAME));
        keep(owner(), Map.of("trueName", NAME));

        List<String> rows = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select content || search from sealed where organisation_id = ?1", String.class)
                .setParameter(1, house.id)
                .getResultList());

        assertThat(rows).hasSize(2).doesNotHaveDuplicates();
        assertThat(rows.toString()).doesNotContainIgnoringCase("willow");
        assertThat(opened(owner)).containsValue(NAME);
    }

    @Test
    void doesNotOpenWhatWasMovedToAnotherRow() {
        SealOwner mine = keep(Map.of("trueName", NAME, "address", ADDRESS));
        SealOwner other = keep(Map.of("trueName", Confidential.of("Somewhere else")));

        move("update sealed set content = ?1 where owner_id = " + other.id(), content(mine, "trueName"));
        assertThatThrownBy(() -> opened(other)).hasMessageContaining("does not open").hasMessageNotContaining("Willow");

        move("update sealed set content = ?1 where field = 'address' and owner_id = " + mine.id(), content(mine, "trueName"));
        assertThatThrownBy(() -> opened(mine)).hasMessageContaining("does not open");
    }

    @Test
    void doesNotOpenWhatWasChanged() {
        SealOwner owner = keep(Map.of("address", ADDRESS));
        String content = content(owner, "address");
        char changed = content.charAt(20) == 'A' ? 'B' : 'A';

        move("update sealed set content = ?1 where owner_id = " + owner.id(),
                content.substring(0, 20) + changed + content.substring(21));

        assertThatThrownBy(() -> opened(owner)).hasMessageContaining("does not open");
    }

    @Test
    void findsExactlyThatTextWithinTheOrganisationOnly() {
        SealOwner owner = keep(Map.of("trueName", NAME));
        Long other = anOrganisation.open().id;

        assertThat(find(house.id, " house  of the WILLOW")).containsExactly(owner.id());
        assertThat(find(house.id, "House of the")).isEmpty();
        assertThat(find(other, "House of the Willow")).isEmpty();
    }

    @Test
    void replacesAndTakesAwaySingleFields() {
        SealOwner owner = keep(Map.of("trueName", NAME, "address", ADDRESS));
        Map<String, Confidential> change = new HashMap<>();
        change.put("address", Confidential.of("Moved"));
        change.put("trueName", null);
        keep(owner, change);

        assertThat(opened(owner)).isEqualTo(Map.of("address", Confidential.of("Moved")));
        assertThat(find(house.id, "House of the Willow")).isEmpty();
    }

    @Test
    void eraseLeavesNothing() {
        SealOwner owner = keep(Map.of("trueName", NAME));
        QuarkusTransaction.requiringNew().run(() -> seal.erase(owner));

        assertThat(opened(owner)).isEmpty();
        assertThat(find(house.id, "House of the Willow")).isEmpty();
    }

    @Test
    void nothingThatPrintsItShowsIt() {
        assertThat(NAME.toString() + Map.of("name", NAME)).doesNotContain("Willow");
    }

    private List<Long> find(Long organisation, String text) {
        return QuarkusTransaction.requiringNew()
                .call(() -> seal.find(organisation, "recipient", "trueName", Confidential.of(text)));
    }

    private String content(SealOwner owner, String field) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select content from sealed where owner_id = ?1 and field = ?2", String.class)
                .setParameter(1, owner.id())
                .setParameter(2, field)
                .getSingleResult());
    }

    private void move(String statement, String content) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).setParameter(1, content).executeUpdate());
    }
}
