package org.kindtrail.round;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** On one day of each week, from when to when goods are handed over at a site, in the organisation's time. */
@Entity
public class HandOverHours {
    @Id
    @GeneratedValue(generator = "hand_over_hours_seq")
    @SequenceGenerator(name = "hand_over_hours_seq", sequenceName = "hand_over_hours_seq", allocationSize = 10)
    private Long id;

    private Long organisationId;
    private Long siteId;
    private int weekday;
    private int opens;
    private int closes;
    private int slotMinutes;
    private int capacity;

    protected HandOverHours() {}

    HandOverHours(Long organisationId, Long siteId, HoursRow told) {
        this.organisationId = organisationId;
        this.siteId = siteId;
        this.weekday = told.weekday().number();
        this.opens = ClockTime.minutes(told.from());
        this.closes = ClockTime.minutes(told.to());
        this.slotMinutes = told.slotMinutes().intValue();
        this.capacity = told.capacity().intValue();
    }

    HoursRow row() {
        return new HoursRow(
                Weekday.numbered(weekday), ClockTime.of(opens), ClockTime.of(closes), (long) slotMinutes, (long) capacity);
    }

    public Long getId() {
        return id;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public Long getSiteId() {
        return siteId;
    }

    /** From 1 for Monday. */
    public int getWeekday() {
        return weekday;
    }

    /** Minutes from midnight. */
    public int getOpens() {
        return opens;
    }

    /** Minutes from midnight. */
    public int getCloses() {
        return closes;
    }

    public int getSlotMinutes() {
        return slotMinutes;
    }

    /** How many are served in one slot. */
    public int getCapacity() {
        return capacity;
    }
}
