package org.kindtrail.shipment;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;

/**
 * The shipments to which the organisation of this request is a party: it sends them, or they come to it. For everybody else
 * they do not exist; this is the one place that says so.
 */
@ApplicationScoped
public class Shipments implements PanacheRepository<Shipment> {
    /** {@code s} is the shipment. */
    static final String OURS = "(s.organisation.id = :organisation or s.receiver.id = :organisation)";

    private static final String WHOLE =
            """
            from Shipment s join fetch s.organisation left join fetch s.receiver left join fetch s.partner p
            left join fetch p.place left join fetch s.consignment where s.code = :code and """
                    + " " + OURS;

    /** Which shipment a key opens. */
    record Opened(String code, Long organisationId, String timeZone, String keyHash) {
        ZoneId zone() {
            return ZoneId.of(timeZone);
        }
    }

    private final Scope scope;

    Shipments(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation is no party to such a shipment */
    Shipment get(String typed) {
        return Code.read(CodeKind.SHIPMENT, typed)
                .flatMap(code -> getEntityManager()
                        .createQuery(WHOLE, Shipment.class)
                        .setParameter("code", code)
                        .setParameter("organisation", scope.organisation())
                        .getResultList()
                        .stream()
                        .findFirst())
                .orElseThrow(() -> new NotFound(typed));
    }

    /** Locked until the transaction ends, and read under the lock. */
    Shipment lock(String typed) {
        String code = Code.read(CodeKind.SHIPMENT, typed).orElseThrow(() -> new NotFound(typed));
        List<Long> found = getEntityManager()
                .createNativeQuery(
                        """
                        select id from shipment where code = ?1 and (organisation_id = ?2 or receiver_id = ?2) for update""",
                        Long.class)
                .setParameter(1, code)
                .setParameter(2, scope.organisation())
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFound(typed);
        }
        return get(code);
    }

    /**
     * Locked, for what only the sender does.
     *
     * @throws Refused for the receiver
     */
    Shipment lockToSend(String typed) {
        Shipment shipment = lock(typed);
        if (!shipment.isSentBy(scope.organisation())) {
            throw new Refused("error_shipment_sender_only", java.util.Map.of("sender", shipment.getOrganisation().getName()));
        }
        return shipment;
    }

    /**
     * Locked, for what only the receiver does; for a partner without an account the sender does it.
     *
     * @throws Refused for the sender, when the receiver has an account
     */
    Shipment lockToReceive(String typed) {
        Shipment shipment = lock(typed);
        if (shipment.getReceiver() != null && shipment.isSentBy(scope.organisation())) {
            throw new Refused("error_shipment_receiver_only", java.util.Map.of("receiver", shipment.receiverName()));
        }
        return shipment;
    }

    /** Which of them a list shows. */
    enum Way {
        OUT,
        IN
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<Shipment> newest(Way way, Shipment.State state, String partner, Long before, int count) {
        return getEntityManager()
                .createQuery(
                        "from Shipment s join fetch s.organisation left join fetch s.receiver left join fetch s.partner p where "
                                + OURS
                                + """
                                 and s.id < :before and (:anyState = true or s.state = :state)
                                and (:both = true or (:out = true and s.organisation.id = :organisation)
                                  or (:out = false and s.receiver.id = :organisation))
                                and (:anyPartner = true or p.code = :partner)
                                order by s.id desc""",
                        Shipment.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setParameter("anyState", state == null)
                .setParameter("state", state == null ? Shipment.State.PROPOSED : state)
                .setParameter("both", way == null)
                .setParameter("out", way == Way.OUT)
                .setParameter("anyPartner", partner == null)
                .setParameter("partner", partner == null ? "" : partner)
                .setMaxResults(count)
                .getResultList();
    }

    /** The one that a key opens, whoever asks; the request has no organisation yet. */
    Optional<Opened> openedBy(String keyHash) {
        return getEntityManager()
                .createQuery(
                        """
                        select s.code, o.id, o.timeZone, s.handoverHash from Shipment s join s.organisation o
                        where s.handoverHash = :hash""",
                        Opened.class)
                .setParameter("hash", keyHash)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** @throws NotFound when the shipment has no such leg: a waybill of another's shipment is none */
    ShipmentLeg leg(Shipment shipment, String typed) {
        return Code.read(CodeKind.WAYBILL, typed)
                .flatMap(waybill -> getEntityManager()
                        .createQuery("from ShipmentLeg l where l.shipment = :shipment and l.waybill = :waybill", ShipmentLeg.class)
                        .setParameter("shipment", shipment)
                        .setParameter("waybill", waybill)
                        .getResultList()
                        .stream()
                        .findFirst())
                .orElseThrow(() -> new NotFound(typed));
    }

    List<ShipmentLeg> legs(Shipment shipment) {
        return getEntityManager()
                .createQuery("from ShipmentLeg l where l.shipment = :shipment order by l.number", ShipmentLeg.class)
                .setParameter("shipment", shipment)
                .getResultList();
    }

    List<ShipmentView.ReceiptView> receipts(Shipment shipment) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.shipment.ShipmentView$ReceiptView(r.code, r.openedAt, r.finishedAt, r.takenBy,
                          r.remark, case when r.openedBy is null then true else false end)
                        from ShipmentReceipt r where r.shipment = :shipment order by r.id""",
                        ShipmentView.ReceiptView.class)
                .setParameter("shipment", shipment)
                .setMaxResults(200)
                .getResultList();
    }

    /** The goods received note that is being written; empty when there is none. */
    Optional<ShipmentReceipt> openReceipt(Shipment shipment) {
        return getEntityManager()
                .createQuery(
                        "from ShipmentReceipt r where r.shipment = :shipment and r.finishedAt is null order by r.id desc",
                        ShipmentReceipt.class)
                .setParameter("shipment", shipment)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
