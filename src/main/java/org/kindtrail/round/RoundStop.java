package org.kindtrail.round;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.kindtrail.dispatch.Dispatch;

/** One dispatch of a round. */
@Entity
public class RoundStop {
    @Id
    @GeneratedValue(generator = "round_stop_seq")
    @SequenceGenerator(name = "round_stop_seq", sequenceName = "round_stop_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private DeliveryRound round;

    @ManyToOne(fetch = FetchType.LAZY)
    private Dispatch dispatch;

    private int stop;
    private Long standingId;

    protected RoundStop() {}

    RoundStop(DeliveryRound round, Dispatch dispatch) {
        this.round = round;
        this.dispatch = dispatch;
        this.standingId = dispatch.getId();
    }

    /** It comes as the so-many-th. */
    void come(int number) {
        stop = number;
    }

    /** The round was cancelled: the dispatch can go on another. */
    void letGo() {
        standingId = null;
    }

    public Long getId() {
        return id;
    }

    public DeliveryRound getRound() {
        return round;
    }

    public Dispatch getDispatch() {
        return dispatch;
    }

    /** Its number in the order, from 1. */
    public int getStop() {
        return stop;
    }
}
