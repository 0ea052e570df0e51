package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.ComingContainers;
import org.kindtrail.stock.Lots;

/** Labels printed beforehand, and what a code on a label leads to. */
@ApplicationScoped
public class LabelService {
    private final BlankLabels labels;
    private final Lots lots;
    private final Donations donations;
    private final ComingContainers coming;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final Clock clock;

    LabelService(
            BlankLabels labels,
            Lots lots,
            Donations donations,
            ComingContainers coming,
            Rules rules,
            Scope scope,
            Codes codes,
            Clock clock) {
        this.coming = coming;
        this.labels = labels;
        this.lots = lots;
        this.donations = donations;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.clock = clock;
    }

    /** @return the first of the new labels, by which the sheet is found */
    @Transactional
    String print(PrintLabels command) {
        rules.check(command);
        // What the database keeps of a moment are microseconds; the sheet is found by it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String first = null;
        for (int i = 0; i < command.labels(); i++) {
            BlankLabel label = new BlankLabel(scope.organisation(), codes.next(CodeKind.BAG), now, scope.person());
            labels.persist(label);
            first = first == null ? label.getCode() : first;
        }
        return first;
    }

    /** The labels that were made together with this one; those used since are left out. */
    @Transactional
    List<String> sheet(String code) {
        BlankLabel one = labels.byCode(code).orElseThrow(() -> new NotFound(code));
        return labels.sheetOf(one).stream()
                .filter(label -> !label.isUsed())
                .map(BlankLabel::getCode)
                .toList();
    }

    /**
     * The address of what the code stands on.
     *
     * @param code as it is kept
     * @return empty when nothing of this organisation bears it, as far as this room can tell; other rooms' pages say so
     *     themselves
     */
    @Transactional
    Optional<String> address(String code) {
        return switch (Code.kindOf(code)) {
            case BAG -> bag(code);
            case DONATION -> Optional.of("/donations/" + code);
            case DONOR -> Optional.of("/donors/" + code);
            case SORTING -> Optional.of("/sortings/" + code);
            case DRIVE -> Optional.of("/drives/" + code);
            case PLACE -> Optional.of("/places/" + code);
            case CONTAINER -> Optional.of(coming.address(code).orElse("/containers/" + code));
            case NEED -> Optional.of("/needs/" + code);
            case RECIPIENT -> Optional.of("/recipients/" + code);
            case PICTURE -> Optional.of("/pictures/" + code);
            case DISPATCH -> Optional.of("/dispatches/" + code);
            case WORK -> Optional.of("/works/" + code);
            case KIT -> Optional.of("/kits/" + code);
            case SALE -> Optional.of("/sales/" + code);
            case TAKINGS -> Optional.of("/takings/" + code);
            case PASS_ON -> Optional.of("/pass-ons/" + code);
            case FUND -> Optional.of("/funds/" + code);
            case PURCHASE -> Optional.of("/purchases/" + code);
            case REFUND -> Optional.of("/refunds/" + code);
            case PAY_OUT -> Optional.of("/pay-outs/" + code);
            case TRANSFER -> Optional.of("/transfers/" + code);
            case EXCHANGE -> Optional.of("/exchanges/" + code);
            case MOVE -> Optional.of("/moves/" + code);
            case HOLD -> Optional.of("/holds/" + code);
            case STOCKTAKE -> Optional.of("/stocktakes/" + code);
            case WRITE_OFF -> Optional.of("/write-offs/" + code);
            case SHIPMENT -> Optional.of("/shipments/" + code);
            case PARTNER -> Optional.of("/partners/" + code);
            case RECEIPT -> Optional.of("/receipts/" + code);
            case WAYBILL -> Optional.of("/waybills/" + code);
            case HANDOVER -> Optional.of("/z/" + code);
            case PROGRAMME -> Optional.of("/programmes/" + code);
            case PLAN -> Optional.of("/plans/" + code);
            case REFERRAL -> Optional.of("/referrals/" + code);
            case ROUND -> Optional.of("/rounds/" + code);
            case APPOINTMENT -> Optional.of("/appointments/" + code);
            case REPORT -> Optional.of("/reports/" + code);
            case WISH_LIST -> Optional.of("/wish-lists/" + code);
            case PARTNER_LINK -> Optional.of("/q/" + code);
            case INTAKE_SHEET -> Optional.of("/intake-sheets/" + code);
            case TRACKING -> Optional.of("/t/" + code);
            default -> Optional.empty();
        };
    }

    private Optional<String> bag(String code) {
        return lots.byCode(code)
                .map(lot -> "/bags/" + lot.getCode())
                .or(() -> donations.labelled(code).map(donation -> "/donations/" + donation.getCode()))
                .or(() -> labels.byCode(code)
                        .filter(label -> !label.isUsed())
                        .map(label -> "/record?bag=" + label.getCode()));
    }
}
