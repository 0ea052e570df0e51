package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.DonationView;
import org.kindtrail.intake.MoneyGift;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;

/** Gifts of money: donations whose lot is money in a fund. */
@ApplicationScoped
public class GiftService {
    private final EntityManager database;
    private final DonationService donations;
    private final Funds funds;
    private final Rules rules;
    private final Scope scope;

    GiftService(EntityManager database, DonationService donations, Funds funds, Rules rules, Scope scope) {
        this.database = database;
        this.donations = donations;
        this.funds = funds;
        this.rules = rules;
        this.scope = scope;
    }

    /**
     * Somebody gives money. The view bears no tracking code: the door adds it on the way out.
     *
     * @throws Invalid naming the fields at fault
     * @throws Refused when the fund or the drive is closed
     */
    @Transactional
    public DonationView record(String code, RecordGift command) {
        rules.check(command);
        Fund fund = funds.get(code);
        if (!fund.isOpen()) {
            throw new Refused("error_fund_is_closed", Map.of("fund", fund.getName()));
        }
        List<FieldError> faults = new ArrayList<>();
        String currency = Amounts.currency("currency", command.currency(), faults);
        Money money = Amounts.some("amount", command.amount(), currency, faults);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return donations.receiveMoney(new MoneyGift(
                command.drive(),
                fund.getPlace(),
                command.donor(),
                command.newDonor(),
                money,
                command.receivedAt(),
                command.remark()));
    }

    private record Found(
            Long id,
            String code,
            String drive,
            String driveTitle,
            String donor,
            String donorName,
            long quantity,
            String currency,
            Instant receivedAt,
            Instant reversedAt) {
        GiftRow row() {
            return new GiftRow(
                    id, code, drive, driveTitle, donor, donorName, new Money(quantity, currency).plain(), currency, receivedAt, reversedAt);
        }
    }

    /** Newest first. */
    @Transactional
    public Page<GiftRow> list(String fund, String after, int size) {
        Long before = Cursor.id(after);
        List<GiftRow> found = database
                .createQuery(
                        """
                        select new org.kindtrail.fund.GiftService$Found(d.id, d.code, v.code, v.title, g.code, g.knownAs,
                          l.quantity, i.unit, d.receivedAt, d.reversedAt)
                        from Donation d join d.drive v left join d.donor g
                          join Lot l on l.origin = d.id and l.organisationId = d.organisationId and l.conversionId is null join l.item i
                        where d.place = :place and d.organisationId = :organisation and d.id < :before order by d.organisationId desc, d.id desc""",
                        Found.class)
                .setParameter("place", funds.get(fund).getPlace())
                .setParameter("organisation", scope.organisation())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(size + 1)
                .getResultList()
                .stream()
                .map(Found::row)
                .toList();
        return Page.of(found, size, GiftRow::id);
    }
}
