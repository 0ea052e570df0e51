package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.kindtrail.account.Attempts;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.OpensNothing;
import org.kindtrail.kernel.Rules;


/** A receiver without an account holds a key, which opens one shipment, and says what came; after that it shows only that. */
@ApplicationScoped
public class HandoverService {
    private static final String GUESSING = "handover";

    private final Shipments shipments;
    private final ShipmentLines lines;
    private final ReceivingService receiving;
    private final Attempts attempts;
    private final Rules rules;
    private final Scope scope;

    HandoverService(
            Shipments shipments,
            ShipmentLines lines,
            ReceivingService receiving,
            Attempts attempts,
            Rules rules,
            Scope scope) {
        this.shipments = shipments;
        this.lines = lines;
        this.receiving = receiving;
        this.attempts = attempts;
        this.rules = rules;
        this.scope = scope;
    }

    /** A shipment that a key has opened for this request. */
    public static final class Opened {
        private final String shipment;
        private final ZoneId zone;
        private final String key;

        private Opened(String shipment, ZoneId zone, String key) {
            this.shipment = shipment;
            this.zone = zone;
            this.key = key;
        }

        /** The key as it is kept, however it was typed. */
        public String key() {
            return key;
        }
    }

    /** A key that opens nothing; what was typed is not repeated. */
    static final class WrongKey extends OpensNothing {
        WrongKey() {
            super("error_handover_key");
        }
    }

    /**
     * Opens the one shipment that belongs to the key; the request works for its sender from then on.
     *
     * @param from the network address, by which wrong keys are counted
     * @throws org.kindtrail.kernel.TooManyAttempts after wrong ones from the same address, or that begin alike
     */
    public Opened open(String typed, String from) {
        // what cannot be a key asks nothing and costs nothing
        String key = Code.read(CodeKind.HANDOVER, typed).orElseThrow(WrongKey::new);
        var opened = attempts.guarded(GUESSING, key, from, () -> shipments.openedBy(HandoverKeys.hash(key)))
                .orElseThrow(WrongKey::new);
        scope.enterByKey(opened.organisationId(), opened.keyHash());
        return new Opened(opened.code(), opened.zone(), key);
    }

    /** What the key's holder may see. */
    @Transactional
    public HandoverView view(Opened opened) {
        return view(shipments.get(opened.shipment), opened.zone);
    }

    /** The receiver says what came. */
    @Transactional
    public HandoverView confirm(Opened opened, ConfirmHandover command) {
        rules.check(command);
        Shipment shipment = shipments.lock(opened.shipment);
        receiving.all(
                shipment,
                new ReceiveAll(null, command.missing(), command.damaged(), command.takenBy(), command.remark()));
        return view(shipment, opened.zone);
    }

    private HandoverView view(Shipment shipment, ZoneId zone) {
        boolean confirmed = !shipment.isOnItsWay();
        return new HandoverView(
                shipment.getCode(),
                confirmed,
                shipment.getOrganisation().getName(),
                LocalDate.ofInstant(shipment.getDepartedAt(), zone),
                confirmed
                        ? List.of()
                        : lines.all(shipment).stream()
                                .filter(ShipmentLine::isAwaited)
                                .map(line -> new HandoverView.Box(
                                        line.getContainer().getCode(),
                                        line.getContainer().getKind(),
                                        line.getWithin() == null ? null : line.getWithin().getCode()))
                                .toList());
    }
}
