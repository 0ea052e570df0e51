package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;
import org.kindtrail.programme.Programmes;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.Recipient;
import org.kindtrail.recipient.Recipients;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Reverse;
import org.kindtrail.stock.Transfer;

/** Money that leaves funds for what it was meant for. */
@ApplicationScoped
public class PayOutService {
    private static final Acts.Kind<PayOut> PAY_OUTS = new Acts.Kind<>(
            PayOut.class,
            CodeKind.PAY_OUT,
            "PayOut",
            "join fetch d.fund left join fetch d.recipient left join fetch d.programme left join fetch d.budgetLine",
            "d.fund = :fund");

    private final Acts acts;
    private final Funds funds;
    private final Purse purse;
    private final Charging charging;
    private final Programmes programmes;
    private final Recipients recipients;
    private final Ledger ledger;
    private final Rules rules;

    PayOutService(
            Acts acts,
            Funds funds,
            Purse purse,
            Charging charging,
            Programmes programmes,
            Recipients recipients,
            Ledger ledger,
            Rules rules) {
        this.charging = charging;
        this.programmes = programmes;
        this.acts = acts;
        this.funds = funds;
        this.purse = purse;
        this.recipients = recipients;
        this.ledger = ledger;
        this.rules = rules;
    }

    /**
     * What the voucher says.
     *
     * @param publicName the name of the recipient, where everybody may know it; else null, and its code stands alone
     */
    record Voucher(PayOutView payOut, String publicName) {}

    /**
     * @throws Invalid naming the fields at fault
     * @throws NotThere when the fund holds less
     */
    @Transactional
    public PayOutView record(RecordPayOut command) {
        rules.check(command);
        List<FieldError> faults = new ArrayList<>();
        String currency = Amounts.currency("currency", command.currency(), faults);
        Money money = Amounts.some("amount", command.amount(), currency, faults);
        boolean toRecipient = !Amounts.isBlank(command.recipient());
        if (toRecipient != Amounts.isBlank(command.payee())) {
            faults.add(new FieldError("recipient", toRecipient ? "error_fund_payee_twice" : "error_fund_payee_missing"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        Fund fund = funds.open("fund", command.fund());
        Recipient recipient = toRecipient ? recipients.active("recipient", command.recipient()) : null;
        Charging.Charged charged = charging.of(
                new Charging.Asked(command.programme(), command.budgetLine()),
                List.of(new Charging.Payer("fund", fund)));
        purse.lock(List.of(fund));
        Act.Head head = acts.head(CodeKind.PAY_OUT, command.occurredAt(), command.remark());
        Entry entry = new Entry(Reason.PAID_OUT, head.code(), head.occurredAt());
        Place out = ledger.boundary(Place.PAID_OUT);
        ledger.move(purse.take("amount", fund, money).stream()
                .map(picked -> new Transfer(picked.lot(), picked.place(), out, picked.quantity(), entry))
                .toList());
        PayOut paid = new PayOut(
                head,
                fund,
                money,
                recipient,
                toRecipient ? null : command.payee().strip(),
                command.forWhat().strip());
        return view(acts.keep(paid.charge(charged)));
    }

    @Transactional
    public PayOutView get(String code) {
        return view(acts.get(PAY_OUTS, code));
    }

    @Transactional
    Voucher voucher(String code) {
        Acts.Recorded<PayOut> found = acts.get(PAY_OUTS, code);
        Recipient paid = found.act().getRecipient();
        boolean named = paid != null && paid.getDisclosure() == Disclosure.NAMED;
        return new Voucher(view(found), named ? paid.getPublicName() : null);
    }

    /**
     * Newest first.
     *
     * @param fund code of a fund; null: of all
     * @param programme code of a programme that they are charged to; null: whatever
     */
    @Transactional
    public Page<PayOutView> list(String fund, String programme, String after, int size) {
        Fund of = Amounts.isBlank(fund) ? null : funds.get(fund);
        Acts.Of which = new Acts.Of(of, programmes.idOf(programme));
        List<PayOutView> found = acts.newest(PAY_OUTS, which, Cursor.id(after), size + 1).stream()
                .map(PayOutService::view)
                .toList();
        return Page.of(found, size, PayOutView::id);
    }

    @Transactional
    public PayOutView reverse(String code, Reverse command) {
        rules.check(command);
        acts.reverse(PAY_OUTS, code, command.why());
        return get(code);
    }

    private static PayOutView view(Acts.Recorded<PayOut> recorded) {
        PayOut act = recorded.act();
        Recipient paid = act.getRecipient();
        return new PayOutView(
                act.getId(),
                act.getCode(),
                act.getFund().getCode(),
                act.getFund().getName(),
                act.getMoney().plain(),
                act.getMoney().currency(),
                paid == null ? null : paid.getCode(),
                paid == null ? null : paid.getAlias(),
                act.getPayee(),
                act.getForWhat(),
                act.getProgramme() == null ? null : act.getProgramme().getCode(),
                act.getProgramme() == null ? null : act.getProgramme().getName(),
                act.getBudgetLine() == null ? null : act.getBudgetLine().getLine(),
                act.getBudgetLine() == null ? null : act.getBudgetLine().getName(),
                act.getRemark(),
                act.getOccurredAt(),
                act.getRecordedAt(),
                recorded.by(),
                act.getReversedAt());
    }
}
