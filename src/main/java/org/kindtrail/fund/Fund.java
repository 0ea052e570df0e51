package org.kindtrail.fund;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.programme.Programme;

/** Money held for a purpose. Its lots lie at its place, each with the goods or the gift that it came from behind it. */
@Entity
public class Fund {
    @Id
    @GeneratedValue(generator = "fund_seq")
    @SequenceGenerator(name = "fund_seq", sequenceName = "fund_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private String code;
    private String name;
    private String purpose;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;

    private Instant openedAt;
    private Instant closedAt;

    @Version
    private int version;

    protected Fund() {}

    Fund(String code, String name, String purpose, Place place, Instant now) {
        this.organisationId = place.getOrganisationId();
        this.code = code;
        this.place = place;
        this.openedAt = now;
        describe(name, purpose);
    }

    void describe(String newName, String newPurpose) {
        name = newName.strip();
        purpose = newPurpose.strip();
        place.describe(name, 0);
    }

    /** @param newProgramme for which all its money is from now on; null: none */
    void serve(Programme newProgramme) {
        programme = newProgramme;
    }

    /** It takes no more money; the caller has seen that it holds none. */
    void close(Instant now) {
        if (closedAt != null) {
            throw new Refused("error_fund_closed");
        }
        closedAt = now;
        place.close();
    }

    void reopen() {
        if (closedAt == null) {
            throw new Refused("error_fund_open");
        }
        closedAt = null;
        place.reopen();
    }

    public Long getId() {
        return id;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    /** What its money is for; told in public. */
    public String getPurpose() {
        return purpose;
    }

    /** Where its money lies. */
    public Place getPlace() {
        return place;
    }

    /** The programme for which all its money is; null: none. */
    public Programme getProgramme() {
        return programme;
    }

    /** The programme that its money may not leave; null: none, or one that has ended and freed what was left over. */
    Programme bound() {
        return programme == null || programme.isFreesGoods() ? null : programme;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    Instant getOpenedAt() {
        return openedAt;
    }

    int getVersion() {
        return version;
    }
}
