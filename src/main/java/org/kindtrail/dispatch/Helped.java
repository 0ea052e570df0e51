package org.kindtrail.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kindtrail.need.Need;
import org.kindtrail.need.PeopleCount;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.recipient.Sex;

/** How many people of one sex and age a need helped: copied when its first delivery is confirmed, so that it stays as it was. */
@Entity
class Helped {
    @Id
    @GeneratedValue(generator = "helped_seq")
    @SequenceGenerator(name = "helped_seq", sequenceName = "helped_seq", allocationSize = 50)
    private Long id;

    private Long organisationId;
    private Long needId;
    private Long deliveryId;
    private Long programmeId;
    private String country;
    private String region;
    private Long householdId;
    private LocalDate inMonth;
    private Instant toldFrom;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Sex sex;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AgeBand ageBand;

    private int number;
    private Instant recordedAt;
    private Instant withdrawnAt;

    // The need's id while it counts or was told; unique with sex and age, so that nobody is counted twice.
    private Long countedNeedId;

    protected Helped() {}

    /**
     * @param told the region as it may be told; null: elsewhere in the country
     * @param month the first day of the month of {@code now}, where the organisation is
     * @param toldFrom from when on the month is told
     */
    Helped(Need need, Long delivery, PeopleCount people, String told, LocalDate month, Instant toldFrom, Instant now) {
        this.organisationId = need.getOrganisationId();
        this.needId = need.getId();
        this.deliveryId = delivery;
        this.programmeId = need.programmeId();
        this.country = need.getRecipient().getCountry();
        this.region = told;
        this.householdId =
                need.getRecipient().getKind() == RecipientKind.HOUSEHOLD ? need.getRecipient().getId() : null;
        this.inMonth = month;
        this.toldFrom = toldFrom;
        this.sex = people.getSex();
        this.ageBand = people.getAgeBand();
        this.number = people.getNumber();
        this.recordedAt = now;
        this.countedNeedId = need.getId();
    }

    /** What was told stays told, and its people are not counted again by another delivery. */
    void withdraw(Instant now) {
        if (withdrawnAt == null) {
            withdrawnAt = now;
            countedNeedId = now.isBefore(toldFrom) ? null : countedNeedId;
        }
    }

    /** Another delivery of the need stands: they are counted by that one from now on. */
    void countBy(Long delivery) {
        deliveryId = delivery;
    }
}
