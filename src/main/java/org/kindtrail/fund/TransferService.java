package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;
import org.kindtrail.stock.Transfer;

/** Money that goes from fund to fund; its lots stay what they are. */
@ApplicationScoped
public class TransferService {
    private static final Acts.Kind<MoneyTransfer> TRANSFERS = new Acts.Kind<>(
            MoneyTransfer.class,
            CodeKind.TRANSFER,
            "MoneyTransfer",
            "join fetch d.fromFund join fetch d.toFund",
            "(d.fromFund = :fund or d.toFund = :fund)");

    private final Acts acts;
    private final Funds funds;
    private final Purse purse;
    private final Charging charging;
    private final Ledger ledger;
    private final Rules rules;

    TransferService(Acts acts, Funds funds, Purse purse, Charging charging, Ledger ledger, Rules rules) {
        this.charging = charging;
        this.acts = acts;
        this.funds = funds;
        this.purse = purse;
        this.ledger = ledger;
        this.rules = rules;
    }

    /**
     * @throws Invalid naming the fields at fault
     * @throws NotThere when the fund holds less
     */
    @Transactional
    public TransferView record(RecordTransfer command) {
        rules.check(command);
        List<FieldError> faults = new ArrayList<>();
        String currency = Amounts.currency("currency", command.currency(), faults);
        Money money = Amounts.some("amount", command.amount(), currency, faults);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        Fund from = funds.open("from", command.from());
        Fund to = funds.open("to", command.to());
        if (from.getId().equals(to.getId())) {
            throw Invalid.field("to", "error_fund_same", Map.of("fund", from.getName()));
        }
        charging.refuseLeaving(from, to);
        purse.lock(List.of(from));
        Act.Head head = acts.head(CodeKind.TRANSFER, command.occurredAt(), command.remark());
        Entry entry = new Entry(Reason.TRANSFERRED, head.code(), head.occurredAt());
        ledger.move(purse.take("amount", from, money).stream()
                .map(picked -> new Transfer(picked.lot(), picked.place(), to.getPlace(), picked.quantity(), entry))
                .toList());
        return view(acts.keep(new MoneyTransfer(head, from, to, money)));
    }

    @Transactional
    public TransferView get(String code) {
        return view(acts.get(TRANSFERS, code));
    }

    /**
     * Newest first.
     *
     * @param fund code of a fund that gave or took; null: of all
     */
    @Transactional
    public Page<TransferView> list(String fund, String after, int size) {
        Fund of = Amounts.isBlank(fund) ? null : funds.get(fund);
        List<TransferView> found = acts.newest(TRANSFERS, of, Cursor.id(after), size + 1).stream()
                .map(TransferService::view)
                .toList();
        return Page.of(found, size, TransferView::id);
    }

    @Transactional
    public TransferView reverse(String code, Reverse command) {
        rules.check(command);
        acts.reverse(TRANSFERS, code, command.why());
        return get(code);
    }

    private static TransferView view(Acts.Recorded<MoneyTransfer> recorded) {
        MoneyTransfer act = recorded.act();
        return new TransferView(
                act.getId(),
                act.getCode(),
                act.getFromFund().getCode(),
                act.getFromFund().getName(),
                act.getToFund().getCode(),
                act.getToFund().getName(),
                act.getMoney().plain(),
                act.getMoney().currency(),
                act.getRemark(),
                act.getOccurredAt(),
                act.getRecordedAt(),
                recorded.by(),
                act.getReversedAt());
    }
}
