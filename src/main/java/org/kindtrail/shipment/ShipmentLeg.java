package org.kindtrail.shipment;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.kindtrail.kernel.Refused;

/** One carrier, one waybill, one departure, one arrival. */
@Entity
public class ShipmentLeg {
    @Id
    @GeneratedValue(generator = "shipment_leg_seq")
    @SequenceGenerator(name = "shipment_leg_seq", sequenceName = "shipment_leg_seq", allocationSize = 10)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Shipment shipment;

    private int number;
    private String waybill;
    private String carrier;
    private String vehicle;
    private String seal;
    private String starts;
    private String ends;
    private LocalDate plannedDeparture;
    private LocalDate plannedArrival;
    private Instant departedAt;
    private Instant arrivedAt;

    @Version
    private int version;

    protected ShipmentLeg() {}

    ShipmentLeg(Shipment shipment, int number, String waybill, PlanLeg command) {
        this.shipment = shipment;
        this.number = number;
        this.waybill = waybill;
        describe(command);
    }

    /** Tells it anew, until it has ended. */
    void describe(PlanLeg command) {
        if (arrivedAt != null) {
            throw new Refused("error_shipment_leg_arrived", Map.of("waybill", waybill));
        }
        carrier = text(command.carrier());
        vehicle = text(command.vehicle());
        seal = text(command.seal());
        starts = text(command.starts());
        ends = text(command.ends());
        plannedDeparture = command.plannedDeparture();
        plannedArrival = command.plannedArrival();
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    void depart(Instant when) {
        if (departedAt != null) {
            throw new Refused("error_shipment_leg_departed", Map.of("waybill", waybill));
        }
        departedAt = when;
    }

    void arrive(Instant when) {
        if (arrivedAt != null) {
            throw new Refused("error_shipment_leg_arrived", Map.of("waybill", waybill));
        }
        if (departedAt == null) {
            throw new Refused("error_shipment_leg_waits", Map.of("waybill", waybill));
        }
        arrivedAt = when;
    }

    public Long getId() {
        return id;
    }

    public Shipment getShipment() {
        return shipment;
    }

    public int getNumber() {
        return number;
    }

    /** Its number, WB-... */
    public String getWaybill() {
        return waybill;
    }

    public String getCarrier() {
        return carrier;
    }

    /** Registration of the vehicle, number of the freight container, of the flight or of the ship. */
    public String getVehicle() {
        return vehicle;
    }

    public String getSeal() {
        return seal;
    }

    public String getStarts() {
        return starts;
    }

    public String getEnds() {
        return ends;
    }

    public LocalDate getPlannedDeparture() {
        return plannedDeparture;
    }

    public LocalDate getPlannedArrival() {
        return plannedArrival;
    }

    public Instant getDepartedAt() {
        return departedAt;
    }

    public Instant getArrivedAt() {
        return arrivedAt;
    }

    public int getVersion() {
        return version;
    }
}
